using Npgsql;
using NpgsqlTypes;
using RestoreDrill.Core.Runs;
using RestoreDrill.Core.Watching;
using RestoreDrill.Records.Access;
using RestoreDrill.Records.Runs;

namespace RestoreDrill.Records.Service;

/// <summary>What happened, or failed to happen, outside of runs.</summary>
internal static class Incidents
{
    internal static async Task<bool> RecordAsync(NpgsqlConnection connection, Incident incident, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(
            """
            insert into restoredrill.incident (key, kind, subject, message, database, run_id)
            values (@key, @kind, @subject, @message, @database, @run)
            on conflict (key) do nothing
            """,
            connection);
        command.WithText("key", StorableText.Of(incident.Key))
            .WithText("kind", StoredWords.IncidentKinds.Word(incident.Kind))
            .WithText("subject", StorableText.Of(incident.Subject))
            .WithText("message", StorableText.Of(incident.Message))
            .WithText("database", incident.Database)
            .WithText("run", incident.Run?.Value);
        return await command.ExecuteNonQueryAsync(cancellationToken) == 1;
    }

    internal static async Task<IReadOnlyList<Incident>> ListAsync(NpgsqlConnection connection, int limit, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(
            "select key, kind, subject, message, database, run_id, at from restoredrill.incident order by sequence desc limit @limit", connection);
        return await command.With("limit", NpgsqlDbType.Integer, limit).ReadAllAsync(
            static row => new Incident
            {
                Key = row.GetString(0),
                Kind = StoredWords.IncidentKinds.Value(row.GetString(1)),
                Subject = row.GetString(2),
                Message = row.GetString(3),
                Database = row.TextOrNull(4),
                Run = row.TextOrNull(5) is { } run ? RunId.Parse(run) : null,
                At = row.GetFieldValue<DateTimeOffset>(6),
            },
            cancellationToken);
    }
}
