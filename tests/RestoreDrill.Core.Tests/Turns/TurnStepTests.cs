using Microsoft.Extensions.Time.Testing;
using RestoreDrill.Core.Drilling;
using RestoreDrill.Core.Runs;
using RestoreDrill.Core.Scheduling;
using RestoreDrill.Core.Tests.Runs;
using RestoreDrill.Core.Turns;

namespace RestoreDrill.Core.Tests.Turns;

/// <summary>It is 02:00 UTC; the blackout, where there is one, ends at 05:00.</summary>
public sealed class TurnStepTests
{
    private readonly FakeTimeProvider _time = new(Sample.Now);
    private readonly MemoryRunStore _store;
    private int _ids;
    private int _counted;

    public TurnStepTests() => _store = new MemoryRunStore(_time);

    [Fact]
    public async Task Run_that_fits_goes_on()
    {
        var result = await WaitAsync(await OpenAsync("courses"));

        Assert.Equal((DrillPhases.Choosing, "the run has its turn", (TimeSpan?)null), (result.Phase, result.Note, result.Wait));
    }

    [Fact]
    public async Task Run_that_does_not_fit_waits_and_says_for_whom()
    {
        var holder = await OpenAsync("billing");
        await WaitAsync(holder);

        var result = await WaitAsync(await OpenAsync("courses"));

        Assert.Equal((DrillPhases.WaitingForTurn, Sample.Options.Timing.Poll), (result.Phase, result.Wait));
        Assert.Equal(
            $"waits for its turn: 1 of 1 scratch instances in use ({holder.Id} of billing in waiting-for-turn)", result.Note);
    }

    [Fact]
    public async Task Run_that_finds_every_place_taken_by_what_is_left_behind_says_so()
    {
        var result = await WaitAsync(await OpenAsync("courses"), places: 0);

        Assert.Equal(DrillPhases.WaitingForTurn, result.Phase);
        Assert.Contains("all scratch instances of the budget are taken by instances that no drill of this store has", result.Note, StringComparison.Ordinal);
        Assert.Contains("runbooks/scratch-left-behind.md", result.Note, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_that_fits_later_goes_on_then()
    {
        var holder = await OpenAsync("billing");
        await WaitAsync(holder);
        var run = await OpenAsync("courses");
        await WaitAsync(run);
        var lease = (await _store.TryAcquireAsync(holder.Id, "me", TimeSpan.FromMinutes(1), CancellationToken.None))!;
        await _store.SaveAsync(
            lease, new RunChange { Phase = "finished", State = "{}", Conclusion = new RunConclusion(RunOutcome.Pass, "done") }, CancellationToken.None);

        Assert.Equal(DrillPhases.Choosing, (await WaitAsync(run)).Phase);
    }

    [Fact]
    public async Task Scheduled_run_waits_for_the_end_of_a_blackout_without_asking_for_its_turn()
    {
        var run = await OpenAsync("courses", asked: false);

        var result = await WaitAsync(run, blackout: true);

        Assert.Equal((DrillPhases.WaitingForTurn, Sample.Options.Timing.Poll), (result.Phase, result.Wait));
        Assert.Equal("a blackout window is open until 2026-03-01 05:00 UTC; the run begins after it", result.Note);
        Assert.Equal(0, _counted);
        Assert.Null((await _store.FindAsync(run.Id, CancellationToken.None))!.TurnAt);
    }

    [Fact]
    public async Task Scheduled_run_comes_back_when_the_blackout_ends()
    {
        var run = await OpenAsync("courses", asked: false);
        _time.Advance(TimeSpan.FromHours(3) - TimeSpan.FromSeconds(7));

        Assert.Equal(TimeSpan.FromSeconds(7), (await WaitAsync(run, blackout: true)).Wait);
        _time.Advance(TimeSpan.FromSeconds(7));
        Assert.Equal(DrillPhases.Choosing, (await WaitAsync(run, blackout: true)).Phase);
    }

    [Fact]
    public async Task Run_that_a_person_asked_for_is_not_held_back_by_a_blackout()
    {
        Assert.Equal(DrillPhases.Choosing, (await WaitAsync(await OpenAsync("courses"), blackout: true)).Phase);
    }

    [Fact]
    public async Task Scheduled_run_that_a_person_asks_for_too_is_held_back_no_longer()
    {
        var scheduled = await OpenAsync("courses", asked: false);
        await WaitAsync(scheduled, blackout: true);

        var promoted = scheduled with { Asked = true };

        Assert.Equal(DrillPhases.Choosing, (await WaitAsync(promoted, blackout: true)).Phase);
    }

    private Task<StepResult> WaitAsync(Run run, int places = 1, bool blackout = false)
    {
        var schedule = new DatabaseSchedule
        {
            Drill = new RunSchedule { Cron = "0 2 * * *" }, Blackouts = blackout ? [new Blackout { From = new TimeOnly(1, 0), To = new TimeOnly(5, 0) }] : [],
        };
        Task<int> Count(CancellationToken cancellationToken)
        {
            _counted++;
            return Task.FromResult(places);
        }

        var options = Sample.Options with { Databases = [Sample.Configured with { Schedule = schedule }] };
        return new TurnStep(options, _store, _time).WaitAsync(
            Step<DrillState>.Of(run), DrillPhases.Choosing, Count, "scratch instances", CancellationToken.None);
    }

    private async Task<Run> OpenAsync(string database, bool asked = true)
    {
        var id = RunId.New(RunKind.Drill, _time.GetUtcNow(), new Random(++_ids));
        var request = new RunRequest { Trigger = "test", Asked = asked };
        var run = new NewRun(id, RunKind.Drill, database, request, DrillPhases.WaitingForTurn, """{"selection":"latest"}""");
        return (await _store.OpenAsync(run, CancellationToken.None)).Run;
    }
}
