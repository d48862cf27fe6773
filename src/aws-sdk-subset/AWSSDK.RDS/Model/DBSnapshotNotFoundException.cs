using System.Net;
using Amazon.Runtime;

namespace Amazon.RDS.Model;

/// <summary>The error <c>DBSnapshotNotFound</c>.</summary>
public partial class DBSnapshotNotFoundException : AmazonRDSException
{
    public DBSnapshotNotFoundException(string message)
        : base(message)
    {
    }

    public DBSnapshotNotFoundException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    public DBSnapshotNotFoundException(
        string message, Exception innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode)
    {
    }
}
