using RestoreDrill.Core.Cloud;
using RestoreDrill.Core.Drilling;
using RestoreDrill.Core.Installation;
using RestoreDrill.Core.Json;
using RestoreDrill.Core.Reading;
using RestoreDrill.Core.Runs;
using RestoreDrill.Core.Tests.Cloud;
using RestoreDrill.Core.Verdicts;

namespace RestoreDrill.Core.Tests.Drilling;

public sealed class DrillWorkflowTests
{
    [Fact]
    public async Task First_drill_passes_pins_and_leaves_nothing_behind()
    {
        var driven = await CopiedAsync();

        var run = await driven.DrillAsync();

        Assert.Equal((RunOutcome.Pass, "restores", null), (run.Outcome, run.Level, run.Defect));
        Assert.Equal(
            [
                $"rds:RestoreDBInstanceFromDBSnapshot rd-scratch-acme-{run.Id}", $"rds:ModifyDBInstance rd-scratch-acme-{run.Id}", $"rds:DeleteDBInstance rd-scratch-acme-{run.Id}",
            ],
            driven.Cloud.Changes);
        Assert.Empty(Left(driven));
        var state = CanonicalJson.Read<DrillState>(run.State);
        Assert.True(state.Times is { AskedAt: not null, AcceptedAt: not null, AvailableAt: not null, FirstAnswerAt: not null, FullyReadAt: not null, RemovedAt: not null });
        Assert.True(state.Times.ToAvailable >= MemoryCloud.RestoreTakes);
        Assert.Equal(state.Times.AskedAt - Sample.Facts.DatabaseTime, state.Times.RecoveryPointAge);
        var certificate = await driven.Store.FindBirthCertificateAsync(state.CopyArn!, CancellationToken.None);
        Assert.Equal(run.Id, certificate!.PinnedBy);
        Assert.NotNull(await driven.Store.FindEvidenceAsync(run.Id, CancellationToken.None));
        var events = await driven.Store.EventsAsync(run.Id, 0, CancellationToken.None);
        Assert.Contains(events, static line => line is { Kind: RunEventKind.Warning } && line.Message.StartsWith("hazard: subscription to_production", StringComparison.Ordinal));
        Assert.Equal(3, events.Count(static line => line is { Kind: RunEventKind.Call, RequestId: not null }));
    }

    [Fact]
    public async Task Password_is_nowhere_in_what_is_kept()
    {
        var driven = await CopiedAsync();
        var password = string.Empty;
        driven.Cloud.Asked = _ => password = driven.Cloud.Instances.Values.FirstOrDefault()?.Password ?? password;

        var run = await driven.DrillAsync();

        Assert.Equal(40, password.Length);
        var kept = string.Concat(driven.Store.Saves.Select(static save => save.State + save.Note + string.Concat(save.Events.Select(static line => line.ToString())) + save.Evidence));
        Assert.DoesNotContain(password, kept, StringComparison.Ordinal);
        Assert.DoesNotContain(password, string.Concat(driven.Cloud.Changes), StringComparison.Ordinal);
        Assert.Equal(RunOutcome.Pass, run.Outcome);
    }

    [Fact]
    public async Task Second_drill_of_the_same_copy_is_unchanged()
    {
        var driven = await CopiedAsync();
        await driven.DrillAsync();
        driven.Time.Advance(TimeSpan.FromDays(1));

        Assert.Equal((RunOutcome.Pass, "unchanged"), await OutcomeAsync(driven));
    }

    [Fact]
    public async Task Drill_of_a_copy_that_lost_a_row_fails_and_says_where()
    {
        var driven = await CopiedAsync();
        await driven.DrillAsync();
        driven.Time.Advance(TimeSpan.FromDays(1));
        driven.Cloud.Content[2] = driven.Cloud.Content[2] with { Rows = 89 };

        var run = await driven.DrillAsync();

        Assert.Equal(RunOutcome.Fail, run.Outcome);
        Assert.Contains("courses.public.homework has 89 rows, not 90", run.Summary, StringComparison.Ordinal);
        Assert.Empty(Left(driven));
    }

