using Npgsql;
using NpgsqlTypes;
using RestoreDrill.Core.Runs;
using RestoreDrill.Records.Access;

namespace RestoreDrill.Records.Runs;

/// <summary>The history of runs.</summary>
internal static class RunEvents
{
    /// <summary>Appends in the given order; sequence and time are the store's.</summary>
    internal static Task AppendAsync(NpgsqlConnection connection, RunId run, IReadOnlyList<RunEvent> events, CancellationToken cancellationToken) =>
        InsertAsync(connection, run, events, "clock_timestamp()", cancellationToken);

    /// <summary>The same with the events' own times: of a run that was kept elsewhere.</summary>
    internal static Task TakeInAsync(NpgsqlConnection connection, RunId run, IReadOnlyList<RunEvent> events, CancellationToken cancellationToken) =>
        InsertAsync(connection, run, events, "at", cancellationToken);

    private static async Task InsertAsync(NpgsqlConnection connection, RunId run, IReadOnlyList<RunEvent> events, string time, CancellationToken cancellationToken)
    {
        if (events.Count == 0)
        {
            return;
        }

        // An identity is drawn in the order of the ordered select (PostgreSQL 9.6 and later).
        await using var command = new NpgsqlCommand(
            $"""
            insert into restoredrill.run_event (run_id, at, phase, kind, message, operation, request_id)
            select @run, {time}, phase, kind, message, operation, request_id
            from unnest(@times, @phases, @kinds, @messages, @operations, @requests) with ordinality
                as added (at, phase, kind, message, operation, request_id, place)
            order by place
            """,
            connection);
        command.WithText("run", run.Value)
            .With("times", NpgsqlDbType.Array | NpgsqlDbType.TimestampTz, events.Select(static line => line.At.UtcDateTime).ToArray())
            .WithTexts("phases", events.Select(static line => line.Phase))
            .WithTexts("kinds", events.Select(static line => StoredWords.RunEventKinds.Word(line.Kind)))
            .WithTexts("messages", events.Select(static line => StorableText.Of(line.Message)))
            .WithTexts("operations", events.Select(static line => StorableText.Of(line.Operation)))
            .WithTexts("requests", events.Select(static line => StorableText.Of(line.RequestId)));
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    internal static async Task<IReadOnlyList<RunEvent>> ListAsync(
        NpgsqlConnection connection, RunId run, long afterSequence, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(
            """
            select sequence, at, phase, kind, message, operation, request_id from restoredrill.run_event
            where run_id = @run and sequence > @after
            order by sequence
            """,
            connection);
        command.WithText("run", run.Value).With("after", NpgsqlDbType.Bigint, afterSequence);
        return await command.ReadAllAsync(
            static row => new RunEvent
            {
                Sequence = row.GetInt64(0),
                At = row.GetFieldValue<DateTimeOffset>(1),
                Phase = row.GetString(2),
                Kind = StoredWords.RunEventKinds.Value(row.GetString(3)),
                Message = row.GetString(4),
                Operation = row.TextOrNull(5),
                RequestId = row.TextOrNull(6),
            },
            cancellationToken);
    }
}
