using RestoreDrill.Core.Runs;
using RestoreDrill.Records.Tests.Store;

namespace RestoreDrill.Records.Tests.Service;

public sealed class SchedulesTests(StoreServer server) : StoreTest(server)
{
    private const string Job = "drill:courses";

    [Fact]
    public async Task Schedule_that_stays_the_same_keeps_since_when()
    {
        var before = await Store.ClockAsync(Ct);
        var since = await Store.RememberScheduleAsync(Job, "nightly", Ct);

        Assert.InRange(since, before, await Store.ClockAsync(Ct));
        Assert.Equal(since, await Store.RememberScheduleAsync(Job, "nightly", Ct));
        Assert.True(await Store.RememberScheduleAsync(Job, "hourly", Ct) > since);
        Assert.True(await Store.RememberScheduleAsync("copy:courses", "nightly", Ct) > since);
    }

    [Fact]
    public async Task Schedule_remembered_by_sixteen_hosts_at_once_has_one_beginning()
    {
        var since = await Task.WhenAll(Enumerable.Range(0, 16).Select(_ => Store.RememberScheduleAsync(Job, "nightly", Ct)));

        Assert.Single(since.Distinct());
    }

    [Fact]
    public async Task Watched_until_only_moves_forwards()
    {
        await Store.RememberScheduleAsync(Job, "nightly", Ct);
        var until = new DateTimeOffset(2026, 3, 1, 2, 0, 0, TimeSpan.Zero);
        var known = await Store.FindScheduleAsync(Job, Ct);
        Assert.Equal(("nightly", null), (known!.Text, known.WatchedUntil));

        await Store.RememberWatchedAsync(Job, until, Ct);
        await Store.RememberWatchedAsync(Job, until.AddHours(-1), Ct);

        Assert.Equal(known with { WatchedUntil = until }, await Store.FindScheduleAsync(Job, Ct));
        Assert.Null(await Store.FindScheduleAsync("copy:courses", Ct));
    }

    [Fact]
    public async Task Schedules_that_are_gone_are_forgotten_and_come_back_as_new()
    {
        foreach (var job in (string[])[Job, "copy:courses", "drill:billing", "sweep"])
        {
            await Store.RememberScheduleAsync(job, "nightly", Ct);
        }

        var since = await Store.RememberScheduleAsync(Job, "nightly", Ct);
        var before = await Store.RememberScheduleAsync("drill:billing", "nightly", Ct);
        await Store.ForgetSchedulesExceptAsync([Job], Ct);

        Assert.Equal([Job, "sweep"], await ScalarAsync<string[]>("select array_agg(job order by job) from restoredrill.schedule"));
        Assert.Equal(since, await Store.RememberScheduleAsync(Job, "nightly", Ct));
        Assert.True(await Store.RememberScheduleAsync("drill:billing", "nightly", Ct) > before);
        await Store.ForgetSchedulesExceptAsync([], Ct);
        Assert.Equal(["sweep"], await ScalarAsync<string[]>("select array_agg(job order by job) from restoredrill.schedule"));
    }

    [Fact]
    public async Task Runs_created_in_a_stretch_of_time_come_oldest_first()
    {
        var first = await EndedAsync(RunOutcome.Fail);
        var second = await EndedAsync(RunOutcome.Pass);
        var third = await OpenAsync();
        await OpenAsync(RunKind.Copy);
        await OpenAsync(database: "billing");

        var all = await Store.ListCreatedAsync(RunKind.Drill, "courses", first.CreatedAt, third.CreatedAt, Ct);

        Assert.Equal([first.Id, second.Id, third.Id], all.Select(static run => run.Id));
        Assert.Equal([second.Id], (await Store.ListCreatedAsync(RunKind.Drill, "courses", second.CreatedAt, second.CreatedAt, Ct)).Select(static run => run.Id));
        Assert.Empty(await Store.ListCreatedAsync(RunKind.Drill, "courses", third.CreatedAt.AddTicks(10), DateTimeOffset.MaxValue, Ct));
    }

    private async Task<Run> EndedAsync(RunOutcome outcome)
    {
        var lease = await OpenLeasedAsync();
        return await Store.SaveAsync(lease, Step(conclusion: new RunConclusion(outcome, "Done.")), Ct);
    }
}
