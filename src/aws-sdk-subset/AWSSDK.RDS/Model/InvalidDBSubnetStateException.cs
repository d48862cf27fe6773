using System.Net;
using Amazon.Runtime;

namespace Amazon.RDS.Model;

/// <summary>The error <c>InvalidDBSubnetStateFault</c>.</summary>
public partial class InvalidDBSubnetStateException : AmazonRDSException
{
    public InvalidDBSubnetStateException(string message)
        : base(message)
    {
    }

    public InvalidDBSubnetStateException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    public InvalidDBSubnetStateException(
        string message, Exception innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode)
    {
    }
}
