using System.Net;
using Amazon.Runtime;

namespace Amazon.RDS.Model;

/// <summary>The error <c>DBParameterGroupNotFound</c>.</summary>
public partial class DBParameterGroupNotFoundException : AmazonRDSException
{
    public DBParameterGroupNotFoundException(string message)
        : base(message)
    {
    }

    public DBParameterGroupNotFoundException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    public DBParameterGroupNotFoundException(
        string message, Exception innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode)
    {
    }
}
