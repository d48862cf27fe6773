using RestoreDrill.Core.Runs;
using RestoreDrill.Core.Turns;
using RestoreDrill.Records.Tests.Store;

namespace RestoreDrill.Records.Tests.Runs;

public sealed class TurnTests(StoreServer server) : StoreTest(server)
{
    [Fact]
    public async Task Turns_are_granted_while_there_are_places()
    {
        var (first, second, third) = (await OpenWaitingAsync("a"), await OpenWaitingAsync("b"), await OpenWaitingAsync("c"));

        Assert.Equal((true, 0), Count(await AskAsync(first, 2)));
        Assert.Equal((true, 1), Count(await AskAsync(second, 2)));
        var refused = await AskAsync(third, 2);
        Assert.False(refused.Granted);
        Assert.Equal([first.Id, second.Id], refused.Holders.Select(static run => run.Id));
        Assert.Empty(refused.Ahead);

        await FinishAsync(first);
        Assert.True((await AskAsync(third, 2)).Granted);
        Assert.NotNull((await Store.FindAsync(third.Id, Ct))!.TurnAt);
    }

    [Fact]
    public async Task Run_that_only_deposits_its_facts_has_given_its_turn_back()
    {
        var (first, second) = (await OpenWaitingAsync("a"), await OpenWaitingAsync("b"));
        Assert.True((await AskAsync(first, 1)).Granted);
        Assert.False((await AskAsync(second, 1)).Granted);

        var lease = (await Store.TryAcquireAsync(first.Id, "host", TimeSpan.FromMinutes(1), Ct))!;
        await Store.SaveAsync(lease, Step("depositing-facts"), Ct);

        Assert.Equal((true, 0), Count(await AskAsync(second, 1)));
        Assert.True((await AskAsync(first, 1)).Granted);
    }

    [Fact]
    public async Task Asking_again_is_harmless_and_a_turn_once_granted_stays()
    {
        var (first, second) = (await OpenWaitingAsync("a"), await OpenWaitingAsync("b"));
        Assert.True((await AskAsync(first, 2)).Granted);
        Assert.True((await AskAsync(second, 2)).Granted);
        var since = (await Store.FindAsync(first.Id, Ct))!.TurnAt;

        var again = await AskAsync(first, 1);

        Assert.Equal((true, 1), Count(again));
        Assert.Equal(since, (await Store.FindAsync(first.Id, Ct))!.TurnAt);
    }

    [Fact]
    public async Task Waiters_come_in_order_of_person_then_oldest_proof_then_age()
    {
        await PassedAsync("recent", daysAgo: 1);
        await PassedAsync("old", daysAgo: 9);
        await PassedAsync("old", daysAgo: 10);
        await PassedAsync("wanted", daysAgo: 0);
        await PassedAsync("failed", daysAgo: 0, RunOutcome.Fail);
        var recent = await OpenWaitingAsync("recent");
        var old = await OpenWaitingAsync("old");
        var failed = await OpenWaitingAsync("failed");
        var never = await OpenWaitingAsync("never");
        var wanted = await OpenWaitingAsync("wanted", asked: true);
        Run[] expected = [wanted, failed, never, old, recent];
        foreach (var run in (Run[])[recent, old, failed, never, wanted])
        {
            Assert.False((await AskAsync(run, 0)).Granted);
        }

        Assert.Equal(expected[..^1].Select(static run => run.Id), (await AskAsync(recent, 4)).Ahead.Select(static run => run.Id));
        for (var i = 0; i < expected.Length; i++)
        {
            foreach (var later in expected[(i + 1)..])
            {
                Assert.False((await AskAsync(later, 1)).Granted, $"it is not yet the turn of {later.Database}");
            }

            Assert.True((await AskAsync(expected[i], 1)).Granted, $"it is the turn of {expected[i].Database}");
            await FinishAsync(expected[i]);
        }
    }

    [Fact]
    public async Task Waiters_ahead_are_let_into_the_free_places_only()
    {
        var (first, second, third) = (await OpenWaitingAsync("a"), await OpenWaitingAsync("b"), await OpenWaitingAsync("c"));
        await AskAsync(first, 0);
        await AskAsync(second, 0);

        Assert.False((await AskAsync(third, 2)).Granted);
        Assert.True((await AskAsync(third, 3)).Granted);
    }

