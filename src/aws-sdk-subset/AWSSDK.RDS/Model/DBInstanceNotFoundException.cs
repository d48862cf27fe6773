using System.Net;
using Amazon.Runtime;

namespace Amazon.RDS.Model;

/// <summary>The error <c>DBInstanceNotFound</c>.</summary>
public partial class DBInstanceNotFoundException : AmazonRDSException
{
    public DBInstanceNotFoundException(string message)
        : base(message)
    {
    }

    public DBInstanceNotFoundException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    public DBInstanceNotFoundException(
        string message, Exception innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode)
    {
    }
}
