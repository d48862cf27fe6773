using System.Net.Sockets;

namespace RestoreDrill.Core.Reading;

/// <summary>A restored instance cannot be connected to, or the connection broke.</summary>
public sealed class InstanceUnreachableException(string message, string? sqlState, Exception inner) : Exception(message, inner)
{
    /// <summary>PostgreSQL's SQLSTATE where the server answered, for example 28P01 (wrong password), 57P03 (starting up), 53100 (disk full).</summary>
    public string? SqlState { get; } = sqlState;

    /// <summary>
    /// Whether the server was away and may come back by itself: it did not answer, or it is stopping or starting (57P01 to 57P03; PostgreSQL, appendix A). Not so a
    /// login that it refuses or a certificate that does not fit.
    /// </summary>
    public bool IsAway => SqlState is "57P01" or "57P02" or "57P03"
        || (SqlState is null && InnerException?.GetBaseException() is SocketException or IOException or TimeoutException);
}
