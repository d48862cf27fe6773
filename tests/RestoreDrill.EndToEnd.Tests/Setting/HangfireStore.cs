using Hangfire;
using Hangfire.Common;
using Hangfire.PostgreSql;
using Hangfire.States;
using Hangfire.Storage;
using Npgsql;

namespace RestoreDrill.EndToEnd.Tests.Setting;

/// <summary>A workbench's Hangfire tables: looked at as they are, and changed as Hangfire itself or another release would.</summary>
internal sealed class HangfireStore(Workbench workbench)
{
    public const string Schema = "hangfire";

    public JobStorage Storage { get; } = new PostgreSqlStorage(
        new Connections(workbench.Store), new PostgreSqlStorageOptions { SchemaName = Schema, PrepareSchemaIfNecessary = false });

    /// <summary>The jobs that a recurring job has made, oldest first, with their states.</summary>
    public async Task<IReadOnlyList<(string Id, string State)>> JobsOfAsync(string recurring)
    {
        await using var connection = new NpgsqlConnection(workbench.Store);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(
            $"SELECT id::text, coalesce(statename, '') FROM {Schema}.job WHERE arguments::text LIKE '%' || $1 || '%' ORDER BY id", connection);
        command.Parameters.AddWithValue(recurring);
        await using var reader = await command.ExecuteReaderAsync();
        var jobs = new List<(string, string)>();
        while (await reader.ReadAsync())
        {
            jobs.Add((reader.GetString(0), reader.GetString(1)));
        }

        return jobs;
    }

    /// <summary>All rows of all tables, one text per table.</summary>
    public async Task<IReadOnlyDictionary<string, string>> EverythingAsync()
    {
        await using var connection = new NpgsqlConnection(workbench.Store);
        await connection.OpenAsync();
        var names = new List<string>();
        await using (var list = new NpgsqlCommand($"SELECT table_name FROM information_schema.tables WHERE table_schema = '{Schema}'", connection))
        await using (var reader = await list.ExecuteReaderAsync())
        {
            while (await reader.ReadAsync())
            {
                names.Add(reader.GetString(0));
            }
        }

        var tables = new Dictionary<string, string>();
        foreach (var name in names)
        {
            await using var command = new NpgsqlCommand($"SELECT coalesce(string_agg(t::text, E'\\n'), '') FROM {Schema}.\"{name}\" t", connection);
            tables[name] = (string)(await command.ExecuteScalarAsync())!;
        }

        return tables;
    }

    /// <summary>Puts a job into the state Failed, whatever state it is in.</summary>
    public void Fail(string job) =>
        new BackgroundJobClient(Storage, new JobFilterProviderCollection()).ChangeState(job, new FailedState(new InvalidOperationException("made to fail")));

    public RecurringJobDto? Recurring(string name)
    {
        using var connection = Storage.GetConnection();
        return connection.GetRecurringJobs().Find(job => job.Id == name);
    }

    /// <summary>Why a recurring job could not be scheduled the last time, as it is stored.</summary>
    public async Task<string?> ErrorOfAsync(string name)
    {
        await using var connection = new NpgsqlConnection(workbench.Store);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand($"SELECT value FROM {Schema}.hash WHERE key = 'recurring-job:' || $1 AND field = 'Error'", connection);
        command.Parameters.AddWithValue(name);
        return await command.ExecuteScalarAsync() as string;
    }

    public IReadOnlyList<RecurringJobDto> AllRecurring()
    {
        using var connection = Storage.GetConnection();
        return connection.GetRecurringJobs();
    }

    /// <summary>Lets a recurring job be due now, as if it had not been scheduled for years.</summary>
    public void LetBeDue(string name) => SetNext(name, TimeProvider.System.GetUtcNow().UtcDateTime, "");

    /// <summary>What Hangfire does to a recurring job that it could not schedule six times: it has no next moment any more.</summary>
    public void Disable(string name) => SetNext(name, null, "could not be scheduled");

    private void SetNext(string name, DateTime? next, string error)
    {
        using var connection = Storage.GetConnection();

        // As Hangfire (1.8.25) does: a service may be storing the same fields.
        using var alone = connection.AcquireDistributedLock($"lock:recurring-job:{name}", TimeSpan.FromMinutes(1));
        using var transaction = connection.CreateWriteTransaction();
        transaction.SetRangeInHash($"recurring-job:{name}", new Dictionary<string, string>
        {
            ["NextExecution"] = next is { } at ? JobHelper.SerializeDateTime(at) : "",
            ["Error"] = error,

            // Hangfire (1.8.25) asks the expression what was due since.
            ["LastExecution"] = JobHelper.SerializeDateTime(TimeProvider.System.GetUtcNow().UtcDateTime.AddYears(-9)),
        });
        transaction.AddToSet("recurring-jobs", name, next is { } moment ? Seconds(moment) : -1.0);
        transaction.Commit();
    }

    private static double Seconds(DateTime moment) => new DateTimeOffset(moment).ToUnixTimeSeconds();

    private sealed class Connections(string store) : IConnectionFactory
    {
        public NpgsqlConnection GetOrCreateConnection() => new(store);
    }
}
