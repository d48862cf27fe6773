using RestoreDrill.Core.Cloud;
using RestoreDrill.Core.Copying;
using RestoreDrill.Core.Drilling;
using RestoreDrill.Core.Installation;
using RestoreDrill.Core.Json;
using RestoreDrill.Core.Reading;
using RestoreDrill.Core.Refusals;
using RestoreDrill.Core.Runs;
using RestoreDrill.Core.Tests.Cloud;

namespace RestoreDrill.Core.Tests.Drilling;

public sealed class DrillWorkflowTests
{
    [Fact]
    public async Task First_drill_passes_pins_and_leaves_nothing_behind()
    {
        var driven = await Driven.WithCopyAsync();

        var run = await driven.DrillAsync();

        Assert.Equal((RunOutcome.Pass, "restores", null), (run.Outcome, run.Level, run.Defect));
        Assert.Equal(
            [
                $"rds:RestoreDBInstanceFromDBSnapshot rd-scratch-acme-{run.Id}", $"rds:ModifyDBInstance rd-scratch-acme-{run.Id}", $"rds:DeleteDBInstance rd-scratch-acme-{run.Id}",
            ],
            driven.Cloud.Changes);
        Assert.Empty(driven.InstancesLeft);
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
        var driven = await Driven.WithCopyAsync();
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
        var driven = await Driven.WithCopyAsync();
        await driven.DrillAsync();
        driven.Time.Advance(TimeSpan.FromDays(1));

        Assert.Equal((RunOutcome.Pass, "unchanged"), await OutcomeAsync(driven));
    }

    [Fact]
    public async Task Drill_of_a_copy_that_lost_a_row_fails_and_says_where()
    {
        var driven = await Driven.WithCopyAsync();
        await driven.DrillAsync();
        driven.Time.Advance(TimeSpan.FromDays(1));
        driven.Cloud.Content[2] = driven.Cloud.Content[2] with { Rows = 89 };

        var run = await driven.DrillAsync();

        Assert.Equal(RunOutcome.Fail, run.Outcome);
        Assert.Contains("courses.public.homework has 89 rows, not 90", run.Summary, StringComparison.Ordinal);
        Assert.Empty(driven.InstancesLeft);
    }

    [Fact]
    public async Task Password_reset_that_never_completes_is_inconclusive_and_cleaned_up()
    {
        var driven = await Driven.WithCopyAsync();
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
        Assert.Empty(driven.InstancesLeft);
    }

    [Theory]
    [InlineData("incompatible-restore", RunOutcome.Fail)]
    [InlineData("failed", RunOutcome.Fail)]
    [InlineData("incompatible-parameters", RunOutcome.Inconclusive)]
    [InlineData("storage-full", RunOutcome.Inconclusive)]
    [InlineData("a-status-of-2031", RunOutcome.Inconclusive)]
    public async Task Restore_that_ends_badly_blames_whom_it_should_and_is_cleaned_up(string status, RunOutcome outcome)
    {
        var driven = await Driven.WithCopyAsync();
        driven.Cloud.RestoreEndsIn = status;

        var run = await driven.DrillAsync();

        Assert.Equal((outcome, null, null), (run.Outcome, run.Level, run.Defect));
        Assert.Contains($"'{status}'", run.Summary, StringComparison.Ordinal);
        Assert.Empty(driven.InstancesLeft);
    }

