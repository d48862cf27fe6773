using RestoreDrill.Core.Runs;
using RestoreDrill.Core.Watching;

namespace RestoreDrill.Host.Tests.Service.Setting;

/// <summary>A test with a store of its own, on which it composes or starts a service.</summary>
[Collection<OneServiceAtATime>]
public abstract class ServiceTest(ServiceStores stores) : IAsyncLifetime
{
    private int _ids;

    protected static CancellationToken Ct => TestContext.Current.CancellationToken;

    protected ServiceStores Stores { get; } = stores;

    /// <summary>How to connect to the test's store.</summary>
    protected string Store { get; private set; } = "";

    public virtual async ValueTask InitializeAsync() => Store = await Stores.NewAsync();

    public virtual ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return ValueTask.CompletedTask;
    }

    /// <summary>Waits until something is so; a test that waits in vain fails with what it waited for.</summary>
    protected static async Task EventuallyAsync(Func<Task<bool>> so, string what, double seconds = 60)
    {
        var began = TimeProvider.System.GetTimestamp();
        while (!await so())
        {
            Assert.True(TimeProvider.System.GetElapsedTime(began) < TimeSpan.FromSeconds(seconds), $"Not within {seconds} s: {what}");
            await Task.Delay(TimeSpan.FromMilliseconds(50), TimeProvider.System, Ct);
        }
    }

    protected static Task EventuallyAsync(Func<bool> so, string what, double seconds = 60) => EventuallyAsync(() => Task.FromResult(so()), what, seconds);

    /// <summary>Opens a run as another process would have.</summary>
    private protected async Task<Run> OpenAsync(ServiceUnderTest service, RunKind kind = RunKind.Copy, string? job = null, bool asked = true, string? phase = null)
    {
        var id = RunId.New(kind, DateTimeOffset.UnixEpoch.AddYears(60), new Random(Interlocked.Increment(ref _ids)));
        var request = new RunRequest { Trigger = "test", Asked = asked, Job = job };
        var (run, opened) = await service.Records.OpenAsync(new NewRun(id, kind, "courses", request, phase ?? "waiting-for-turn", "{}"), Ct);
        Assert.True(opened);
        return run;
    }

    private protected static async Task<Run> FinishAsync(ServiceUnderTest service, Run run)
    {
        var lease = Assert.IsType<RunLease>(await service.Records.TryAcquireAsync(run.Id, "another process", TimeSpan.FromMinutes(1), Ct));
        var change = new RunChange { Phase = "finished", State = "{}", Conclusion = new RunConclusion(RunOutcome.Failed, "Another process ended it.") };
        return await service.Records.SaveAsync(lease, change, Ct);
    }

    private protected static async Task<IReadOnlyList<Incident>> IncidentsAsync(ServiceUnderTest service, IncidentKind kind) =>
        [.. (await service.Records.ListIncidentsAsync(100, Ct)).Where(incident => incident.Kind == kind)];
}
