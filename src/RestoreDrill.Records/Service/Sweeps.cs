using Npgsql;
using NpgsqlTypes;
using RestoreDrill.Core.Sweeping;
using RestoreDrill.Records.Access;

namespace RestoreDrill.Records.Service;

/// <summary>What sweeps found, and when the store recorded nothing.</summary>
internal static class Sweeps
{
    internal static async Task<bool> RecordAsync(NpgsqlConnection connection, SweepReport report, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(
            "insert into restoredrill.sweep (found, removed, remain) values (@found, @removed, @remain) on conflict do nothing", connection);
        command.With("found", NpgsqlDbType.Integer, report.Found)
            .With("removed", NpgsqlDbType.Integer, report.Removed)
            .With("remain", NpgsqlDbType.Integer, report.Left);
        return await command.ExecuteNonQueryAsync(cancellationToken) == 1;
    }

    internal static async Task<TimeSpan?> SilenceAroundAsync(NpgsqlConnection connection, DateTimeOffset moment, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(
            """
            select coalesce(
                    least(
                        (select min(at) from restoredrill.run_event where at >= @moment),
                        (select min(at) from restoredrill.sweep where at >= @moment)),
                    greatest(clock_timestamp(), @moment))
                - greatest(
                    (select max(at) from restoredrill.run_event where at < @moment),
                    (select max(at) from restoredrill.sweep where at < @moment))
            """,
            connection);
        var silence = await command.With("moment", NpgsqlDbType.TimestampTz, moment.UtcDateTime).ReadAllAsync(
            static row => row.IsDBNull(0) ? (TimeSpan?)null : row.GetFieldValue<TimeSpan>(0), cancellationToken);
        return silence.Single();
    }
}
