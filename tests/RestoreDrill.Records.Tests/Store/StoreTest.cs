using Npgsql;
using RestoreDrill.Core.Runs;

namespace RestoreDrill.Records.Tests.Store;

/// <summary>A test with a migrated store of its own.</summary>
public abstract class StoreTest(StoreServer server) : IAsyncLifetime
{
    internal static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    private int _ids;

    protected static CancellationToken Ct => TestContext.Current.CancellationToken;

    protected StoreServer Server { get; } = server;

    protected NpgsqlDataSource Database { get; private set; } = null!;

    protected RecordsStore Store { get; private set; } = null!;

    public virtual async ValueTask InitializeAsync()
    {
        Database = await Server.NewStoreAsync();
        Store = new RecordsStore(Database);
    }

    public virtual async ValueTask DisposeAsync()
    {
        await Store.DisposeAsync();
        await Database.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    protected NewRun NewRun(RunKind kind = RunKind.Drill, string database = "courses", string state = "{}") =>
        new(RunId.New(kind, DateTimeOffset.UnixEpoch.AddYears(60), new Random(Interlocked.Increment(ref _ids))), kind, database, RunRequest.ByPerson("test"), "first", state);

    protected async Task<Run> OpenAsync(RunKind kind = RunKind.Drill, string database = "courses")
    {
        var (run, opened) = await Store.OpenAsync(NewRun(kind, database), Ct);
        Assert.True(opened);
        return run;
    }

    protected async Task<RunLease> OpenLeasedAsync(RunKind kind = RunKind.Drill, string database = "courses")
    {
        var run = await OpenAsync(kind, database);
        return Assert.IsType<RunLease>(await Store.TryAcquireAsync(run.Id, "host-1", Minute, Ct));
    }

    protected static RunChange Step(string phase = "first", RunConclusion? conclusion = null) =>
        new() { Phase = phase, State = "{}", Conclusion = conclusion };

    /// <summary>Makes the run's lease one that ended a second ago.</summary>
    protected Task ExpireLeaseAsync(RunLease lease) =>
        SqlAsync($"update restoredrill.run set lease_until = clock_timestamp() - interval '1 s' where id = '{lease.Run.Id}'");

    protected async Task SqlAsync(string sql)
    {
        await using var command = Database.CreateCommand(sql);
        await command.ExecuteNonQueryAsync(Ct);
    }

    protected async Task<T> ScalarAsync<T>(string sql)
    {
        await using var command = Database.CreateCommand(sql);
        return (T)(await command.ExecuteScalarAsync(Ct))!;
    }
}
