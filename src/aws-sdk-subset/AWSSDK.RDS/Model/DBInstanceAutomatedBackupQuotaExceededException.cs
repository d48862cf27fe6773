using System.Net;
using Amazon.Runtime;

namespace Amazon.RDS.Model;

/// <summary>The error <c>DBInstanceAutomatedBackupQuotaExceeded</c>.</summary>
public partial class DBInstanceAutomatedBackupQuotaExceededException : AmazonRDSException
{
    public DBInstanceAutomatedBackupQuotaExceededException(string message)
        : base(message)
    {
    }

    public DBInstanceAutomatedBackupQuotaExceededException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    public DBInstanceAutomatedBackupQuotaExceededException(
        string message, Exception innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode)
    {
    }
}
