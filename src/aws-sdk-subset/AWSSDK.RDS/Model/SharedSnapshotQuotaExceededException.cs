using System.Net;
using Amazon.Runtime;

namespace Amazon.RDS.Model;

/// <summary>The error <c>SharedSnapshotQuotaExceeded</c>.</summary>
public partial class SharedSnapshotQuotaExceededException : AmazonRDSException
{
    public SharedSnapshotQuotaExceededException(string message)
        : base(message)
    {
    }

    public SharedSnapshotQuotaExceededException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    public SharedSnapshotQuotaExceededException(
        string message, Exception innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode)
    {
    }
}
