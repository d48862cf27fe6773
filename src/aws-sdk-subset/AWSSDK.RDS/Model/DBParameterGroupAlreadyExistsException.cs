using System.Net;
using Amazon.Runtime;

namespace Amazon.RDS.Model;

/// <summary>The error <c>DBParameterGroupAlreadyExists</c>.</summary>
public partial class DBParameterGroupAlreadyExistsException : AmazonRDSException
{
    public DBParameterGroupAlreadyExistsException(string message)
        : base(message)
    {
    }

    public DBParameterGroupAlreadyExistsException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    public DBParameterGroupAlreadyExistsException(
        string message, Exception innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode)
    {
    }
}
