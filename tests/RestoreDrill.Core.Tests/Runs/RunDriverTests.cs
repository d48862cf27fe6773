using RestoreDrill.Core.Runs;

namespace RestoreDrill.Core.Tests.Runs;

public sealed class RunDriverTests
{
    private static readonly string[] Phases = ["first", "second", "third"];

    [Fact]
    public async Task Run_is_driven_to_its_end_and_each_step_is_told()
    {
        var engine = await Engine.WithAsync(ThreePhases());
        var told = new Told();

        var run = await engine.PassTimeAsync(Driver(engine).DriveAsync(Sample.CopyRun, told, CancellationToken.None), TimeSpan.FromSeconds(10));

        Assert.Equal(RunOutcome.Copied, run.Outcome);
        Assert.Equal(["second", "third", "finished"], told.Seen.Select(static seen => seen.Phase));
    }

    [Fact]
    public async Task Run_that_another_process_holds_is_looked_on_until_it_is_free()
    {
        var workflow = ThreePhases();
        var engine = await Engine.WithAsync(workflow);
        await engine.Store.TryAcquireAsync(Sample.CopyRun, "other", TimeSpan.FromMinutes(2), CancellationToken.None);
        var told = new Told();

        var driving = Driver(engine).DriveAsync(Sample.CopyRun, told, CancellationToken.None);
        await Engine.UntilAsync(() => told.Seen.Count == 1);
        Assert.Equal(0, workflow.Steps);

        Assert.Equal(RunOutcome.Copied, (await engine.PassTimeAsync(driving, TimeSpan.FromSeconds(10))).Outcome);
        Assert.True(engine.Time.GetUtcNow() - Sample.Now >= TimeSpan.FromMinutes(2));
    }

    [Fact]
    public async Task Run_that_another_process_has_finished_is_returned()
    {
        var engine = await Engine.WithAsync(new ScriptedWorkflow(static _ => ScriptedWorkflow.End(RunOutcome.Copied, "done")));
        await engine.StepAsync();

        Assert.Equal(RunOutcome.Copied, (await Driver(engine).DriveAsync(Sample.CopyRun, null, CancellationToken.None)).Outcome);
    }

    [Fact]
    public async Task Store_that_is_away_for_a_while_between_steps_is_waited_out()
    {
        var engine = await Engine.WithAsync(ThreePhases());
        var back = Sample.Now + Engine.Timing.StorePatience / 2;
        engine.Store.IsAway = member => engine.Store.Saves.Count == 1 && engine.Time.GetUtcNow() < back;

        var run = await engine.PassTimeAsync(Driver(engine).DriveAsync(Sample.CopyRun, null, CancellationToken.None), TimeSpan.FromSeconds(10));

        Assert.Equal(RunOutcome.Copied, run.Outcome);
        Assert.True(engine.Time.GetUtcNow() >= back);
    }

    [Fact]
    public async Task Store_that_stays_away_longer_than_patience_ends_the_driving()
    {
        var engine = await Engine.WithAsync(ThreePhases());
        engine.Store.IsAway = _ => engine.Store.Saves.Count == 1;

        await Assert.ThrowsAsync<StoreUnavailableException>(
            () => engine.PassTimeAsync(Driver(engine).DriveAsync(Sample.CopyRun, null, CancellationToken.None), TimeSpan.FromSeconds(20)));
    }

    [Fact]
    public async Task Lost_lease_does_not_end_the_driving()
    {
        Engine? engine = null;
        var stolen = false;
        engine = await Engine.WithAsync(new ScriptedWorkflow(async (run, _) =>
        {
            if (!stolen)
            {
                stolen = true;
                engine!.Time.Advance(TimeSpan.FromMinutes(5));
                await engine.Store.TryAcquireAsync(Sample.CopyRun, "other", TimeSpan.FromSeconds(30), CancellationToken.None);
            }

            return ScriptedWorkflow.End(RunOutcome.Copied, "done");
        }));
        engine.Store.IsAway = static member => member == nameof(IRunStore.TryRenewAsync);

        var run = await engine.PassTimeAsync(Driver(engine).DriveAsync(Sample.CopyRun, null, CancellationToken.None), TimeSpan.FromSeconds(5));

        Assert.Equal(RunOutcome.Copied, run.Outcome);
        Assert.Single(engine.Store.Saves);
    }

    [Fact]
    public async Task Cancelled_driving_leaves_the_run_open_and_free()
    {
        using var stop = new CancellationTokenSource();
        var engine = await Engine.WithAsync(new ScriptedWorkflow(static _ => ScriptedWorkflow.Stay(TimeSpan.FromMinutes(1))));
        var told = new Told();

        var driving = Driver(engine).DriveAsync(Sample.CopyRun, told, stop.Token);
        await Engine.UntilAsync(() => told.Seen.Count == 1);
        await stop.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => driving);
        Assert.Null((await engine.RunAsync()).FinishedAt);
        Assert.Null(engine.Store.OwnerOf(Sample.CopyRun));
    }

    private static RunDriver Driver(Engine engine) => new(engine.RunEngine, Engine.Timing, engine.Time);

    private static ScriptedWorkflow ThreePhases() => new(static run => Array.IndexOf(Phases, run.Phase) is var at && at < Phases.Length - 1
        ? ScriptedWorkflow.Next(Phases[at + 1]) with { Wait = TimeSpan.FromSeconds(30) }
        : ScriptedWorkflow.End(RunOutcome.Copied, "done"));

    private sealed class Told : IProgress<Run>
    {
        public List<Run> Seen { get; } = [];

        public void Report(Run value) => Seen.Add(value);
    }
}
