using Npgsql;
using NpgsqlTypes;
using RestoreDrill.Core.Runs;
using RestoreDrill.Records.Access;
using RestoreDrill.Records.Runs;

namespace RestoreDrill.Records.Service;

/// <summary>Since when something recurs, and what came of it.</summary>
internal static class Schedules
{
    internal static async Task<DateTimeOffset> RememberAsync(
        NpgsqlConnection connection, string job, string schedule, CancellationToken cancellationToken)
    {
        // Only a change is written: many hosts ask this again and again.
        await using var command = new NpgsqlCommand(
            """
            insert into restoredrill.schedule as known (job, schedule) values (@job, @schedule)
            on conflict (job) do update set schedule = @schedule, since = clock_timestamp() where known.schedule <> @schedule;
            select since from restoredrill.schedule where job = @job;
            """,
            connection);
        var since = await command.WithText("job", job).WithText("schedule", schedule)
            .ReadAllAsync(static row => row.GetFieldValue<DateTimeOffset>(0), cancellationToken);
        return since.Single();
    }

    internal static async Task<IReadOnlyList<Run>> ListCreatedAsync(
        NpgsqlConnection connection, RunKind kind, string database, DateTimeOffset since, DateTimeOffset until, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(
            $"""
            select {RunTable.Columns} from restoredrill.run
            where kind = @kind and database = @database and created_at between @since and @until
            order by created_at, id
            """,
            connection);
        command.WithText("kind", StoredWords.RunKinds.Word(kind))
            .WithText("database", database)
            .With("since", NpgsqlDbType.TimestampTz, since.UtcDateTime)
            .With("until", NpgsqlDbType.TimestampTz, until.UtcDateTime);
        return await command.ReadAllAsync(RunTable.Read, cancellationToken);
    }

    internal static async Task<DateTimeOffset> ClockAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand("select clock_timestamp()", connection);
        return (await command.ReadAllAsync(static row => row.GetFieldValue<DateTimeOffset>(0), cancellationToken)).Single();
    }
}