    [Fact]
    public async Task Waiter_that_nobody_drives_is_passed_over()
    {
        var (abandoned, run) = (await OpenWaitingAsync("a"), await OpenWaitingAsync("b"));
        await AskAsync(abandoned, 0);
        Assert.Equal([abandoned.Id], (await AskAsync(run, 1)).Ahead.Select(static ahead => ahead.Id));

        await SqlAsync($"update restoredrill.run set turn_asked_at = clock_timestamp() - interval '61 s' where id = '{abandoned.Id}'");

        Assert.True((await AskAsync(run, 1)).Granted);
        Assert.False((await AskAsync(abandoned, 1)).Granted);
    }

    [Fact]
    public async Task Waiter_that_has_not_asked_yet_holds_nobody_up()
    {
        await OpenWaitingAsync("a", asked: true);

        Assert.True((await AskAsync(await OpenWaitingAsync("b"), 1)).Granted);
    }

    [Fact]
    public async Task Kinds_do_not_take_each_others_places()
    {
        Assert.True((await AskAsync(await OpenWaitingAsync("a"), 1)).Granted);

        Assert.True((await AskAsync(await OpenWaitingAsync("a", kind: RunKind.Copy), 1)).Granted);
        Assert.False((await AskAsync(await OpenWaitingAsync("b", kind: RunKind.Copy), 1)).Granted);
    }

    [Fact]
    public async Task Run_past_the_first_phase_has_a_place_whatever_version_opened_it()
    {
        var earlier = await OpenAsync(database: "a");
        var run = await OpenWaitingAsync("b");

        Assert.Equal([earlier.Id], (await AskAsync(run, 1)).Holders.Select(static holder => holder.Id));
        Assert.True((await AskAsync(earlier, 1)).Granted);
        Assert.False((await AskAsync(run, 1)).Granted);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-3)]
    public async Task Without_places_nobody_has_a_turn(int places) =>
        Assert.False((await AskAsync(await OpenWaitingAsync("a"), places)).Granted);

    [Fact]
    public async Task Finished_run_has_no_turn_to_ask_for()
    {
        var run = await OpenWaitingAsync("a");
        await FinishAsync(run);

        await Assert.ThrowsAsync<InvalidOperationException>(() => AskAsync(run, 1));
    }

    [Fact]
    public async Task Sixteen_askers_at_once_never_have_more_turns_than_places()
    {
        const int Places = 3;
        var runs = new List<Run>();
        for (var i = 0; i < 16; i++)
        {
            runs.Add(await OpenWaitingAsync($"database-{i}"));
        }

        var seen = await Task.WhenAll(runs.Select(async run =>
        {
            while (!(await AskAsync(run, Places)).Granted)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(5), Ct);
            }

            var open = await ScalarAsync<long>("select count(*) from restoredrill.run where turn_at is not null and finished_at is null");
            await FinishAsync(run);
            return open;
        }));

        Assert.All(seen, static open => Assert.InRange(open, 1, Places));
        Assert.Equal(16L, await ScalarAsync<long>("select count(*) from restoredrill.run where finished_at is not null"));
    }

    private static (bool Granted, int Holders) Count(Turn turn) => (turn.Granted, turn.Holders.Count);

    private Task<Turn> AskAsync(Run run, int places) => Store.TakeTurnAsync(run.Id, places, Minute, Ct);

    private async Task<Run> OpenWaitingAsync(string database, bool asked = false, RunKind kind = RunKind.Drill)
    {
        var run = NewRun(kind, database) with { Phase = "waiting-for-turn", Request = new RunRequest { Trigger = "test", Asked = asked } };
        return (await Store.OpenAsync(run, Ct)).Run;
    }

    private async Task FinishAsync(Run run, RunOutcome outcome = RunOutcome.Fail)
    {
        var lease = Assert.IsType<RunLease>(await Store.TryAcquireAsync(run.Id, "host-1", Minute, Ct));
        await Store.SaveAsync(lease, Step("finished", new RunConclusion(outcome, "Done.")), Ct);
    }

    private async Task PassedAsync(string database, int daysAgo, RunOutcome outcome = RunOutcome.Pass)
    {
        var run = await OpenAsync(database: database);
        await FinishAsync(run, outcome);
        await SqlAsync("alter table restoredrill.run disable trigger run_finished_stays");
        await SqlAsync($"update restoredrill.run set finished_at = finished_at - interval '{daysAgo} days' where id = '{run.Id}'");
        await SqlAsync("alter table restoredrill.run enable always trigger run_finished_stays");
    }
}
