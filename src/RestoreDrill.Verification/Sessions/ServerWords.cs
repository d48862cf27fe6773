using Npgsql;
using RestoreDrill.Core.Reading;

namespace RestoreDrill.Verification.Sessions;

/// <summary>What a server's error means for the session, and how it is told.</summary>
internal static class ServerWords
{
    /// <summary>SQLSTATE and message. Never the detail, which can hold values of rows.</summary>
    public static string Of(PostgresException error) => $"{error.SqlState}: {error.MessageText}";

    /// <summary>Whether the session, or the whole server, cannot go on: what was asked is then not the cause.</summary>
    public static bool EndsTheSession(PostgresException error) =>
        error.InvariantSeverity is "FATAL" or "PANIC"
        || error.SqlState is PostgresErrorCodes.DiskFull or PostgresErrorCodes.TooManyConnections
        || error.SqlState.StartsWith("08", StringComparison.Ordinal)
        || error.SqlState.StartsWith("57P", StringComparison.Ordinal);

    /// <summary>
    /// Whether the server says that the data is damaged: data_corrupted, index_corrupted and the internal errors that damage provokes (class XX),
    /// io_error, undefined_file (PostgreSQL, appendix A).
    /// </summary>
    public static bool SaysDamaged(PostgresException error) =>
        error.SqlState is PostgresErrorCodes.IoError or PostgresErrorCodes.UndefinedFile || error.SqlState.StartsWith("XX", StringComparison.Ordinal);

    /// <summary>
    /// Whether a 53300 is about the database's own limit of connections (<c>ALTER DATABASE ... CONNECTION LIMIT</c>) and not about the server's. The words
    /// are translated, the C function that says it is not: <c>CheckMyDatabase</c> in PostgreSQL 13 to 18.
    /// </summary>
    public static bool IsLimitOfDatabase(Exception? error) =>
        error is PostgresException { SqlState: PostgresErrorCodes.TooManyConnections, Routine: "CheckMyDatabase" };

    /// <summary>Whether a refusal to connect is about the one database and not about the instance or the login.</summary>
    public static bool IsAboutDatabase(InstanceUnreachableException refusal) =>
        IsLimitOfDatabase(refusal.InnerException) || IsAboutDatabase(refusal.SqlState);

    private static bool IsAboutDatabase(string? sqlState) =>
        sqlState is not null
        && sqlState is not (PostgresErrorCodes.InvalidPassword or PostgresErrorCodes.TooManyConnections)
        && !sqlState.StartsWith("08", StringComparison.Ordinal)
        && !sqlState.StartsWith("57P", StringComparison.Ordinal)
        && !sqlState.StartsWith("53", StringComparison.Ordinal);
}
