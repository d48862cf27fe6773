using RestoreDrill.Core.Runs;

namespace RestoreDrill.Core.Tests.Runs;

public sealed class RunEngineLeaseTests
{
    private static readonly TimeSpan Third = Engine.Timing.Lease / 3;

    [Fact]
    public async Task Long_step_runs_under_a_lease_that_is_renewed()
    {
        var end = new TaskCompletionSource<StepResult>();
        var engine = await Engine.WithAsync(new ScriptedWorkflow((_, _) => end.Task));

        var step = engine.StepAsync();
        for (var renewals = 1; renewals <= 10; renewals++)
        {
            engine.Time.Advance(Third);
            await Engine.UntilAsync(() => engine.Store.Renewals == renewals);
            Assert.Equal("me", engine.Store.OwnerOf(Sample.CopyRun));
        }

        end.SetResult(ScriptedWorkflow.Next("second"));
        Assert.Equal("second", (await step).Run.Phase);
    }

    [Fact]
    public async Task Lease_that_another_process_took_cancels_the_step_and_nothing_is_saved()
    {
        var stopped = false;
        var engine = await Engine.WithAsync(new ScriptedWorkflow(async (_, token) =>
        {
            try
            {
                await Task.Delay(Timeout.InfiniteTimeSpan, token);
            }
            finally
            {
                stopped = true;
            }

            return ScriptedWorkflow.Next("second");
        }));
        var away = true;
        engine.Store.IsAway = member => away && member == nameof(IRunStore.TryRenewAsync);

        var step = engine.StepAsync();
        engine.Time.Advance(Engine.Timing.Lease + TimeSpan.FromSeconds(1));
        Assert.NotNull(await engine.Store.TryAcquireAsync(Sample.CopyRun, "other", Engine.Timing.Lease, CancellationToken.None));
        away = false;

        await Assert.ThrowsAsync<LeaseLostException>(() => engine.PassTimeAsync(step, Third / 4));
        Assert.True(stopped);
        Assert.Empty(engine.Store.Saves);
        Assert.Equal("first", (await engine.RunAsync()).Phase);
    }

    [Fact]
    public async Task Step_that_does_not_notice_its_lost_lease_is_refused_at_the_save()
    {
        Engine? engine = null;
        engine = await Engine.WithAsync(new ScriptedWorkflow(async (_, _) =>
        {
            engine!.Store.IsAway = static member => member == nameof(IRunStore.TryRenewAsync);
            engine.Time.Advance(Engine.Timing.Lease + TimeSpan.FromSeconds(1));
            Assert.NotNull(await engine.Store.TryAcquireAsync(Sample.CopyRun, "other", Engine.Timing.Lease, CancellationToken.None));
            return ScriptedWorkflow.Next("second");
        }));

        await Assert.ThrowsAsync<LeaseLostException>(() => engine.StepAsync());

        Assert.Empty(engine.Store.Saves);
        Assert.Equal("other", engine.Store.OwnerOf(Sample.CopyRun));
    }

    [Fact]
    public async Task Expired_lease_that_nobody_took_still_saves()
    {
        Engine? engine = null;
        engine = await Engine.WithAsync(new ScriptedWorkflow(_ =>
        {
            engine!.Store.IsAway = static member => member == nameof(IRunStore.TryRenewAsync);
            engine.Time.Advance(Engine.Timing.Lease * 5);
            return ScriptedWorkflow.Next("second");
        }));

        Assert.Equal("second", (await engine.StepAsync()).Run.Phase);
    }

    [Fact]
    public async Task Store_that_is_away_during_the_save_is_waited_out_and_the_result_is_not_lost()
    {
        var workflow = new ScriptedWorkflow(static _ => ScriptedWorkflow.Next("second"));
        var engine = await Engine.WithAsync(workflow);
        var back = Sample.Now + Engine.Timing.StorePatience - TimeSpan.FromMinutes(1);
        engine.Store.IsAway = member => member == nameof(IRunStore.SaveAsync) && engine.Time.GetUtcNow() < back;

        var report = await engine.PassTimeAsync(engine.StepAsync(), TimeSpan.FromSeconds(20));

        Assert.Equal("second", report.Run.Phase);
        Assert.Equal(1, workflow.Steps);
    }

    [Fact]
    public async Task Store_that_is_away_longer_than_patience_is_an_error()
    {
        var engine = await Engine.WithAsync(new ScriptedWorkflow(static _ => ScriptedWorkflow.Next("second")));
        engine.Store.IsAway = static member => member == nameof(IRunStore.SaveAsync);

        await Assert.ThrowsAsync<StoreUnavailableException>(() => engine.PassTimeAsync(engine.StepAsync(), TimeSpan.FromSeconds(20)));

        Assert.True(engine.Time.GetUtcNow() - Sample.Now >= Engine.Timing.StorePatience);
        Assert.Equal("first", (await engine.RunAsync()).Phase);
    }

    [Fact]
    public async Task Save_whose_answer_was_lost_is_made_again_and_the_step_is_not()
    {
        var workflow = new ScriptedWorkflow(static _ => ScriptedWorkflow.Next("second"));
        var engine = await Engine.WithAsync(workflow);
        var lost = false;
        engine.Store.LosesAnswer = _ => !lost && (lost = true);

        var report = await engine.PassTimeAsync(engine.StepAsync(), TimeSpan.FromSeconds(1));

        Assert.Equal(("second", 1, 2), (report.Run.Phase, workflow.Steps, engine.Store.Saves.Count));
    }

    [Fact]
    public async Task Cancelled_step_gives_the_lease_back_and_leaves_the_run_open()
    {
        using var stop = new CancellationTokenSource();
        var engine = await Engine.WithAsync(new ScriptedWorkflow(async (_, token) =>
        {
            await stop.CancelAsync();
            token.ThrowIfCancellationRequested();
            return ScriptedWorkflow.Next("second");
        }));

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => engine.StepAsync(stop.Token));

        Assert.Null(engine.Store.OwnerOf(Sample.CopyRun));
        Assert.Empty(engine.Store.Saves);
        Assert.Null((await engine.RunAsync()).FinishedAt);
    }

    [Fact]
    public async Task Cancellation_after_the_work_gives_the_lease_back_too()
    {
        using var stop = new CancellationTokenSource();
        var engine = await Engine.WithAsync(new ScriptedWorkflow(async (_, _) =>
        {
            await stop.CancelAsync();
            return ScriptedWorkflow.Next("second");
        }));

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => engine.StepAsync(stop.Token));

        Assert.Null(engine.Store.OwnerOf(Sample.CopyRun));
        Assert.Null((await engine.RunAsync()).FinishedAt);
    }
}
