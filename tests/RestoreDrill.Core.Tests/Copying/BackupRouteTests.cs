using RestoreDrill.Core.Copying;
using RestoreDrill.Core.Installation;
using RestoreDrill.Core.Json;
using RestoreDrill.Core.Protection;
using RestoreDrill.Core.Runs;
using RestoreDrill.Core.Tests.Cloud;

namespace RestoreDrill.Core.Tests.Copying;

public sealed class BackupRouteTests
{
    [Fact]
    public async Task Copy_run_ends_with_a_copy_in_the_locked_vault_that_carries_its_facts()
    {
        var driven = Driven.ByBackup();

        var run = await driven.CopyAsync();

        Assert.Equal((RunOutcome.Copied, null, CopyPhases.Finished), (run.Outcome, run.Defect, run.Phase));
        var copy = Assert.Single(driven.Cloud.VaultSnapshots.Values).Snapshot;
        Assert.Equal(
            [$"backup:StartBackupJob restoredrill-{run.Id}-backup-0", $"backup:StartCopyJob restoredrill-{run.Id}-copy-0", $"backup:TagResource {copy.Arn}"],
            driven.Cloud.Changes);
        Assert.Null(CopyFacts.TryRead(copy.Tags, out var facts));
        Assert.Equal(Sample.Facts with { Run = run.Id }, facts);
        var state = CanonicalJson.Read<CopyState>(run.State);
        Assert.Equal((CopyRoute.AwsBackup, copy.Name, copy.Arn, facts!.Digest()), (state.Route, state.CopyName, state.CopyArn, state.FactsDigest));
        Assert.StartsWith("holds: compliance lock of backup vault copies, immutable since ", state.Lock, StringComparison.Ordinal);
        Assert.EndsWith(" UTC, for 7 to 90 days", state.Lock, StringComparison.Ordinal);
        Assert.Equal(35, Math.Round((state.DeleteAt!.Value - state.CopyAvailableAt!.Value).TotalDays));
    }

    [Fact]
    public async Task Order_names_the_instance_the_vaults_the_role_and_both_retentions()
    {
        var driven = Driven.ByBackup();

        var run = await driven.CopyAsync();

        var staged = Assert.Single(driven.Cloud.SourceSnapshots.Values).Snapshot;
        Assert.Equal(StagingOwnership.TagsOf(Sample.Installation, run.Id, Sample.Database), staged.Tags);
    }

    [Fact]
    public async Task Run_whose_every_step_is_made_by_a_new_process_ends_the_same() => await EndsTheSameAsync(static _ => { }, newProcessEachStep: true);

    [Fact]
    public async Task Run_killed_at_any_save_ends_the_same()
    {
        var clean = Driven.ByBackup();
        await clean.CopyAsync();
        Assert.InRange(clean.Store.Saves.Count, 8, 40);
        for (var save = 1; save <= clean.Store.Saves.Count; save++)
        {
            await EndsTheSameAsync(driven => driven.KillAtSave(save, before: true), kills: 1);
            await EndsTheSameAsync(driven => driven.KillAtSave(save, before: false), kills: 1);
        }
    }

