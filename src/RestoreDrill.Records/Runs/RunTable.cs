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
        + "summary, level, defect";

    /// <summary>How many columns <see cref="Columns"/> has.</summary>
    internal const int Width = 16;

    internal static async Task<(Run Run, bool Opened)> OpenAsync(NpgsqlConnection connection, NewRun run, CancellationToken cancellationToken)
    {
        // The open run that stood in the way may finish before it is looked up: then there is room again.
        while (true)
        {
            await using var insert = new NpgsqlCommand(
                $"""
                insert into restoredrill.run (id, kind, database, trigger, phase, phase_since, state, created_at)
                values (@id, @kind, @database, @trigger, @phase, statement_timestamp(), @state, statement_timestamp())
                on conflict (kind, database) where finished_at is null do nothing
                returning {Columns}
                """,
                connection);
            insert.WithText("id", run.Id.Value)
                .WithText("kind", StoredWords.RunKinds.Word(run.Kind))
                .WithText("database", run.Database)
                .WithText("trigger", StorableText.Of(run.Trigger))
                .WithText("phase", run.Phase)
                .With("state", NpgsqlDbType.Jsonb, StorableText.OfJson(run.State));
            if (await insert.ReadAllAsync(Read, cancellationToken) is [var opened])
            {
                return (opened, true);
            }

            if (await FindOpenAsync(connection, run.Kind, run.Database, cancellationToken) is { } open)
            {
                return (open, false);
            }
        }
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
    };
}
