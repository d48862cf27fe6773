using Npgsql;
using RestoreDrill.Core.Runs;
using RestoreDrill.Records.Access;
using RestoreDrill.Records.Runs;

namespace RestoreDrill.Records.Service;

/// <summary>The open runs and the jobs that carry them.</summary>
internal static class OpenRuns
{
    internal static async Task<IReadOnlyList<OpenRun>> ListAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(
            $"""
            select {RunTable.Columns}, coalesce(lease_until > clock_timestamp(), false),
                clock_timestamp() - greatest(coalesce(saved_at, phase_since), coalesce(next_step_at, created_at))
            from restoredrill.run where finished_at is null order by created_at, id
            """,
            connection);
        return await command.ReadAllAsync(
            static row => new OpenRun(RunTable.Read(row), row.GetBoolean(RunTable.Width), row.GetFieldValue<TimeSpan>(RunTable.Width + 1)),
            cancellationToken);
    }

    internal static async Task<bool> AssignJobAsync(
        NpgsqlConnection connection, RunId id, string? before, string job, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(
            "update restoredrill.run set job = @job where id = @id and finished_at is null and job is not distinct from @before", connection);
        return await command.WithText("id", id.Value).WithText("before", before).WithText("job", job).ExecuteNonQueryAsync(cancellationToken) == 1;
    }

    internal static async Task<Run?> FindByJobAsync(NpgsqlConnection connection, string job, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand($"select {RunTable.Columns} from restoredrill.run where job = @job", connection);
        return (await command.WithText("job", job).ReadAllAsync(RunTable.Read, cancellationToken)).SingleOrDefault();
    }
}
