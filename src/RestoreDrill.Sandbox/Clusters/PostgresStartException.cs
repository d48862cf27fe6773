namespace RestoreDrill.Sandbox.Clusters;

/// <summary>A server did not start; the message ends with what it logged.</summary>
public sealed class PostgresStartException(StartFailure failure, string reason, string message) : Exception(message)
{
    /// <summary>The kind of reason.</summary>
    public StartFailure Failure { get; } = failure;

    /// <summary>The server's own words: its fatal messages with details and hints, without time stamps.</summary>
    public string Reason { get; } = reason;
}