    [Fact]
    public async Task Copy_that_vanishes_before_the_restore_fails_the_drill()
    {
        var driven = await Driven.WithCopyAsync();
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
    public async Task Copy_that_vanishes_while_it_is_being_drilled_fails_the_drill()
    {
        var driven = await Driven.WithCopyAsync();
        var id = await driven.OpenDrillAsync();
        driven.Store.AfterSave = change =>
        {
            if (change.Phase == DrillPhases.Reading)
            {
                driven.Cloud.VaultSnapshots.Clear();
            }
        };

        var run = await driven.ToTheEndAsync(id);

        Assert.Equal((RunOutcome.Fail, null), (run.Outcome, run.Defect));
        Assert.Contains("has vanished from the vault account", run.Summary, StringComparison.Ordinal);
        Assert.Empty(driven.InstancesLeft);
    }

    [Fact]
    public async Task Store_of_another_installation_is_refused_before_a_run_begins()
    {
        var driven = await Driven.WithCopyAsync();
        driven.Options = driven.Options with { Installation = InstallationId.Parse("other") };

        var refusal = await Assert.ThrowsAsync<RefusedException>(() => driven.OpenDrillAsync());

        Assert.Contains("belongs to installation 'acme'", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Newest_copy_without_its_tags_fails_the_drill_instead_of_an_older_one_passing_it()
    {
        var driven = await Driven.WithCopyAsync();
        var newest = await driven.CopyAsync();
        var snapshot = driven.Cloud.VaultSnapshots[Sample.Names.Copy(newest.Id)];
        snapshot.Snapshot = snapshot.Snapshot with { Tags = snapshot.Snapshot.Tags.Where(static tag => tag.Key != TagNames.Installation).ToDictionary() };

        var run = await driven.DrillAsync();

        Assert.Equal(RunOutcome.Fail, run.Outcome);
        Assert.Contains($"{Sample.Names.Copy(newest.Id)} of copy run {newest.Id}", run.Summary, StringComparison.Ordinal);
        Assert.Contains("is a copy that lost its tags (restoredrill:installation is missing): no drill takes", run.Summary, StringComparison.Ordinal);
        Assert.DoesNotContain("deleted", run.Summary, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("run")]
    [InlineData("time")]
    public async Task Facts_that_were_forged_with_a_right_digest_fail_the_drill(string forged)
    {
        var driven = await Driven.WithCopyAsync();
        var snapshot = driven.Cloud.VaultSnapshots.Values.Single();
        Assert.Null(CopyFacts.TryRead(snapshot.Snapshot.Tags, out var facts));
        facts = forged == "run"
            ? facts! with { Run = RunId.Parse("c0zzzzzzzzzz"), DatabaseTime = Sample.Now.AddYears(1) }
            : facts! with { SnapshotTime = facts!.SnapshotTime.AddHours(5) };
        snapshot.Snapshot = snapshot.Snapshot with { Tags = facts.ToTags() };

        var run = await driven.DrillAsync();

        Assert.Equal(RunOutcome.Fail, run.Outcome);
        Assert.Contains("does not carry the facts it was made with", run.Summary, StringComparison.Ordinal);
        Assert.Equal(0, driven.Cloud.Made("rds:RestoreDBInstanceFromDBSnapshot"));
    }

    [Fact]
    public async Task Copy_that_vanishes_before_it_is_chosen_fails_the_drill()
    {
        var driven = await Driven.WithCopyAsync();
        var id = await driven.OpenDrillAsync();
        driven.Cloud.VaultSnapshots.Clear();

        var run = await driven.ToTheEndAsync(id);

        Assert.Equal(RunOutcome.Fail, run.Outcome);
        Assert.Contains("is not among the vault account's available copies of this database: it was deleted", run.Summary, StringComparison.Ordinal);
        Assert.Empty(driven.Cloud.Changes);
    }

    [Fact]
    public async Task Copy_whose_facts_were_changed_fails_the_drill_before_anything_is_restored()
    {
        var driven = await Driven.WithCopyAsync();
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
        var driven = await Driven.WithCopyAsync();
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
        var driven = await Driven.WithCopyAsync();
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
        var driven = await Driven.WithCopyAsync();
        driven.Cloud.DeletionNeverCompletes = true;

        var run = await driven.DrillAsync();

        Assert.Equal((RunOutcome.Pass, "restores"), (run.Outcome, run.Level));
        Assert.Contains($"Scratch instance rd-scratch-acme-{run.Id} was not removed: Phase confirming-removal took longer than 01:00:00", run.Defect, StringComparison.Ordinal);
        Assert.Equal(1, driven.Cloud.Made("rds:DeleteDBInstance"));
    }

    [Fact]
    public async Task Deletion_that_is_refused_is_a_defect_and_the_verdict_stands()
    {
        var driven = await Driven.WithCopyAsync();
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
        var driven = await Driven.WithCopyAsync();
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
        var driven = await Driven.WithCopyAsync();
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
        Assert.Empty(driven.InstancesLeft);
    }

    [Fact]
    public async Task Random_older_copy_is_never_the_latest_and_stays_the_same_after_a_crash()
    {
        var driven = new Driven();
        for (var day = 0; day < 4; day++)
        {
            await driven.CopyAsync();
            driven.Time.Advance(TimeSpan.FromDays(1));
        }

        var run = await driven.ToTheEndAsync(await driven.OpenDrillAsync(CopySelection.RandomOlder));

        var state = CanonicalJson.Read<DrillState>(run.State);
        Assert.Equal(4, state.Candidates.Count);
        Assert.Contains(state.CopyName, state.Candidates.Skip(1));
        Assert.Equal(RunOutcome.Pass, run.Outcome);
    }

    private static async Task<(RunOutcome?, string?)> OutcomeAsync(Driven driven)
    {
        var run = await driven.DrillAsync();
        return (run.Outcome, run.Level);
    }
}
