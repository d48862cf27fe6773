using System.Net;
using Amazon.Runtime;

namespace Amazon.RDS.Model;

/// <summary>The error <c>DBParameterGroupQuotaExceeded</c>.</summary>
public partial class DBParameterGroupQuotaExceededException : AmazonRDSException
{
    public DBParameterGroupQuotaExceededException(string message)
        : base(message)
    {
    }

    public DBParameterGroupQuotaExceededException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    public DBParameterGroupQuotaExceededException(
        string message, Exception innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode)
    {
    }
}
