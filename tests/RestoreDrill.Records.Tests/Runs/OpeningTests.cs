using System.Text.Json.Nodes;
using RestoreDrill.Core.Runs;
using RestoreDrill.Records.Tests.Store;

namespace RestoreDrill.Records.Tests.Runs;

public sealed class OpeningTests(StoreServer server) : StoreTest(server)
{
    [Fact]
    public async Task Open_from_sixteen_tasks_gives_one_run()
    {
        var answers = await Task.WhenAll(Enumerable.Range(0, 16).Select(_ => Store.OpenAsync(NewRun(), Ct)));

        Assert.Single(answers, static answer => answer.Opened);
        Assert.Single(answers.Select(static answer => answer.Run.Id).Distinct());
        Assert.Single(await Store.ListAsync(null, null, 100, Ct));
    }

    [Fact]
    public async Task Open_while_open_runs_finish_never_leaves_two_open()
    {
        var opened = await Task.WhenAll(Enumerable.Range(0, 8).Select(async worker =>
        {
            var mine = 0;
            for (var i = 0; i < 10; i++)
            {
                var (run, first) = await Store.OpenAsync(NewRun(), Ct);
                mine += first ? 1 : 0;
                if (await Store.TryAcquireAsync(run.Id, $"host-{worker}", Minute, Ct) is { } lease)
                {
                    await Store.SaveAsync(lease, Step(conclusion: new RunConclusion(RunOutcome.Fail, "done")), Ct);
                }
            }

            return mine;
        }));

        var runs = await Store.ListAsync(null, null, 1000, Ct);
        Assert.Equal(opened.Sum(), runs.Count);
        Assert.True(runs.Count(static run => run.FinishedAt is null) <= 1);
    }

    [Fact]
    public async Task Open_of_another_kind_or_database_is_another_run()
    {
        var drill = await OpenAsync();
        var copy = await OpenAsync(RunKind.Copy);
        var other = await OpenAsync(database: "Kurse-ж-課程");

        Assert.Equal(drill, await Store.FindOpenAsync(RunKind.Drill, "courses", Ct));
        Assert.Equal(copy, await Store.FindOpenAsync(RunKind.Copy, "courses", Ct));
        Assert.Equal(other, await Store.FindOpenAsync(RunKind.Drill, "Kurse-ж-課程", Ct));
        Assert.Null(await Store.FindOpenAsync(RunKind.Copy, "Kurse-ж-課程", Ct));
        Assert.Null(await Store.FindAsync(NewRun().Id, Ct));
    }

    [Fact]
    public async Task Open_keeps_every_field()
    {
        const string State = """{"zeta":1,"alpha":{"nested":[1,2.50,null,true]},"text":"quote \" ünïcode 🙂"}""";
        var asked = NewRun(RunKind.Copy, state: State) with { Request = RunRequest.ByPerson("cli:мария@laptop"), Phase = "snapshot" };

        await Store.OpenAsync(asked, Ct);

        var run = await Store.FindAsync(asked.Id, Ct);
        Assert.NotNull(run);
        Assert.Equal(
            (asked.Id, RunKind.Copy, "courses", "cli:мария@laptop", "snapshot", 0),
            (run.Id, run.Kind, run.Database, run.Trigger, run.Phase, run.Troubles));
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(State), JsonNode.Parse(run.State)));
        Assert.Equal(run.CreatedAt, run.PhaseSince);
        Assert.True(run is { NextStepAt: null, Note: null, FinishedAt: null, Outcome: null, Summary: null, Level: null, Defect: null });
    }

    [Fact]
    public async Task List_filters_and_gives_the_newest_first()
    {
        var first = await OpenAsync(RunKind.Copy);
        var second = await OpenAsync();
        var third = await OpenAsync(database: "billing");

        Assert.Equal([third, second, first], await Store.ListAsync(null, null, 10, Ct));
        Assert.Equal([third, second], await Store.ListAsync(null, null, 2, Ct));
        Assert.Equal([second, first], await Store.ListAsync("courses", null, 10, Ct));
        Assert.Equal([third, second], await Store.ListAsync(null, RunKind.Drill, 10, Ct));
        Assert.Equal([first], await Store.ListAsync("courses", RunKind.Copy, 10, Ct));
        Assert.Empty(await Store.ListAsync("nobody", null, 10, Ct));
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => Store.ListAsync(null, null, 0, Ct));
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => Store.ListAsync(null, null, 10_001, Ct));
    }

    [Fact]
    public async Task Find_of_a_run_with_an_unknown_outcome_says_so()
    {
        var lease = await OpenLeasedAsync();
        await SqlAsync("alter table restoredrill.run drop constraint run_outcome_known");
        await SqlAsync(
            "update restoredrill.run set outcome = 'perhaps', summary = 's', finished_at = now(), lease_owner = null, lease_until = null");

        var unknown = await Assert.ThrowsAsync<InvalidDataException>(() => Store.FindAsync(lease.Run.Id, Ct));
        Assert.Contains("'perhaps'", unknown.Message, StringComparison.Ordinal);
    }
}
