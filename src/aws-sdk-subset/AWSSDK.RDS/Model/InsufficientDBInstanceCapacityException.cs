using System.Net;
using Amazon.Runtime;

namespace Amazon.RDS.Model;

/// <summary>The error <c>InsufficientDBInstanceCapacity</c>.</summary>
public partial class InsufficientDBInstanceCapacityException : AmazonRDSException
{
    public InsufficientDBInstanceCapacityException(string message)
        : base(message)
    {
    }

    public InsufficientDBInstanceCapacityException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    public InsufficientDBInstanceCapacityException(
        string message, Exception innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode)
    {
    }
}
