using System.Net;
using Amazon.Runtime;

namespace Amazon.RDS.Model;

/// <summary>The error <c>InvalidDBParameterGroupState</c>.</summary>
public partial class InvalidDBParameterGroupStateException : AmazonRDSException
{
    public InvalidDBParameterGroupStateException(string message)
        : base(message)
    {
    }

    public InvalidDBParameterGroupStateException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    public InvalidDBParameterGroupStateException(
        string message, Exception innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode)
    {
    }
}
