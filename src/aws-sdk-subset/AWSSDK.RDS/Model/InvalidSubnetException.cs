using System.Net;
using Amazon.Runtime;

namespace Amazon.RDS.Model;

/// <summary>The error <c>InvalidSubnet</c>.</summary>
public partial class InvalidSubnetException : AmazonRDSException
{
    public InvalidSubnetException(string message)
        : base(message)
    {
    }

    public InvalidSubnetException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    public InvalidSubnetException(
        string message, Exception innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode)
    {
    }
}
