using RestoreDrill.Core.Cloud;
using RestoreDrill.Core.Drilling;
using RestoreDrill.Core.Json;
using RestoreDrill.Core.Reading;
using RestoreDrill.Core.Runs;
using RestoreDrill.Core.Tests.Cloud;
using RestoreDrill.Core.Verdicts;

namespace RestoreDrill.Core.Tests.Drilling;

/// <summary>Drills whose process dies, or whose answers are lost, at every place.</summary>
public sealed class DrillRecoveryTests
{
    [Fact]
    public async Task Drill_whose_every_step_is_made_by_a_new_process_never_passes_and_is_cleaned_up()
    {
        var driven = await Driven.WithCopyAsync();

        var run = await driven.ToTheEndAsync(await driven.OpenDrillAsync(), newProcessEachStep: true);

        // The password never outlives a step: after ten it is given up, not tried for ever.
        Assert.Equal(RunOutcome.Inconclusive, run.Outcome);
        Assert.Contains("was set 10 times and control was lost each time", run.Summary, StringComparison.Ordinal);
        Assert.Empty(driven.InstancesLeft);
    }

    [Fact]
    public async Task Drill_killed_at_any_save_ends_the_same()
    {
        var saves = (await FinishedAsync()).Store.Saves.Count;
        Assert.InRange(saves, 30, 100);
        for (var save = 1; save <= saves; save++)
        {
            await EndsTheSameAsync(driven => driven.KillAtSave(save, before: true), kills: 1);
            await EndsTheSameAsync(driven => driven.KillAtSave(save, before: false), kills: 1);
        }
    }

    [Fact]
    public async Task Drill_killed_after_any_call_ends_the_same()
    {
        var opening = await Driven.WithSelfTestsAsync();
        await opening.OpenDrillAsync();
        var calls = (await FinishedAsync()).Cloud.Calls - opening.Cloud.Calls;
        Assert.InRange(calls, 40, 200);
        for (var call = 1; call <= calls; call++)
        {
            await EndsTheSameAsync(driven => driven.Cloud.KillAfter(driven.Cloud.Calls + call, driven.Store), kills: 1);
        }
    }

    [Fact]
    public async Task Drill_whose_answer_to_any_changing_call_is_lost_ends_the_same()
    {
        for (var change = 1; change <= 3; change++)
        {
            await EndsTheSameAsync(driven => driven.LoseAnswerToChange(change));
        }
    }

    [Fact]
    public async Task Name_that_is_taken_though_it_was_not_seen_is_looked_at_and_used_if_it_is_ours() => await EndsTheSameAsync(static driven =>
        driven.Cloud.Answered = (operation, _) =>
        {
            if (operation == "rds:RestoreDBInstanceFromDBSnapshot")
            {
                driven.Cloud.Answered = static (_, _) => { };
                throw MemoryCloud.Refusal(CloudFault.AlreadyExists, operation, "DBInstanceAlreadyExists");
            }
        });

    [Fact]
    public async Task Process_that_lost_the_password_sets_a_new_one_and_reads_on_behind_the_last_saved_relation()
    {
        var driven = await Driven.WithCopyAsync();
        var id = await driven.OpenDrillAsync();
        driven.Store.AfterSave = change =>
        {
            if (change.Readings.Count > 0)
            {
                driven.Store.CallerIsDead = true;
                throw new Tests.Runs.ProcessKilledException();
            }
        };

        var run = await driven.ToTheEndAsync(id);

        Assert.Equal((RunOutcome.Pass, "restores"), (run.Outcome, run.Level));
        Assert.Equal(2, driven.Cloud.Instances.Values.Single().PasswordsSet);
        Assert.Equal(["submissions", "students", "homework", "drafts", "invoices"], driven.Cloud.Reads);
        Assert.Equal(2, CanonicalJson.Read<DrillState>(run.State).PasswordResets);
    }

    [Fact]
    public async Task Relation_read_but_not_saved_is_read_again_and_counted_once()
    {
        var driven = await Driven.WithCopyAsync();
        var id = await driven.OpenDrillAsync();
        driven.Store.BeforeSave = change =>
        {
            if (change.Readings.Count > 0)
            {
                driven.Store.CallerIsDead = true;
                throw new Tests.Runs.ProcessKilledException();
            }
        };

        var run = await driven.ToTheEndAsync(id);

        Assert.Equal(["submissions", "students", "homework", "submissions", "students", "homework", "drafts", "invoices"], driven.Cloud.Reads);
        Assert.Equal(6300, CanonicalJson.Read<DrillState>(run.State).Verdict!.Counts.RowsRead);
    }

