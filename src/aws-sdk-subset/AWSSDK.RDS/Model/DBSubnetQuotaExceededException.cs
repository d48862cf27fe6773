using System.Net;
using Amazon.Runtime;

namespace Amazon.RDS.Model;

/// <summary>The error <c>DBSubnetQuotaExceededFault</c>.</summary>
public partial class DBSubnetQuotaExceededException : AmazonRDSException
{
    public DBSubnetQuotaExceededException(string message)
        : base(message)
    {
    }

    public DBSubnetQuotaExceededException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    public DBSubnetQuotaExceededException(
        string message, Exception innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode)
    {
    }
}
