using System.Net;
using Amazon.Runtime;

namespace Amazon.RDS.Model;

/// <summary>The error <c>DBInstanceAlreadyExists</c>.</summary>
public partial class DBInstanceAlreadyExistsException : AmazonRDSException
{
    public DBInstanceAlreadyExistsException(string message)
        : base(message)
    {
    }

    public DBInstanceAlreadyExistsException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    public DBInstanceAlreadyExistsException(
        string message, Exception innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode)
    {
    }
}
