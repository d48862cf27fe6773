using Npgsql;
using NpgsqlTypes;
using RestoreDrill.Core.Runs;
using RestoreDrill.Records.Access;

namespace RestoreDrill.Records.Runs;

/// <summary>Opening and finding runs.</summary>
internal static class RunTable
{
    /// <summary>What <see cref="Read"/> reads, in its order.</summary>
    internal const string Columns =
        "id, kind, database, trigger, phase, phase_since, troubles, state::text, created_at, next_step_at, note, finished_at, outcome, "
        + "summary, level, defect, asked, occurrence, job, turn_at, coalesce(saved_at, phase_since), unattended";

    /// <summary>How many columns <see cref="Columns"/> has.</summary>
    internal const int Width = 22;

    internal static async Task<(Run Run, bool Opened)> OpenAsync(NpgsqlConnection connection, NewRun run, CancellationToken cancellationToken)
    {
        // The open run that stood in the way may finish before it is looked up: then there is room again.
        for (var attempt = 0; attempt < 100; attempt++)
        {
            if (await FindAnswerAsync(connection, run.Kind, run.Database, run.Request, cancellationToken) is { } answer)
            {
                return (answer, false);
            }

            await using var insert = new NpgsqlCommand(
                $"""
                insert into restoredrill.run (id, kind, database, trigger, asked, occurrence, job, phase, phase_since, state, created_at)
                values (@id, @kind, @database, @trigger, @asked, @occurrence, @job, @phase, statement_timestamp(), @state, statement_timestamp())
                on conflict do nothing
                returning {Columns}
                """,
                connection);
            insert.WithText("id", run.Id.Value)
                .WithText("kind", StoredWords.RunKinds.Word(run.Kind))
                .WithText("database", run.Database)
                .WithText("trigger", StorableText.Of(run.Request.Trigger))
                .With("asked", NpgsqlDbType.Boolean, run.Request.Asked)
                .With("occurrence", NpgsqlDbType.TimestampTz, run.Request.Occurrence?.UtcDateTime)
                .WithText("job", run.Request.Job)
                .WithText("phase", run.Phase)
                .With("state", NpgsqlDbType.Jsonb, StorableText.OfJson(run.State));
            if (await insert.ReadAllAsync(Read, cancellationToken) is [var opened])
            {
                return (opened, true);
            }
        }

        throw new InvalidOperationException($"Run {run.Id} of {run.Database} could not be opened: its id or its job is in use by another run.");
    }

    internal static async Task<Run?> FindAnswerAsync(
        NpgsqlConnection connection, RunKind kind, string database, RunRequest request, CancellationToken cancellationToken)
    {
        if (request.Asked)
        {
            await using var promote = new NpgsqlCommand(
                "update restoredrill.run set asked = true where kind = @kind and database = @database and finished_at is null and turn_at is null and not asked",
                connection);
            promote.WithText("kind", StoredWords.RunKinds.Word(kind)).WithText("database", database);
            await promote.ExecuteNonQueryAsync(cancellationToken);
        }

        await using var command = new NpgsqlCommand(
            $"""
            select {Columns} from restoredrill.run
            where kind = @kind and database = @database
                and (finished_at is null or job = @job or occurrence = @occurrence or created_at >= @asked_at)
            order by coalesce(job = @job, false) desc, coalesce(occurrence = @occurrence, false) desc, finished_at is null desc, created_at desc
            limit 1
            """,
            connection);
        command.WithText("kind", StoredWords.RunKinds.Word(kind))
            .WithText("database", database)
            .WithText("job", request.Job)
            .With("occurrence", NpgsqlDbType.TimestampTz, request.Occurrence?.UtcDateTime)
            .With("asked_at", NpgsqlDbType.TimestampTz, request.AskedAt?.UtcDateTime);
        return (await command.ReadAllAsync(Read, cancellationToken)).SingleOrDefault();
    }

    internal static async Task<Run?> FindAsync(NpgsqlConnection connection, RunId id, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand($"select {Columns} from restoredrill.run where id = @id", connection);
        command.WithText("id", id.Value);
        return (await command.ReadAllAsync(Read, cancellationToken)).SingleOrDefault();
    }

    internal static async Task<Run?> FindOpenAsync(
        NpgsqlConnection connection, RunKind kind, string database, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(
            $"select {Columns} from restoredrill.run where kind = @kind and database = @database and finished_at is null", connection);
        command.WithText("kind", StoredWords.RunKinds.Word(kind)).WithText("database", database);
        return (await command.ReadAllAsync(Read, cancellationToken)).SingleOrDefault();
    }

    internal static async Task<IReadOnlyList<Run>> ListAsync(
        NpgsqlConnection connection, string? database, RunKind? kind, int limit, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(
            $"""
            select {Columns} from restoredrill.run
            where (@database is null or database = @database) and (@kind is null or kind = @kind)
            order by created_at desc, id desc
            limit @limit
            """,
            connection);
        command.WithText("database", database)
            .WithText("kind", kind is { } some ? StoredWords.RunKinds.Word(some) : null)
            .With("limit", NpgsqlDbType.Integer, limit);
        return await command.ReadAllAsync(Read, cancellationToken);
    }

    internal static Run Read(NpgsqlDataReader row) => new()
    {
        Id = RunId.Parse(row.GetString(0)),
        Kind = StoredWords.RunKinds.Value(row.GetString(1)),
        Database = row.GetString(2),
        Trigger = row.GetString(3),
        Phase = row.GetString(4),
        PhaseSince = row.GetFieldValue<DateTimeOffset>(5),
        Troubles = row.GetInt32(6),
        State = row.GetString(7),
        CreatedAt = row.GetFieldValue<DateTimeOffset>(8),
        NextStepAt = row.TimeOrNull(9),
        Note = row.TextOrNull(10),
        FinishedAt = row.TimeOrNull(11),
        Outcome = row.TextOrNull(12) is { } outcome ? StoredWords.RunOutcomes.Value(outcome) : null,
        Summary = row.TextOrNull(13),
        Level = row.TextOrNull(14),
        Defect = row.TextOrNull(15),
        Asked = row.GetBoolean(16),
        Occurrence = row.TimeOrNull(17),
        Job = row.TextOrNull(18),
        TurnAt = row.TimeOrNull(19),
        SavedAt = row.GetFieldValue<DateTimeOffset>(20),
        Unattended = row.GetTimeSpan(21),
    };
}
