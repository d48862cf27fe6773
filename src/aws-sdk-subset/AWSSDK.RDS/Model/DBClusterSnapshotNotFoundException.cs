using System.Net;
using Amazon.Runtime;

namespace Amazon.RDS.Model;

/// <summary>The error <c>DBClusterSnapshotNotFoundFault</c>.</summary>
public partial class DBClusterSnapshotNotFoundException : AmazonRDSException
{
    public DBClusterSnapshotNotFoundException(string message)
        : base(message)
    {
    }

    public DBClusterSnapshotNotFoundException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    public DBClusterSnapshotNotFoundException(
        string message, Exception innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode)
    {
    }
}
