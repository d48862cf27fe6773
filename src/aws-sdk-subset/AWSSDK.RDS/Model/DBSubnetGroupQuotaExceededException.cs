using System.Net;
using Amazon.Runtime;

namespace Amazon.RDS.Model;

/// <summary>The error <c>DBSubnetGroupQuotaExceeded</c>.</summary>
public partial class DBSubnetGroupQuotaExceededException : AmazonRDSException
{
    public DBSubnetGroupQuotaExceededException(string message)
        : base(message)
    {
    }

    public DBSubnetGroupQuotaExceededException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    public DBSubnetGroupQuotaExceededException(
        string message, Exception innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode)
    {
    }
}
