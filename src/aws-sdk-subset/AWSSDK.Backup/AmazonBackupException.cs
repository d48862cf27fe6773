using System.Net;
using Amazon.Runtime;

namespace Amazon.Backup;

/// <summary>
/// What AWS Backup refused. <see cref="AmazonServiceException.ErrorCode"/> is the code on the wire
/// (<c>InvalidRequestException</c>, <c>ThrottlingException</c>...); errors an operation declares arrive as a subclass, all others as this type.
/// </summary>
public partial class AmazonBackupException : AmazonServiceException
{
    public AmazonBackupException(string message)
        : base(message)
    {
    }

    public AmazonBackupException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    public AmazonBackupException(Exception innerException)
        : base(innerException.Message, innerException)
    {
    }

    public AmazonBackupException(string message, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, errorType, errorCode, requestId, statusCode)
    {
    }

    public AmazonBackupException(
        string message, Exception innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode)
    {
    }
}
