using System.Net;
using Amazon.Runtime;

namespace Amazon.RDS.Model;

/// <summary>The error <c>InstanceQuotaExceeded</c>.</summary>
public partial class InstanceQuotaExceededException : AmazonRDSException
{
    public InstanceQuotaExceededException(string message)
        : base(message)
    {
    }

    public InstanceQuotaExceededException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    public InstanceQuotaExceededException(
        string message, Exception innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode)
    {
    }
}
