using System.Net;
using Amazon.Runtime;

namespace Amazon.RDS.Model;

/// <summary>The error <c>InvalidRestoreFault</c>.</summary>
public partial class InvalidRestoreException : AmazonRDSException
{
    public InvalidRestoreException(string message)
        : base(message)
    {
    }

    public InvalidRestoreException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    public InvalidRestoreException(
        string message, Exception innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode)
    {
    }
}
