using Npgsql;
using RestoreDrill.Verification.Sessions;

namespace RestoreDrill.Verification.Checks;

/// <summary>A user's query has to be one statement, and complete.</summary>
internal static class SingleStatement
{
    /// <summary>The driver refuses COPY as a command.</summary>
    public const string NoQuery = "the statement is no query (COPY); a check is a query";

    /// <summary>Has the server prepare it, which runs nothing.</summary>
    /// <returns>Why it cannot be asked; null where it can.</returns>
    /// <exception cref="PostgresException">It is not one statement, or the server finds fault with it.</exception>
    public static async Task<string?> ObjectionAsync(Session session, string sql, CancellationToken ct)
    {
        // The driver would split a command at its semicolons, but not an element of a batch; the server prepares one statement only. So no COMMIT leaves
        // the transaction that the query runs in, and no SET ends its being read only.
        await using var single = new NpgsqlBatch(session.Connection) { BatchCommands = { new NpgsqlBatchCommand(sql) } };
        await single.PrepareAsync(ct);
        await using var asked = new NpgsqlCommand("SELECT EXISTS (SELECT FROM pg_catalog.pg_prepared_statements WHERE parameter_types <> '{}')", session.Connection);
        return await asked.ExecuteScalarAsync(ct) is true ? "the statement has a parameter, as $1, that nothing fills; a check is complete" : null;
    }
}
