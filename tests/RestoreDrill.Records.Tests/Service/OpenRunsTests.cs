using RestoreDrill.Core.Runs;
using RestoreDrill.Records.Tests.Store;

namespace RestoreDrill.Records.Tests.Service;

public sealed class OpenRunsTests(StoreServer server) : StoreTest(server)
{
    [Fact]
    public async Task List_gives_the_open_runs_oldest_first()
    {
        var first = await OpenAsync(RunKind.Copy);
        var finished = await OpenLeasedAsync(database: "done");
        var last = await OpenAsync();
        await Store.SaveAsync(finished, Step(conclusion: new RunConclusion(RunOutcome.Fail, "Done.")), Ct);

        Assert.Equal([first, last], (await Store.ListOpenAsync(Ct)).Select(static open => open.Run));
    }

    [Fact]
    public async Task Run_is_leased_until_the_lease_ends_by_the_clock_of_the_database()
    {
        var lease = await OpenLeasedAsync();

        Assert.True((await OnlyAsync()).Leased);
        await ExpireLeaseAsync(lease);
        Assert.False((await OnlyAsync()).Leased);
        await Store.ReleaseAsync(lease, Ct);
        Assert.False((await OnlyAsync()).Leased);
    }

    [Fact]
    public async Task Run_is_idle_from_when_its_next_step_is_due()
    {
        var lease = await OpenLeasedAsync();
        Assert.InRange((await OnlyAsync()).Idle, TimeSpan.Zero, Minute);

        await Store.SaveAsync(lease, Step() with { Wait = TimeSpan.FromHours(1) }, Ct);
        Assert.InRange((await OnlyAsync()).Idle, TimeSpan.FromMinutes(-60), TimeSpan.FromMinutes(-59));

        await SqlAsync("update restoredrill.run set saved_at = saved_at - interval '2 h', next_step_at = next_step_at - interval '2 h'");
        Assert.InRange((await OnlyAsync()).Idle, TimeSpan.FromMinutes(60), TimeSpan.FromMinutes(61));

        await Store.SaveAsync(lease, Step(), Ct);
        Assert.InRange((await OnlyAsync()).Idle, TimeSpan.Zero, Minute);
    }

    [Fact]
    public async Task Run_without_a_step_is_idle_from_when_it_was_opened()
    {
        await OpenAsync();
        await SqlAsync("update restoredrill.run set created_at = created_at - interval '1 h', phase_since = phase_since - interval '1 h'");

        Assert.InRange((await OnlyAsync()).Idle, TimeSpan.FromMinutes(60), TimeSpan.FromMinutes(61));
    }

    [Fact]
    public async Task Assign_gives_an_open_run_to_a_job_only_from_the_job_it_had()
    {
        var run = await OpenAsync();

        Assert.False(await Store.AssignJobAsync(run.Id, "17", "18", Ct));
        Assert.True(await Store.AssignJobAsync(run.Id, null, "17", Ct));
        Assert.False(await Store.AssignJobAsync(run.Id, null, "18", Ct));
        Assert.True(await Store.AssignJobAsync(run.Id, "17", "18", Ct));

        Assert.Equal("18", (await Store.FindAsync(run.Id, Ct))!.Job);
        Assert.Equal(run.Id, (await Store.FindByJobAsync("18", Ct))?.Id);
        Assert.Null(await Store.FindByJobAsync("17", Ct));
    }

    [Fact]
    public async Task Assign_from_eight_hosts_gives_the_run_to_one_job()
    {
        var run = await OpenAsync();

        var assigned = await Task.WhenAll(Enumerable.Range(0, 8).Select(i => Store.AssignJobAsync(run.Id, null, $"job-{i}", Ct)));

        Assert.Single(assigned, static mine => mine);
        Assert.Equal($"job-{assigned.IndexOf(true)}", (await Store.FindAsync(run.Id, Ct))!.Job);
    }

    [Fact]
    public async Task Assign_of_a_finished_run_changes_nothing_and_its_job_still_finds_it()
    {
        var lease = await OpenLeasedAsync();
        Assert.True(await Store.AssignJobAsync(lease.Run.Id, null, "17", Ct));
        await Store.SaveAsync(lease, Step(conclusion: new RunConclusion(RunOutcome.Fail, "Done.")), Ct);

        Assert.False(await Store.AssignJobAsync(lease.Run.Id, "17", "18", Ct));

        var found = await Store.FindByJobAsync("17", Ct);
        Assert.Equal((lease.Run.Id, RunOutcome.Fail), (found!.Id, found.Outcome));
    }

    private async Task<OpenRun> OnlyAsync() => Assert.Single(await Store.ListOpenAsync(Ct));
}
