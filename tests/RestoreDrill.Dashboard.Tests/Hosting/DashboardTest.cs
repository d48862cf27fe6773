using RestoreDrill.Core.Runs;

namespace RestoreDrill.Dashboard.Tests.Hosting;

/// <summary>A test with a dashboard of its own.</summary>
public abstract class DashboardTest(StoreServer server) : IAsyncLifetime
{
    private int _ids;

    internal DashboardHost Host { get; private set; } = null!;

    protected static CancellationToken Ct => TestContext.Current.CancellationToken;

    protected StoreServer Server { get; } = server;

    protected string Database { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        Database = await Server.NewConnectionStringAsync();
        Host = await DashboardHost.StartAsync(Database);
    }

    public async ValueTask DisposeAsync()
    {
        await Host.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    /// <summary>A run that a job carries, with its lease.</summary>
    internal async Task<RunLease> OpenAsync(DashboardHost host, string? job, RunKind kind = RunKind.Drill, string database = "courses")
    {
        var id = RunId.New(kind, DateTimeOffset.UnixEpoch.AddYears(57), new Random(Interlocked.Increment(ref _ids)));
        var request = new RunRequest { Trigger = "schedule:drill:courses", Asked = false, Job = job };
        var (run, opened) = await host.Store.OpenAsync(new NewRun(id, kind, database, request, "waiting-for-turn", "{}"), Ct);
        Assert.True(opened);
        return Assert.IsType<RunLease>(await host.Store.TryAcquireAsync(run.Id, "host-1", TimeSpan.FromMinutes(1), Ct));
    }

    /// <summary>Saves a step with one event.</summary>
    internal static async Task<RunLease> StepAsync(DashboardHost host, RunLease lease, string phase, string note, string state = "{}", RunConclusion? end = null)
    {
        var kind = end is not null ? RunEventKind.Conclusion : phase == lease.Run.Phase ? RunEventKind.Observed : RunEventKind.Phase;
        var entry = new RunEvent { Phase = phase, Kind = kind, Message = note, Operation = "DescribeDBInstances", RequestId = "req-" + phase };
        var run = await host.Store.SaveAsync(
            lease, new RunChange { Phase = phase, State = state, Note = note, Events = [entry], Conclusion = end }, Ct);
        return lease with { Run = run };
    }
}
