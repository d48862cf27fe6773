using System.Net;
using Amazon.Runtime;

namespace Amazon.RDS.Model;

/// <summary>The error <c>SnapshotQuotaExceeded</c>.</summary>
public partial class SnapshotQuotaExceededException : AmazonRDSException
{
    public SnapshotQuotaExceededException(string message)
        : base(message)
    {
    }

    public SnapshotQuotaExceededException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    public SnapshotQuotaExceededException(
        string message, Exception innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode)
    {
    }
}