    [Fact]
    public async Task Process_that_takes_over_reads_on_behind_the_last_saved_range()
    {
        var driven = await Driven.WithCopyAsync();
        driven.Cloud.RangesOfRelation = 4;
        var id = await driven.OpenDrillAsync();
        var died = 0;
        driven.Store.AfterSave = change =>
        {
            if (change.Ranges.Count > 0 && died++ == 0)
            {
                driven.Store.CallerIsDead = true;
                throw new Tests.Runs.ProcessKilledException();
            }
        };

        var run = await driven.ToTheEndAsync(id);

        // 2 s a range: ten ranges were saved, of the first relation, the second, and half of the third.
        Assert.Equal(2, driven.Cloud.Instances.Values.Single().PasswordsSet);
        Assert.Equal(driven.Cloud.Content.SelectMany(static reading => Enumerable.Repeat(reading.Name.Name, 4)), driven.Cloud.Reads);
        Assert.Equal(RunOutcome.Pass, run.Outcome);
        await HasReadAllAsync(driven, run);
    }

    [Fact]
    public async Task Ranges_read_but_not_saved_are_read_again_and_counted_once()
    {
        var driven = await Driven.WithCopyAsync();
        driven.Cloud.RangesOfRelation = 4;
        var id = await driven.OpenDrillAsync();
        var saves = 0;
        driven.Store.BeforeSave = change =>
        {
            if (change.Ranges.Count > 0 && ++saves == 2)
            {
                driven.Store.CallerIsDead = true;
                throw new Tests.Runs.ProcessKilledException();
            }
        };

        var run = await driven.ToTheEndAsync(id);

        Assert.Equal(30, driven.Cloud.Reads.Count);
        await HasReadAllAsync(driven, run);
    }

    [Fact]
    public async Task Process_that_is_stopped_saves_the_ranges_it_has_finished_and_gives_the_run_back()
    {
        var driven = await Driven.WithCopyAsync();
        driven.Cloud.RangesOfRelation = 4;
        var id = await driven.OpenDrillAsync();
        using var stop = new CancellationTokenSource();
        driven.Cloud.Asked = operation =>
        {
            if (operation == "sql:read" && driven.Cloud.Reads.Count == 6)
            {
                stop.Cancel();
            }
        };
        await driven.UntilStoppedAsync(id, stop.Token);
        driven.Cloud.Asked = static _ => { };

        Assert.Equal(7, driven.Cloud.Reads.Count);
        Assert.Equal(7, (await driven.Store.RangesAsync(id, CancellationToken.None)).Count);
        Assert.Null(driven.Store.OwnerOf(id));
        await HasReadAllAsync(driven, await driven.ToTheEndAsync(id));
        Assert.Equal(20, driven.Cloud.Reads.Count);
    }

    [Fact]
    public async Task Connection_that_breaks_costs_only_what_was_under_way()
    {
        var driven = await Driven.WithCopyAsync();
        driven.Cloud.RangesOfRelation = 4;
        var broken = 0;
        driven.Cloud.Answered = (operation, _) =>
        {
            if (operation == "sql:read" && driven.Cloud.Reads.Count == 6 && broken++ == 0)
            {
                throw new InstanceUnreachableException("The connection broke.", "57P01", new TimeoutException());
            }
        };

        var run = await driven.DrillAsync();

        Assert.Equal(21, driven.Cloud.Reads.Count);
        await HasReadAllAsync(driven, run);
        var events = await driven.Store.EventsAsync(run.Id, 0, CancellationToken.None);
        Assert.Contains(events, static line => line is { Kind: RunEventKind.Trouble, Message: "The connection broke. What was read before is kept." });
        Assert.Contains(events, static line => line.Message == "1 of 5 relations are read, 10.2 of 41.0 kB");
    }

