using Npgsql;
using NpgsqlTypes;
using RestoreDrill.Core.Runs;
using RestoreDrill.Core.Watching;
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

    internal static async Task<KnownSchedule?> FindAsync(NpgsqlConnection connection, string job, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand("select schedule, since, watched_until from restoredrill.schedule where job = @job", connection);
        var found = await command.WithText("job", job).ReadAllAsync(
            static row => new KnownSchedule(row.GetString(0), row.GetFieldValue<DateTimeOffset>(1), row.TimeOrNull(2)), cancellationToken);
        return found.SingleOrDefault();
    }

    internal static async Task<bool> RememberWatchedAsync(
        NpgsqlConnection connection, string job, DateTimeOffset until, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(
            "update restoredrill.schedule set watched_until = greatest(watched_until, @until) where job = @job", connection);
        command.WithText("job", job).With("until", NpgsqlDbType.TimestampTz, until.UtcDateTime);
        return await command.ExecuteNonQueryAsync(cancellationToken) == 1;
    }

    internal static async Task<int> ForgetExceptAsync(
        NpgsqlConnection connection, IReadOnlyCollection<string> jobs, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(
            "delete from restoredrill.schedule where job ~ '^(copy|drill):' and job <> all(@jobs)", connection);
        return await command.WithTexts("jobs", jobs).ExecuteNonQueryAsync(cancellationToken);
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
