using RestoreDrill.Core.Runs;
using RestoreDrill.Records.Tests.Store;

namespace RestoreDrill.Records.Tests.Runs;

/// <summary>Which run answers a request, so that the same wish never opens two.</summary>
public sealed class AnswerTests(StoreServer server) : StoreTest(server)
{
    private static readonly DateTimeOffset Night = new(2026, 3, 1, 2, 0, 0, TimeSpan.Zero);

    private static RunRequest Scheduled => new() { Trigger = "schedule:drill:courses", Asked = false, Occurrence = Night, Job = "17" };

    [Fact]
    public async Task Open_keeps_whose_wish_it_is()
    {
        var (opened, _) = await OpenAsync(Scheduled);

        Assert.Equal(("schedule:drill:courses", false, Night, "17"), (opened.Trigger, opened.Asked, opened.Occurrence, opened.Job));
        Assert.Null(opened.TurnAt);
        Assert.Equal(opened.CreatedAt, opened.SavedAt);
        Assert.Equal(opened, await Store.FindAsync(opened.Id, Ct));
    }

    [Fact]
    public async Task Occurrence_that_had_its_run_has_no_other()
    {
        var (first, _) = await OpenAsync(Scheduled);
        await FinishAsync(first);

        var (again, opened) = await OpenAsync(Scheduled with { Job = "18" });
        var (next, openedNext) = await OpenAsync(Scheduled with { Job = "19", Occurrence = Night.AddDays(1) });

        Assert.Equal((first.Id, false), (again.Id, opened));
        Assert.NotEqual(first.Id, next.Id);
        Assert.True(openedNext);
    }

    [Fact]
    public async Task Occurrence_of_another_kind_or_database_is_another()
    {
        await OpenAsync(Scheduled with { Job = null });

        Assert.True((await OpenAsync(Scheduled with { Job = null }, RunKind.Copy)).Opened);
        Assert.True((await OpenAsync(Scheduled with { Job = null }, database: "billing")).Opened);
    }

    [Fact]
    public async Task Occurrence_opened_from_sixteen_tasks_that_each_finish_at_once_has_one_run()
    {
        var answers = await Task.WhenAll(Enumerable.Range(0, 16).Select(async i =>
        {
            var (run, opened) = await OpenAsync(Scheduled with { Job = $"job-{i}" });
            if (opened)
            {
                await FinishAsync(run);
            }

            return (run.Id, opened);
        }));

        Assert.Single(answers, static answer => answer.opened);
        Assert.Single(answers.Select(static answer => answer.Id).Distinct());
        Assert.Single(await Store.ListAsync(null, null, 100, Ct));
    }

    [Fact]
    public async Task Run_opened_since_the_wish_answers_it_and_an_earlier_one_does_not()
    {
        var before = await Store.ClockAsync(Ct);
        var (first, _) = await OpenAsync(RunRequest.ByPerson("a"));
        var after = await Store.ClockAsync(Ct);
        await FinishAsync(first);

        Assert.Equal(first.Id, (await Store.FindAnswerAsync(RunKind.Drill, "courses", RunRequest.ByPerson("b") with { AskedAt = before }, Ct))?.Id);
        Assert.Null(await Store.FindAnswerAsync(RunKind.Drill, "courses", RunRequest.ByPerson("b") with { AskedAt = after }, Ct));
        Assert.Null(await Store.FindAnswerAsync(RunKind.Drill, "courses", RunRequest.ByPerson("b"), Ct));
        Assert.True((await OpenAsync(RunRequest.ByPerson("b") with { AskedAt = after })).Opened);
    }

    [Fact]
    public async Task Job_that_is_run_again_after_its_run_has_finished_finds_that_run()
    {
        var (first, _) = await OpenAsync(Scheduled);
        await FinishAsync(first);
        var (other, opened) = await OpenAsync(RunRequest.ByPerson("cli:maria"));

        Assert.True(opened);
        Assert.Equal(first.Id, (await OpenAsync(Scheduled)).Run.Id);
        Assert.Equal(first.Id, (await OpenAsync(Scheduled with { Job = "18" })).Run.Id);
        Assert.Equal(other.Id, (await OpenAsync(Scheduled with { Job = "19", Occurrence = Night.AddDays(1) })).Run.Id);
    }

    [Fact]
    public async Task Open_run_answers_before_a_finished_one_that_no_job_carried()
    {
        var before = await Store.ClockAsync(Ct);
        await FinishAsync((await OpenAsync(RunRequest.ByPerson("a"))).Run);
        var (open, _) = await OpenAsync(Scheduled);

        Assert.Equal(open.Id, (await OpenAsync(RunRequest.ByPerson("b") with { AskedAt = before })).Run.Id);
    }

    [Fact]
    public async Task Job_that_carries_another_databases_run_opens_none()
    {
        await OpenAsync(Scheduled);

        var refused = await Assert.ThrowsAsync<InvalidOperationException>(() => OpenAsync(Scheduled, database: "billing"));

        Assert.Contains("in use by another run", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Persons_wish_makes_a_waiting_run_a_persons()
    {
        var (scheduled, _) = await OpenAsync(Scheduled);

        Assert.False((await Store.FindAnswerAsync(RunKind.Drill, "courses", Scheduled with { Job = "18" }, Ct))!.Asked);
        Assert.True((await Store.FindAnswerAsync(RunKind.Drill, "courses", RunRequest.ByPerson("cli:maria"), Ct))!.Asked);
        var stored = await Store.FindAsync(scheduled.Id, Ct);
        Assert.Equal((true, scheduled.Trigger), (stored!.Asked, stored.Trigger));
        Assert.True((await OpenAsync(Scheduled)).Run.Asked, "the schedule does not take it back");
    }

    [Fact]
    public async Task Persons_wish_changes_no_run_that_has_its_turn_or_has_finished()
    {
        var (finished, _) = await OpenAsync(Scheduled with { Job = "16", Occurrence = Night.AddDays(-1) });
        await FinishAsync(finished);
        var (run, _) = await OpenAsync(Scheduled);
        Assert.True((await Store.TakeTurnAsync(run.Id, 1, Minute, Ct)).Granted);

        Assert.False((await OpenAsync(RunRequest.ByPerson("cli:maria"))).Run.Asked);
        Assert.False((await Store.FindAsync(finished.Id, Ct))!.Asked);
    }

    private Task<(Run Run, bool Opened)> OpenAsync(RunRequest request, RunKind kind = RunKind.Drill, string database = "courses") =>
        Store.OpenAsync(NewRun(kind, database) with { Request = request, Phase = "waiting-for-turn" }, Ct);

    private async Task FinishAsync(Run run)
    {
        var lease = Assert.IsType<RunLease>(await Store.TryAcquireAsync(run.Id, "host-1", Minute, Ct));
        await Store.SaveAsync(lease, Step("finished", new RunConclusion(RunOutcome.Fail, "Done.")), Ct);
    }
}
