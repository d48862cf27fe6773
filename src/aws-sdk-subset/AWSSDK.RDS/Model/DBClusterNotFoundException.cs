using System.Net;
using Amazon.Runtime;

namespace Amazon.RDS.Model;

/// <summary>The error <c>DBClusterNotFoundFault</c>.</summary>
public partial class DBClusterNotFoundException : AmazonRDSException
{
    public DBClusterNotFoundException(string message)
        : base(message)
    {
    }

    public DBClusterNotFoundException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    public DBClusterNotFoundException(
        string message, Exception innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode)
    {
    }
}
