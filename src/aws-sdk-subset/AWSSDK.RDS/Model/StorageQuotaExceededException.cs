using System.Net;
using Amazon.Runtime;

namespace Amazon.RDS.Model;

/// <summary>The error <c>StorageQuotaExceeded</c>.</summary>
public partial class StorageQuotaExceededException : AmazonRDSException
{
    public StorageQuotaExceededException(string message)
        : base(message)
    {
    }

    public StorageQuotaExceededException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    public StorageQuotaExceededException(
        string message, Exception innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode)
    {
    }
}
