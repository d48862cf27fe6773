namespace RestoreDrill.Core.Reading;

/// <summary>A restored instance cannot be connected to, or the connection broke.</summary>
public sealed class InstanceUnreachableException(string message, string? sqlState, Exception inner) : Exception(message, inner)
{
    /// <summary>PostgreSQL's SQLSTATE where the server answered, for example 28P01 (wrong password), 57P03 (starting up), 53100 (disk full).</summary>
    public string? SqlState { get; } = sqlState;
}
