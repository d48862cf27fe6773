using System.Net;
using Amazon.Runtime;

namespace Amazon.RDS.Model;

/// <summary>The error <c>DBInstanceAutomatedBackupNotFound</c>.</summary>
public partial class DBInstanceAutomatedBackupNotFoundException : AmazonRDSException
{
    public DBInstanceAutomatedBackupNotFoundException(string message)
        : base(message)
    {
    }

    public DBInstanceAutomatedBackupNotFoundException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    public DBInstanceAutomatedBackupNotFoundException(
        string message, Exception innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode)
    {
    }
}
