using System.Net;
using Amazon.Runtime;

namespace Amazon.RDS.Model;

/// <summary>The error <c>InvalidDBInstanceState</c>.</summary>
public partial class InvalidDBInstanceStateException : AmazonRDSException
{
    public InvalidDBInstanceStateException(string message)
        : base(message)
    {
    }

    public InvalidDBInstanceStateException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    public InvalidDBInstanceStateException(
        string message, Exception innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode)
    {
    }
}