    [Fact]
    public async Task Damaged_range_makes_its_relation_damaged()
    {
        var driven = await Driven.WithCopyAsync();
        driven.Cloud.RangesOfRelation = 4;
        driven.Cloud.Content[0] = driven.Cloud.Content[0] with { Outcome = ReadingOutcome.Damaged, HashSum = null, Reason = "XX001: invalid page" };

        var run = await driven.DrillAsync();

        Assert.Equal(RunOutcome.Fail, run.Outcome);
        Assert.Contains("submissions (XX001: invalid page)", run.Summary, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Password_that_another_process_replaced_is_replaced_again()
    {
        var driven = await Driven.WithCopyAsync();
        var replaced = false;
        driven.Store.AfterSave = change =>
        {
            if (change.Phase == DrillPhases.Reading && !replaced)
            {
                replaced = true;
                driven.Cloud.Instances.Values.Single().Password = "set by somebody else";
            }
        };

        var run = await driven.DrillAsync();

        Assert.Equal(RunOutcome.Pass, run.Outcome);
        Assert.Equal(2, driven.Cloud.Made("rds:ModifyDBInstance"));
    }

    [Fact]
    public async Task Store_that_is_lost_in_the_middle_is_waited_for_and_nothing_is_read_twice()
    {
        var driven = await Driven.WithCopyAsync();
        var lost = 0;
        driven.Store.LosesAnswer = change => change.Readings.Count > 0 && lost++ == 0;
        var id = await driven.OpenDrillAsync();

        var driving = driven.ToTheEndAsync(id);
        await Tests.Runs.Engine.UntilAsync(() => lost > 0);
        while (!driving.IsCompleted)
        {
            driven.Time.Advance(TimeSpan.FromSeconds(1));
            await Task.Delay(TimeSpan.FromMilliseconds(1), TimeProvider.System, CancellationToken.None);
        }

        Assert.Equal(RunOutcome.Pass, (await driving).Outcome);
        Assert.Equal(5, driven.Cloud.Reads.Count);
    }

    private static async Task HasReadAllAsync(Driven driven, Run run)
    {
        var readings = await driven.Store.ReadingsAsync(run.Id, CancellationToken.None);
        Assert.Equal(driven.Cloud.Content.OrderBy(static reading => reading.Name, RelationName.Order), readings.OrderBy(static reading => reading.Name, RelationName.Order));
        Assert.Equal(BirthCertificate.DigestOf(driven.Cloud.Content), CanonicalJson.Read<DrillState>(run.State).Verdict!.ReadingsSha256);
    }

    private static async Task<Driven> FinishedAsync()
    {
        var driven = await Driven.WithSelfTestsAsync();
        await driven.DrillAsync();
        return driven;
    }

    private static async Task EndsTheSameAsync(Action<Driven> trouble, int kills = 0)
    {
        var driven = await Driven.WithSelfTestsAsync();
        var copies = driven.Cloud.VaultSnapshots.Count;
        var id = await driven.OpenDrillAsync();
        trouble(driven);

        var run = await driven.ToTheEndAsync(id);

        Assert.Equal((RunOutcome.Pass, "restores", null, kills), (run.Outcome, run.Level, run.Defect, driven.Kills));
        Assert.Equal(1, driven.Cloud.Made("rds:RestoreDBInstanceFromDBSnapshot"));
        Assert.Equal(1, driven.Cloud.Made("rds:DeleteDBInstance"));
        Assert.Equal(0, driven.Cloud.Made("rds:DeleteDBSnapshot"));
        Assert.Empty(driven.InstancesLeft);
        Assert.Equal(copies, driven.Cloud.VaultSnapshots.Count);
        var readings = await driven.Store.ReadingsAsync(id, CancellationToken.None);
        Assert.Equal(driven.Cloud.Content.OrderBy(static reading => reading.Name, RelationName.Order), readings.OrderBy(static reading => reading.Name, RelationName.Order));
        var verdict = CanonicalJson.Read<DrillState>(run.State).Verdict!;
        Assert.Equal(["user:first", "user:second"], verdict.Checks.Select(static check => check.Id).Where(static check => check.StartsWith("user:", StringComparison.Ordinal)));
        Assert.Equal(BirthCertificate.DigestOf(driven.Cloud.Content), verdict.ReadingsSha256);
        Assert.Equal(CheckOutcome.Passed, verdict.Checks.Single(static check => check.Id == "self-test").Outcome);
    }
}
