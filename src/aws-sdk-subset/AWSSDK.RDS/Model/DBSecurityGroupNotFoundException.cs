using System.Net;
using Amazon.Runtime;

namespace Amazon.RDS.Model;

/// <summary>The error <c>DBSecurityGroupNotFound</c>.</summary>
public partial class DBSecurityGroupNotFoundException : AmazonRDSException
{
    public DBSecurityGroupNotFoundException(string message)
        : base(message)
    {
    }

    public DBSecurityGroupNotFoundException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    public DBSecurityGroupNotFoundException(
        string message, Exception innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode)
    {
    }
}
