using System.Net;
using Amazon.Runtime;

namespace Amazon.RDS.Model;

/// <summary>The error <c>InvalidDBSecurityGroupState</c>.</summary>
public partial class InvalidDBSecurityGroupStateException : AmazonRDSException
{
    public InvalidDBSecurityGroupStateException(string message)
        : base(message)
    {
    }

    public InvalidDBSecurityGroupStateException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    public InvalidDBSecurityGroupStateException(
        string message, Exception innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode)
    {
    }
}