    [Fact]
    public async Task Drill_whose_every_step_is_made_by_a_new_process_never_passes_and_is_cleaned_up()
    {
        var driven = await CopiedAsync();

        var run = await driven.ToTheEndAsync(await driven.OpenDrillAsync(), newProcessEachStep: true);

        // The password never outlives a step: after ten it is given up, not tried for ever.
        Assert.Equal(RunOutcome.Inconclusive, run.Outcome);
        Assert.Contains("was set 10 times and control was lost each time", run.Summary, StringComparison.Ordinal);
        Assert.Empty(Left(driven));
    }

    [Fact]
    public async Task Drill_killed_at_any_save_ends_the_same()
    {
        var saves = (await FinishedAsync()).Store.Saves.Count;
        Assert.InRange(saves, 15, 60);
        for (var save = 1; save <= saves; save++)
        {
            await EndsTheSameAsync(driven => driven.KillAtSave(save, before: true), kills: 1);
            await EndsTheSameAsync(driven => driven.KillAtSave(save, before: false), kills: 1);
        }
    }

    [Fact]
    public async Task Drill_killed_after_any_call_ends_the_same()
    {
        var opening = await CopiedAsync();
        await opening.OpenDrillAsync();
        var calls = (await FinishedAsync()).Cloud.Calls - opening.Cloud.Calls;
        Assert.InRange(calls, 20, 60);
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
        var driven = await CopiedAsync();
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
        var driven = await CopiedAsync();
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
    public async Task Password_that_another_process_replaced_is_replaced_again()
    {
        var driven = await CopiedAsync();
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
    public async Task Password_reset_that_never_completes_is_inconclusive_and_cleaned_up()
    {
        var driven = await CopiedAsync();
        driven.Store.AfterSave = _ =>
        {
            foreach (var instance in driven.Cloud.Instances.Values.Where(static instance => instance.PasswordsSet > 0))
            {
                instance.PasswordInForceAt = DateTimeOffset.MaxValue;
            }
        };

        var run = await driven.DrillAsync();

        Assert.Equal((RunOutcome.Inconclusive, null), (run.Outcome, run.Defect));
        Assert.Contains("Phase taking-control took longer than 00:30:00", run.Summary, StringComparison.Ordinal);
        Assert.Empty(Left(driven));
    }

    [Theory]
    [InlineData("incompatible-restore", RunOutcome.Fail)]
    [InlineData("failed", RunOutcome.Fail)]
    [InlineData("incompatible-parameters", RunOutcome.Inconclusive)]
    [InlineData("storage-full", RunOutcome.Inconclusive)]
    [InlineData("a-status-of-2031", RunOutcome.Inconclusive)]
    public async Task Restore_that_ends_badly_blames_whom_it_should_and_is_cleaned_up(string status, RunOutcome outcome)
    {
        var driven = await CopiedAsync();
        driven.Cloud.RestoreEndsIn = status;

        var run = await driven.DrillAsync();

        Assert.Equal((outcome, null, null), (run.Outcome, run.Level, run.Defect));
        Assert.Contains($"'{status}'", run.Summary, StringComparison.Ordinal);
        Assert.Empty(Left(driven));
    }

    [Fact]
    public async Task Copy_that_vanishes_before_the_restore_fails_the_drill()
    {
        var driven = await CopiedAsync();
        var id = await driven.OpenDrillAsync();
        driven.Store.AfterSave = change =>
        {
            if (change.Phase == DrillPhases.Restoring)
            {
                driven.Cloud.VaultSnapshots.Clear();
            }
        };

        var run = await driven.ToTheEndAsync(id);

        Assert.Equal((RunOutcome.Fail, null), (run.Outcome, run.Defect));
        Assert.Contains("DBSnapshotNotFound", run.Summary, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Copy_that_vanishes_before_it_is_chosen_fails_the_drill()
    {
        var driven = await CopiedAsync();
        var id = await driven.OpenDrillAsync();
        driven.Cloud.VaultSnapshots.Clear();

        var run = await driven.ToTheEndAsync(id);

        Assert.Equal(RunOutcome.Fail, run.Outcome);
        Assert.Contains("holds no available copy of 'courses'. If there was one, somebody deleted it", run.Summary, StringComparison.Ordinal);
        Assert.Empty(driven.Cloud.Changes);
    }

    [Fact]
    public async Task Copy_whose_facts_were_changed_fails_the_drill_before_anything_is_restored()
    {
        var driven = await CopiedAsync();
        var copy = driven.Cloud.VaultSnapshots.Values.Single();
        copy.Snapshot = copy.Snapshot with { Tags = copy.Snapshot.Tags.With(TagNames.SourceResourceId, "db-OTHER") };

        var run = await driven.DrillAsync();

        Assert.Equal(RunOutcome.Fail, run.Outcome);
        Assert.Contains("a tag was changed", run.Summary, StringComparison.Ordinal);
        Assert.Empty(driven.Cloud.Changes);
    }

    [Fact]
    public async Task Copy_whose_facts_were_changed_together_with_their_digest_disagrees_with_our_record()
    {
        var driven = await CopiedAsync();
        var copy = driven.Cloud.VaultSnapshots.Values.Single();
        Assert.Null(Core.Copying.CopyFacts.TryRead(copy.Snapshot.Tags, out var facts));
        copy.Snapshot = copy.Snapshot with { Tags = (facts! with { SourceResourceId = "db-OTHER" }).ToTags() };

        var run = await driven.DrillAsync();

        Assert.Equal(RunOutcome.Fail, run.Outcome);
        Assert.Contains("our record of copy run", run.Summary, StringComparison.Ordinal);
        Assert.Empty(driven.Cloud.Changes);
    }

    [Fact]
    public async Task Foreign_instance_under_our_name_is_not_touched()
    {
        var driven = await CopiedAsync();
        var id = await driven.OpenDrillAsync();
        var name = Sample.Names.ScratchInstance(id);
        var foreign = new MemoryInstance(Sample.Scratch(name, new Dictionary<string, string>()), Sample.Now);
        driven.Cloud.Instances.Add(name, foreign);

        var run = await driven.ToTheEndAsync(id);

        Assert.Equal(RunOutcome.Inconclusive, run.Outcome);
        Assert.Contains($"Instance {name} is not the scratch instance of drill {id}", run.Summary, StringComparison.Ordinal);
        Assert.Empty(driven.Cloud.Changes);
        Assert.Null(foreign.GoneAt);
        Assert.NotNull(run.Defect);
    }

    [Fact]
    public async Task Instance_that_will_not_be_deleted_is_a_defect_and_the_verdict_stands()
    {
        var driven = await CopiedAsync();
        driven.Cloud.DeletionNeverCompletes = true;

        var run = await driven.DrillAsync();

        Assert.Equal((RunOutcome.Pass, "restores"), (run.Outcome, run.Level));
        Assert.Contains($"Scratch instance rd-scratch-acme-{run.Id} was not removed: Phase confirming-removal took longer than 01:00:00", run.Defect, StringComparison.Ordinal);
        Assert.Equal(1, driven.Cloud.Made("rds:DeleteDBInstance"));
    }

    [Fact]
    public async Task Deletion_that_is_refused_is_a_defect_and_the_verdict_stands()
    {
        var driven = await CopiedAsync();
        driven.Cloud.Asked = static operation =>
        {
            if (operation == "rds:DeleteDBInstance")
            {
                throw MemoryCloud.Refusal(CloudFault.AccessDenied, operation, "AccessDenied");
            }
        };

        var run = await driven.DrillAsync();

        Assert.Equal(RunOutcome.Pass, run.Outcome);
        Assert.Contains("AccessDenied", run.Defect, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Instance_that_vanishes_while_it_is_read_is_inconclusive()
    {
        var driven = await CopiedAsync();
        driven.Store.AfterSave = change =>
        {
            if (change.Phase == DrillPhases.TakingControl)
            {
                driven.Cloud.Instances.Clear();
            }
        };

        var run = await driven.DrillAsync();

        Assert.Equal((RunOutcome.Inconclusive, null), (run.Outcome, run.Defect));
        Assert.Contains("has vanished", run.Summary, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Full_disk_is_inconclusive_and_cleaned_up()
    {
        var driven = await CopiedAsync();
        driven.Cloud.Asked = static operation =>
        {
            if (operation == "sql:read")
            {
                throw new InstanceUnreachableException("could not extend file", "53100", new TimeoutException());
            }
        };

        var run = await driven.DrillAsync();

        Assert.Equal((RunOutcome.Inconclusive, null), (run.Outcome, run.Defect));
        Assert.Contains("disk is full", run.Summary, StringComparison.Ordinal);
        Assert.Empty(Left(driven));
    }

    [Fact]
    public async Task Store_that_is_lost_in_the_middle_is_waited_for_and_nothing_is_read_twice()
    {
        var driven = await CopiedAsync();
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

    [Fact]
    public async Task Random_older_copy_is_never_the_latest_and_stays_the_same_after_a_crash()
    {
        var driven = new Driven();
        for (var day = 0; day < 4; day++)
        {
            var copied = await driven.CopyAsync();
            var copy = driven.Cloud.VaultSnapshots[$"rd-copy-acme-{copied.Id}"];
            copy.Snapshot = copy.Snapshot with { DatabaseTime = Sample.Now.AddDays(day) };
            driven.Time.Advance(TimeSpan.FromDays(1));
        }

        var run = await driven.ToTheEndAsync(await driven.OpenDrillAsync(CopySelection.RandomOlder));

        var state = CanonicalJson.Read<DrillState>(run.State);
        Assert.Equal(4, state.Candidates.Count);
        Assert.Contains(state.CopyName, state.Candidates.Skip(1));
        Assert.Equal(RunOutcome.Pass, run.Outcome);
    }

    private static IEnumerable<MemoryInstance> Left(Driven driven) => driven.Cloud.Instances.Values.Where(instance => driven.Cloud.Describe(instance) is not null);

    private static async Task<(RunOutcome?, string?)> OutcomeAsync(Driven driven)
    {
        var run = await driven.DrillAsync();
        return (run.Outcome, run.Level);
    }

    /// <summary>With one copy in the vault; what led to it is forgotten.</summary>
    private static async Task<Driven> CopiedAsync()
    {
        var driven = new Driven();
        Assert.Equal(RunOutcome.Copied, (await driven.CopyAsync()).Outcome);
        driven.Cloud.Changes.Clear();
        driven.Store.Saves.Clear();
        driven.Time.Advance(TimeSpan.FromHours(6));
        return driven;
    }

    private static async Task<Driven> FinishedAsync()
    {
        var driven = await CopiedAsync();
        await driven.DrillAsync();
        return driven;
    }

    private static async Task EndsTheSameAsync(Action<Driven> trouble, int kills = 0)
    {
        var driven = await CopiedAsync();
        var copies = driven.Cloud.VaultSnapshots.Count;
        var id = await driven.OpenDrillAsync();
        trouble(driven);

        var run = await driven.ToTheEndAsync(id);

        Assert.Equal((RunOutcome.Pass, "restores", null, kills), (run.Outcome, run.Level, run.Defect, driven.Kills));
        Assert.Equal(1, driven.Cloud.Made("rds:RestoreDBInstanceFromDBSnapshot"));
        Assert.Equal(1, driven.Cloud.Made("rds:DeleteDBInstance"));
        Assert.Equal(0, driven.Cloud.Made("rds:DeleteDBSnapshot"));
        Assert.Empty(Left(driven));
        Assert.Equal(copies, driven.Cloud.VaultSnapshots.Count);
        var readings = await driven.Store.ReadingsAsync(id, CancellationToken.None);
        Assert.Equal(driven.Cloud.Content.OrderBy(static reading => reading.Name, RelationName.Order), readings.OrderBy(static reading => reading.Name, RelationName.Order));
        var verdict = CanonicalJson.Read<DrillState>(run.State).Verdict!;
        Assert.Equal(["user:first", "user:second"], verdict.Checks.Select(static check => check.Id).Where(static check => check.StartsWith("user:", StringComparison.Ordinal)));
        Assert.Equal(BirthCertificate.DigestOf(driven.Cloud.Content), verdict.ReadingsSha256);
    }
}
