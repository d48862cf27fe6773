using RestoreDrill.Core.Copying.Backups;
using RestoreDrill.Core.Drilling;
using RestoreDrill.Core.Json;
using RestoreDrill.Core.Runs;
using RestoreDrill.Core.Tests.Cloud;

namespace RestoreDrill.Core.Tests.Drilling;

public sealed class DrilledRecoveryPointTests
{
    [Fact]
    public async Task Copy_in_the_locked_vault_is_restored_like_any_snapshot_and_the_lock_is_recorded()
    {
        var driven = await Driven.WithCopyAsync(Driven.ByBackup());

        var run = await driven.DrillAsync();

        Assert.Equal(RunOutcome.Pass, run.Outcome);
        var state = CanonicalJson.Read<DrillState>(run.State);
        Assert.StartsWith("holds: compliance lock", state.Lock, StringComparison.Ordinal);
        Assert.NotNull(state.DeleteAt);
        Assert.Equal(driven.Cloud.VaultSnapshots.Keys.Single(), state.Order!.Copy);
    }

    [Fact]
    public async Task Lock_that_is_gone_leaves_the_verdict_and_is_recorded_as_broken()
    {
        var driven = await Driven.WithCopyAsync(Driven.ByBackup());
        driven.Cloud.Backups.Vault = driven.Cloud.Backups.Vault! with { IsLocked = false, LockDate = null };

        var run = await driven.DrillAsync();

        Assert.Equal((RunOutcome.Pass, "broken: backup vault copies has no lock"), (run.Outcome, CanonicalJson.Read<DrillState>(run.State).Lock));
    }

    [Fact]
    public async Task Recovery_point_that_is_expired_fails_the_drill()
    {
        var driven = await Driven.WithCopyAsync(Driven.ByBackup());
        driven.Cloud.Backups.PointStatus = "EXPIRED";

        var run = await driven.DrillAsync();

        Assert.Equal(RunOutcome.Fail, run.Outcome);
        Assert.Contains("is EXPIRED, not COMPLETED", run.Summary, StringComparison.Ordinal);
        Assert.Empty(driven.Cloud.Instances);
    }

    [Fact]
    public async Task Recovery_point_that_the_source_account_put_there_with_our_tags_is_not_drilled_as_the_latest()
    {
        var driven = await Driven.WithCopyAsync(Driven.ByBackup());
        var forged = Forge(driven);

        var run = await driven.DrillAsync();

        Assert.Equal(RunOutcome.Fail, run.Outcome);
        Assert.Contains($"Copy {forged} does not carry the facts it was made with: our records know no copy run", run.Summary, StringComparison.Ordinal);
        Assert.Empty(driven.Cloud.Instances);
    }

    [Fact]
    public async Task Recovery_point_that_our_records_lost_can_be_drilled_by_name()
    {
        var driven = await Driven.WithCopyAsync(Driven.ByBackup());
        var lost = Forge(driven);

        var run = await driven.ToTheEndAsync(await driven.OpenDrillAsync(CopySelection.Named, lost));

        Assert.Equal(RunOutcome.Pass, run.Outcome);
    }

    [Fact]
    public async Task Second_recovery_point_with_the_tags_of_a_copy_is_not_taken_for_it()
    {
        var driven = await Driven.WithCopyAsync(Driven.ByBackup());
        var real = driven.Cloud.VaultSnapshots.Values.Single();
        var twin = $"{RecoveryPointNames.Prefix}copyjob-0";
        driven.Cloud.VaultSnapshots[twin] = new MemorySnapshot(real.Snapshot with { Name = twin, Arn = real.Snapshot.Arn.Replace(real.Snapshot.Name, twin, StringComparison.Ordinal) }, real.AvailableAt);

        var run = await driven.ToTheEndAsync(await driven.OpenDrillAsync(CopySelection.Named, twin));

        Assert.Equal(RunOutcome.Fail, run.Outcome);
        Assert.Contains("our record of copy run", run.Summary, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Recovery_point_with_the_tags_of_a_run_that_failed_is_not_drilled()
    {
        var driven = await Driven.WithCopyAsync(Driven.ByBackup());
        var vault = driven.Cloud.Backups.Vault;
        driven.Cloud.Backups.Vault = null;
        var failed = await driven.CopyAsync();
        driven.Cloud.Backups.Vault = vault;
        Forge(driven, failed.Id);

        var run = await driven.DrillAsync();

        Assert.Equal((RunOutcome.Failed, RunOutcome.Fail), (failed.Outcome, run.Outcome));
        Assert.Contains($"our record of copy run {failed.Id} names no copy", run.Summary, StringComparison.Ordinal);
        Assert.Empty(driven.Cloud.Instances);
    }

    private static string Forge(Driven driven) => Forge(driven, RunId.Parse("c0ffffffffff"));

    private static string Forge(Driven driven, RunId copyRun)
    {
        var real = driven.Cloud.VaultSnapshots.Values.Single();
        var name = $"{RecoveryPointNames.Prefix}copyjob-forged";
        var facts = Sample.Facts with
        {
            Run = copyRun,
            SnapshotTime = real.Snapshot.OriginalCreateTime!.Value.AddHours(1),
            DatabaseTime = real.Snapshot.DatabaseTime!.Value.AddHours(1),
        };
        driven.Cloud.VaultSnapshots[name] = new MemorySnapshot(
            real.Snapshot with
            {
                Name = name,
                Arn = real.Snapshot.Arn.Replace(real.Snapshot.Name, name, StringComparison.Ordinal),
                OriginalCreateTime = facts.SnapshotTime,
                DatabaseTime = facts.DatabaseTime,
                Tags = facts.ToTags(),
            },
            real.AvailableAt);
        return name;
    }
}
