using System.Diagnostics;
using Microsoft.Extensions.Time.Testing;
using RestoreDrill.Core.Protection;
using RestoreDrill.Core.Runs;

namespace RestoreDrill.Core.Tests.Runs;

/// <summary>An engine over a store in memory, with one open run.</summary>
internal sealed class Engine
{
    private Engine(IRunWorkflow workflow)
    {
        Time = new FakeTimeProvider(Sample.Now);
        Store = new MemoryRunStore(Time);
        RunEngine = new RunEngine(Store, [workflow], Timing, Time);
    }

    public static TimingOptions Timing { get; } = new();

    public FakeTimeProvider Time { get; }

    public MemoryRunStore Store { get; }

    public RunEngine RunEngine { get; }

    public static async Task<Engine> WithAsync(IRunWorkflow workflow)
    {
        var engine = new Engine(workflow);
        await engine.Store.OpenAsync(new NewRun(Sample.CopyRun, RunKind.Copy, Sample.Database, RunRequest.ByPerson("test"), "first", "{}"), CancellationToken.None);
        return engine;
    }

    public Task<StepReport> StepAsync(CancellationToken cancellationToken = default) => RunEngine.StepAsync(Sample.CopyRun, "me", cancellationToken);

    public async Task<Run> RunAsync() => (await Store.FindAsync(Sample.CopyRun, CancellationToken.None))!;

    public Task<IReadOnlyList<RunEvent>> EventsAsync() => Store.EventsAsync(Sample.CopyRun, 0, CancellationToken.None);

    /// <summary>Lets time pass until the task has ended.</summary>
    public async Task<T> PassTimeAsync<T>(Task<T> task, TimeSpan each)
    {
        var limit = Stopwatch.StartNew();
        while (!task.IsCompleted)
        {
            Assert.True(limit.Elapsed < TimeSpan.FromSeconds(30), "the task does not end, however much time passes");
            Time.Advance(each);
            await Task.Delay(TimeSpan.FromMilliseconds(1), TimeProvider.System, CancellationToken.None);
        }

        return await task;
    }

    /// <summary>Waits, in real time, for something that another thread brings about.</summary>
    public static async Task UntilAsync(Func<bool> happened)
    {
        var limit = Stopwatch.StartNew();
        while (!happened())
        {
            Assert.True(limit.Elapsed < TimeSpan.FromSeconds(30), "what was waited for did not happen");
            await Task.Delay(TimeSpan.FromMilliseconds(1), TimeProvider.System, CancellationToken.None);
        }
    }
}
