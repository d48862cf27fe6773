using Npgsql;

namespace RestoreDrill.EndToEnd.Tests.Setting;

/// <summary>A run as the store has it.</summary>
public sealed record StoredRun(
    string Id, string Kind, string Database, string Phase, string? Outcome, string? Defect, string? Note, string? Job, bool Asked, string Trigger,
    DateTimeOffset CreatedAt, DateTimeOffset? FinishedAt)
{
    private const string Query =
        "SELECT id, kind, database, phase, outcome, defect, coalesce(summary, note), job, asked, trigger, created_at, finished_at FROM restoredrill.run ORDER BY created_at, id";

    /// <summary>All runs of a store, oldest first.</summary>
    public static async Task<IReadOnlyList<StoredRun>> AllAsync(string store)
    {
        await using var connection = new NpgsqlConnection(store);
        await connection.OpenAsync();
        return await AllAsync(connection);
    }

    /// <summary>The same over an open session: who looks again and again needs no new one each time.</summary>
    public static async Task<IReadOnlyList<StoredRun>> AllAsync(NpgsqlConnection connection)
    {
        await using var command = new NpgsqlCommand(Query, connection);
        await using var reader = await command.ExecuteReaderAsync();
        var runs = new List<StoredRun>();
        while (await reader.ReadAsync())
        {
            runs.Add(new StoredRun(
                reader.GetString(0), reader.GetString(1), reader.GetString(2), reader.GetString(3), Text(4), Text(5), Text(6), Text(7),
                reader.GetBoolean(8), reader.GetString(9), reader.GetFieldValue<DateTimeOffset>(10),
                reader.IsDBNull(11) ? null : reader.GetFieldValue<DateTimeOffset>(11)));
        }

        return runs;

        string? Text(int column) => reader.IsDBNull(column) ? null : reader.GetString(column);
    }
}
