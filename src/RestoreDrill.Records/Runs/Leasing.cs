using Npgsql;
using NpgsqlTypes;
using RestoreDrill.Core.Runs;
using RestoreDrill.Records.Access;

namespace RestoreDrill.Records.Runs;

/// <summary>
/// Who may carry out steps of a run. Each change is one compare-and-swap; only the database's clock counts, and it is read after the
/// row's lock was got (<c>clock_timestamp()</c>, not <c>now()</c>).
/// </summary>
internal static class Leasing
{
    internal static async Task<RunLease?> TryAcquireAsync(
        NpgsqlConnection connection, RunId id, string owner, TimeSpan duration, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(
            $"""
            update restoredrill.run
            set lease_owner = @owner,
                lease_until = clock_timestamp() + @duration,
                fence = case when lease_owner = @owner then fence else fence + 1 end
            where id = @id and finished_at is null
                and (lease_owner is null or lease_owner = @owner or lease_until <= clock_timestamp())
            returning {RunTable.Columns}, fence, clock_timestamp()
            """,
            connection);
        command.WithText("id", id.Value).WithText("owner", owner).With("duration", NpgsqlDbType.Interval, duration);
        var taken = await command.ReadAllAsync(
            row => new RunLease(RunTable.Read(row), owner, row.GetInt64(RunTable.Width), row.GetFieldValue<DateTimeOffset>(RunTable.Width + 1)), cancellationToken);
        return taken.SingleOrDefault();
    }

    internal static async Task<bool> TryRenewAsync(
        NpgsqlConnection connection, RunLease lease, TimeSpan duration, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(
            """
            update restoredrill.run set lease_until = clock_timestamp() + @duration
            where id = @id and lease_owner = @owner and fence = @fence and finished_at is null
            """,
            connection);
        command.WithLease(lease).With("duration", NpgsqlDbType.Interval, duration);
        return await command.ExecuteNonQueryAsync(cancellationToken) == 1;
    }

    internal static async Task<bool> ReleaseAsync(NpgsqlConnection connection, RunLease lease, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(
            """
            update restoredrill.run set lease_owner = null, lease_until = null
            where id = @id and lease_owner = @owner and fence = @fence and finished_at is null
            """,
            connection);
        return await command.WithLease(lease).ExecuteNonQueryAsync(cancellationToken) == 1;
    }

    /// <summary>The parameters <c>id</c>, <c>owner</c> and <c>fence</c>.</summary>
    internal static NpgsqlCommand WithLease(this NpgsqlCommand command, RunLease lease) => command
        .WithText("id", lease.Run.Id.Value)
        .WithText("owner", lease.Owner)
        .With("fence", NpgsqlDbType.Bigint, lease.Fence);
}
