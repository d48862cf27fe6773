namespace RestoreDrill.Sandbox.Http;

/// <summary>An answer that AWS gives as an error: its code, HTTP status and text.</summary>
internal sealed class AwsError(string code, string message, int status = 400) : Exception(message)
{
    public string Code { get; } = code;

    public int Status { get; } = status;

    /// <summary>A finer code that some services put beside it, such as AWS Backup's <c>ERROR_9101</c> or a reason of AWS Organizations'.</summary>
    public string? Detail { get; init; }

    /// <summary>What an error of S3 says beside code and message, such as the bucket's name.</summary>
    public IReadOnlyList<(string Name, string Value)> Members { get; init; } = [];

    /// <summary>Headers that go with the error.</summary>
    public IReadOnlyList<(string Name, string Value)> Headers { get; init; } = [];

    /// <summary>AWS calls errors below 500 the sender's.</summary>
    public bool IsSenders => Status < 500;

    public static AwsError MissingParameter(string name) =>
        new("MissingParameter", $"The request must contain the parameter {name}");

    public static AwsError InvalidParameterValue(string message) => new("InvalidParameterValue", message);

    public static AwsError InvalidParameterCombination(string message) => new("InvalidParameterCombination", message);
}
