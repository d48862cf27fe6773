using System.Net.Sockets;
using Npgsql;

namespace RestoreDrill.Records.Access;

/// <summary>Tells trouble with the store that may pass from an answer of the store that will stay the same.</summary>
internal static class StoreTrouble
{
    /// <summary>Whether the same call may succeed later without anybody changing the call.</summary>
    internal static bool MayPass(Exception exception) => exception switch
    {
        PostgresException answer => answer.IsTransient || MayPass(answer.SqlState),

        // Several hosts in the connection string, none of them usable: one exception per host.
        NpgsqlException { InnerException: AggregateException } => true,
        NpgsqlException trouble => trouble.IsTransient,
        SocketException or IOException or TimeoutException => true,
        _ => false,
    };

    /// <summary>One line for a person: what came back, never a connection string.</summary>
    internal static string Describe(Exception exception) => exception switch
    {
        PostgresException answer => $"{answer.MessageText} (SQLSTATE {answer.SqlState})",
        { InnerException: { } inner } => $"{exception.Message}: {inner.Message}",
        _ => exception.Message,
    };

    private static bool MayPass(string sqlState) => sqlState switch
    {
        PostgresErrorCodes.AdminShutdown or PostgresErrorCodes.CrashShutdown or PostgresErrorCodes.CannotConnectNow => true,
        PostgresErrorCodes.TooManyConnections or PostgresErrorCodes.QueryCanceled => true,

        // After a failover the old address may still lead to the standby.
        PostgresErrorCodes.ReadOnlySqlTransaction => true,
        "25P03" or "57P05" => true, // idle_in_transaction_session_timeout, idle_session_timeout
        _ => sqlState.StartsWith("08", StringComparison.Ordinal),
    };
}
