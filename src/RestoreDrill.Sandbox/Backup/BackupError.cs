using RestoreDrill.Sandbox.Http;

namespace RestoreDrill.Sandbox.Backup;

/// <summary>The errors that AWS Backup's operations declare (service model of 2018-11-15). All have HTTP status 400.</summary>
internal static class BackupError
{
    public static AwsError NotFound(string message) => new("ResourceNotFoundException", message);

    public static AwsError InvalidParameterValue(string message) => new("InvalidParameterValueException", message);

    public static AwsError MissingParameterValue(string name) => new("MissingParameterValueException", $"Missing required parameter: {name}.");

    /// <param name="message">The text.</param>
    /// <param name="code">The finer code in the error's member Code, where AWS has one.</param>
    public static AwsError InvalidRequest(string message, string? code = null) => new("InvalidRequestException", message) { Detail = code };

    public static AwsError InvalidResourceState(string message) => new("InvalidResourceStateException", message);

    public static AwsError LimitExceeded(string message) => new("LimitExceededException", message);

    public static AwsError AlreadyExists(string message) => new("AlreadyExistsException", message);
}