    [Fact]
    public async Task Run_killed_after_any_call_ends_the_same()
    {
        var opening = Driven.ByBackup();
        await opening.OpenCopyAsync();
        var clean = Driven.ByBackup();
        await clean.CopyAsync();
        var calls = clean.Cloud.Calls - opening.Cloud.Calls;
        Assert.InRange(calls, 15, 60);
        for (var call = 1; call <= calls; call++)
        {
            await EndsTheSameAsync(driven => driven.Cloud.KillAfter(driven.Cloud.Calls + call, driven.Store), kills: 1);
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task Run_whose_answer_to_a_changing_call_is_lost_ends_the_same(int change) => await EndsTheSameAsync(driven => driven.LoseAnswerToChange(change));

    [Fact]
    public async Task Copy_that_came_without_tags_is_tagged()
    {
        var driven = Driven.ByBackup();
        driven.Cloud.Backups.CopiesTags = false;

        Assert.Equal(RunOutcome.Copied, (await driven.CopyAsync()).Outcome);

        Assert.Null(CopyFacts.TryRead(Assert.Single(driven.Cloud.VaultSnapshots.Values).Snapshot.Tags, out _));
    }

    [Theory]
    [InlineData("Backup job failed because there was a running job for the same resource.")]
    [InlineData("The backup job could not start because it is either inside or too close to the automated backup window configured in the RDS instance.")]
    public async Task Backup_job_that_fails_for_a_reason_that_passes_is_asked_for_again_under_a_new_token(string message)
    {
        var driven = Driven.ByBackup();
        driven.Cloud.Backups.Ends.Enqueue(("FAILED", message));

        var run = await driven.CopyAsync();

        Assert.Equal(RunOutcome.Copied, run.Outcome);
        Assert.Equal(
            [$"restoredrill-{run.Id}-backup-0", $"restoredrill-{run.Id}-backup-1", $"restoredrill-{run.Id}-copy-0"], driven.Cloud.Backups.Jobs.Select(static job => job.Token));
    }

    [Fact]
    public async Task Copy_job_that_fails_for_a_reason_that_passes_is_asked_for_again_under_a_new_token()
    {
        var driven = Driven.ByBackup();
        driven.Cloud.Backups.Ends.Enqueue(("COMPLETED", null));
        driven.Cloud.Backups.Ends.Enqueue(("FAILED", "There are too many copy jobs running for resource."));

        var run = await driven.CopyAsync();

        Assert.Equal(RunOutcome.Copied, run.Outcome);
        Assert.Equal($"restoredrill-{run.Id}-copy-1", driven.Cloud.Backups.Jobs.Last().Token);
    }

    [Fact]
    public async Task Job_is_not_asked_for_again_for_longer_than_a_copy_may_take()
    {
        var driven = Driven.ByBackup();
        for (var job = 0; job < 1000; job++)
        {
            driven.Cloud.Backups.Ends.Enqueue(("FAILED", "Backup job failed because there was a running job for the same resource."));
        }

        var run = await driven.CopyAsync();

        Assert.Equal(RunOutcome.Failed, run.Outcome);
        Assert.Contains("was asked again and again for 12 h, and says still: Backup job failed because there was a running job", run.Summary, StringComparison.Ordinal);
        Assert.InRange(driven.Cloud.Backups.Jobs.Count, 2, 999);
    }

    [Theory]
    [InlineData("Copy job failed. Both source and destination account must be a member of the same organization.", "Both accounts must be in one organisation")]
    [InlineData("Copy job failed. Cross-account copy feature is not enabled for the current organization.", "must switch on cross-account backup")]
    [InlineData("Access Denied trying to call AWS Backup service", "access policy must let the source account copy into it")]
    [InlineData("Copy job failed. The retention specified in the job is not within the range specified for the target Backup Vault.", "RestoreDrill:Backup:RetentionDays")]
    [InlineData("Copy job failed because the destination Backup vault is encrypted with the default Backup service managed key.", "customer managed key")]
    [InlineData("KMS key is either disabled or pending deletion or access to KMS key is denied", "Look at the keys")]
    [InlineData("Words of 2031", "Look at the job in the AWS Backup console")]
    public async Task Copy_job_that_fails_for_good_says_what_a_person_can_do(string message, string advice)
    {
        var driven = Driven.ByBackup();
        driven.Cloud.Backups.Ends.Enqueue(("COMPLETED", null));
        driven.Cloud.Backups.Ends.Enqueue(("FAILED", message));

        var run = await driven.CopyAsync();

        Assert.Equal((RunOutcome.Failed, null), (run.Outcome, run.Defect));
        Assert.Contains($"Copy job copyjob-2 is FAILED: {message.TrimEnd('.')}. ", run.Summary, StringComparison.Ordinal);
        Assert.Contains(advice, run.Summary, StringComparison.Ordinal);
        Assert.Contains("no drill will choose it", run.Summary, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ABORTED")]
    [InlineData("EXPIRED")]
    [InlineData("PARTIAL")]
    [InlineData("A_STATE_OF_2031")]
    public async Task Backup_job_in_a_state_that_leads_nowhere_fails_the_run(string state)
    {
        var driven = Driven.ByBackup();
        driven.Cloud.Backups.Ends.Enqueue((state, null));

        var run = await driven.CopyAsync();

        Assert.Equal(RunOutcome.Failed, run.Outcome);
        Assert.Contains(state, run.Summary, StringComparison.Ordinal);
        Assert.Empty(driven.Cloud.VaultSnapshots);
    }

    [Fact]
    public async Task Recovery_point_that_is_expired_is_no_copy_though_its_job_is_completed()
    {
        var driven = Driven.ByBackup();
        driven.Cloud.Backups.PointStatus = "EXPIRED";

        var run = await driven.CopyAsync();

        Assert.Equal(RunOutcome.Failed, run.Outcome);
        Assert.Contains("is EXPIRED, though its copy job is COMPLETED", run.Summary, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_that_fails_early_says_that_no_lock_was_looked_at()
    {
        var driven = Driven.ByBackup();
        driven.Cloud.Backups.SourceVault = null;

        var run = await driven.CopyAsync();

        Assert.Equal((RunOutcome.Failed, "not checkable from here: the lock was not looked at"), (run.Outcome, CanonicalJson.Read<CopyState>(run.State).Lock));
    }

    [Fact]
    public async Task Words_of_a_completed_copy_job_are_in_the_history()
    {
        var driven = Driven.ByBackup();
        driven.Cloud.Backups.Ends.Enqueue(("COMPLETED", null));
        driven.Cloud.Backups.Ends.Enqueue(("COMPLETED", "The copy was made, and not every tag was taken over."));

        var run = await driven.CopyAsync();

        Assert.Equal(RunOutcome.Copied, run.Outcome);
        Assert.Contains(
            await driven.Store.EventsAsync(run.Id, 0, CancellationToken.None),
            static one => one is { Kind: RunEventKind.Warning, Message: "AWS Backup says of copy job copyjob-2: The copy was made, and not every tag was taken over." });
    }

    [Fact]
    public async Task Words_of_a_completed_job_are_in_the_history()
    {
        var driven = Driven.ByBackup();
        driven.Cloud.Backups.Ends.Enqueue(("COMPLETED", "The resource type RDS is not supported by logically air-gapped vaults."));

        var run = await driven.CopyAsync();

        Assert.Equal(RunOutcome.Copied, run.Outcome);
        Assert.Contains(
            await driven.Store.EventsAsync(run.Id, 0, CancellationToken.None),
            static one => one.Kind == RunEventKind.Warning && one.Message.Contains("not supported by logically air-gapped vaults", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Retention_outside_the_locks_range_is_refused_before_a_job_fails()
    {
        var driven = Driven.ByBackup();
        driven.Options = driven.Options with { Backup = Sample.Backup with { RetentionDays = 91 } };

        var run = await driven.CopyAsync();

        Assert.Contains("The lock of backup vault copies takes 7 to 90 days, RestoreDrill:Backup:RetentionDays is 91", run.Summary, StringComparison.Ordinal);
        Assert.Empty(driven.Cloud.Changes);
    }

    [Fact]
    public async Task Instance_under_the_accounts_default_key_is_refused_with_the_way_out()
    {
        var driven = Driven.ByBackup();
        (driven.Cloud.SourceKey, driven.Cloud.SourceKeyIsAwsManaged) = ("arn:aws:kms:eu-central-1:111111111111:key/aws", true);

        var run = await driven.CopyAsync();

        Assert.Contains("set RestoreDrill:Route to rds-snapshot", run.Summary, StringComparison.Ordinal);
        Assert.Empty(driven.Cloud.Changes);
    }

    [Fact]
    public async Task Vault_that_is_missing_or_under_another_key_is_refused()
    {
        var missing = Driven.ByBackup();
        missing.Cloud.Backups.Vault = null;
        Assert.Contains("has no backup vault 'copies'", (await missing.CopyAsync()).Summary, StringComparison.Ordinal);

        var other = Driven.ByBackup();
        other.Cloud.Backups.Vault = other.Cloud.Backups.Vault! with { KeyArn = "arn:aws:kms:eu-central-1:222222222222:key/other" };
        Assert.Contains("Backup vault copies encrypts under arn:aws:kms:eu-central-1:222222222222:key/other", (await other.CopyAsync()).Summary, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Copy_of_another_instance_is_not_taken_for_ours()
    {
        var driven = Driven.ByBackup();
        driven.Cloud.Backups.PointOf = "arn:aws:rds:eu-central-1:111111111111:db:other";

        Assert.Contains("it is a copy of something else", (await driven.CopyAsync()).Summary, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Open_lock_is_recorded_as_broken_and_keeps_no_copy_from_being_made()
    {
        var driven = Driven.ByBackup();
        driven.Cloud.Backups.Vault = driven.Cloud.Backups.Vault! with { LockDate = null };

        var run = await driven.CopyAsync();

        Assert.Equal(RunOutcome.Copied, run.Outcome);
        Assert.StartsWith("broken: backup vault copies is locked in governance mode", CanonicalJson.Read<CopyState>(run.State).Lock, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_goes_on_by_its_own_route_when_the_configuration_has_another()
    {
        var driven = Driven.ByBackup();
        var id = await driven.OpenCopyAsync();
        driven.Options = driven.Options with { Route = CopyRoute.RdsSnapshot };

        Assert.Equal(RunOutcome.Copied, (await driven.ToTheEndAsync(id)).Outcome);

        Assert.Contains("awsbackup:copyjob", Assert.Single(driven.Cloud.VaultSnapshots.Keys), StringComparison.Ordinal);
    }

    private static async Task EndsTheSameAsync(Action<Driven> spoil, int kills = 0, bool newProcessEachStep = false)
    {
        var driven = Driven.ByBackup();
        var id = await driven.OpenCopyAsync();
        spoil(driven);

        var run = await driven.ToTheEndAsync(id, newProcessEachStep);

        Assert.Equal((RunOutcome.Copied, null, kills), (run.Outcome, run.Defect, driven.Kills));
        Assert.Equal(2, driven.Cloud.Backups.Jobs.Count);
        var copy = Assert.Single(driven.Cloud.VaultSnapshots.Values).Snapshot;
        Assert.Null(CopyFacts.TryRead(copy.Tags, out var facts));
        Assert.Equal(run.Id, facts!.Run);
        Assert.Equal(TagNames.CopyRole, copy.Tags[TagNames.Role]);
    }
}
