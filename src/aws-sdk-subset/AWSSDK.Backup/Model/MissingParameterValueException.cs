using System.Net;
using Amazon.Runtime;

namespace Amazon.Backup.Model;

/// <summary>The error <c>MissingParameterValueException</c>.</summary>
public partial class MissingParameterValueException : AmazonBackupException
{
    public MissingParameterValueException(string message)
        : base(message)
    {
    }

    public MissingParameterValueException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    public MissingParameterValueException(
        string message, Exception innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode)
    {
    }

    /// <summary>A detail of AWS Backup's own, such as <c>ERROR_9101</c>. The SDK's is <see cref="AmazonServiceException.ErrorCode"/>.</summary>
    public string Code { get; set; }

    public string Type { get; set; }

    public string Context { get; set; }
}
