using RestoreDrill.Aws.Tests.Wire;
using RestoreDrill.Core.Cloud;
using RestoreDrill.Core.Copying.Backups;
using RestoreDrill.Core.Installation;
using RestoreDrill.Core.Runs;
using RestoreDrill.Sandbox.Accounts;

namespace RestoreDrill.Aws.Tests.Paths;

[Collection(nameof(SharedSandbox))]
public sealed class BackupAndRestoreTests(SandboxAccounts sandbox)
{
    private const string Staging = "restoredrill-staging";
    private const string Copies = "restoredrill-copies";
    private static readonly string Role = $"arn:aws:iam::{Account.Source.Id}:role/restoredrill-backup-service";
    private static readonly string Vault = $"arn:aws:backup:{SandboxAccounts.Region}:{Account.Vault.Id}:backup-vault:{Copies}";

    [Fact]
    public async Task Recovery_point_becomes_a_copy_in_the_locked_vault_and_the_copy_an_instance()
    {
        var run = RunId.Parse("c0000000b01e");
        var drill = RunId.Parse("d0000000b01e");
        var instance = (await sandbox.Source.FindInstanceAsync(SandboxAccounts.Instance, default))!;
        Assert.False((await sandbox.Source.FindVaultAsync(Staging, default))!.IsLocked);
        var vault = (await sandbox.Vault.FindVaultAsync(Copies, default))!;
        Assert.Equal((true, 7, 365, Vault), (vault.IsLocked, vault.MinRetentionDays, vault.MaxRetentionDays, vault.Arn));
        Assert.Equal((await sandbox.Vault.DescribeKeyAsync(SandboxAccounts.VaultKey, default)).Arn, vault.KeyArn);
        Assert.Equal(VaultLockMode.Compliance, vault.LockAt(TimeProvider.System.GetUtcNow()));
        var other = await Assert.ThrowsAsync<CloudException>(() => sandbox.Vault.FindVaultAsync("no-such-vault", default));
        Assert.Contains("AWS Backup answers so for a vault that is not there, too", other.Message, StringComparison.Ordinal);

        var order = new BackupOrder
        {
            InstanceArn = instance.Arn,
            Vault = Staging,
            RoleArn = Role,
            Token = $"restoredrill-{run}-backup-0",
            RetentionDays = 7,
            Tags = Shapes.Tags(TagNames.StagingRole, "acme", run.Value),
        };
        var job = await sandbox.Source.StartBackupAsync(order, default);
        Assert.Equal(job, await sandbox.Source.StartBackupAsync(order, default));
        await Eventually.Async(async () => (await sandbox.Source.FindBackupJobAsync(job, default))!.State == "COMPLETED", "the backup job is completed");
        var point = (await sandbox.Source.FindBackupJobAsync(job, default))!.PointArn!;
        var taken = (await sandbox.Source.FindSnapshotAsync(RecoveryPointNames.SnapshotOf(point), default))!;
        Assert.Equal(run.Value, taken.Tags[TagNames.Run]);
        Assert.True(taken is { IsAvailable: true, IsRecoveryPoint: true });
        Assert.Null(await sandbox.Source.FindBackupJobAsync("00000000-0000-4000-8000-000000000000", default));

        var copyOrder = new CopyOrder
        {
            PointArn = point, SourceVault = Staging, VaultArn = Vault, RoleArn = Role, Token = $"restoredrill-{run}-copy-0", RetentionDays = 35,
        };
        var copyJob = await sandbox.Source.StartCopyAsync(copyOrder, default);
        Assert.Equal(copyJob, await sandbox.Source.StartCopyAsync(copyOrder, default));
        await Eventually.Async(async () => (await sandbox.Source.FindCopyJobAsync(copyJob, default))!.State == "COMPLETED", "the copy job is completed");
        var copied = (await sandbox.Source.FindCopyJobAsync(copyJob, default))!;
        Assert.Equal("LOCKED", copied.VaultLockState);
        Assert.Null(await sandbox.Source.FindCopyJobAsync("00000000-0000-4000-8000-000000000000", default));

        var inVault = (await sandbox.Vault.FindPointAsync(Copies, copied.PointArn!, default))!;
        Assert.Equal((true, instance.Arn, vault.KeyArn), (inVault.IsUsable, inVault.ResourceArn, inVault.KeyArn));
        Assert.InRange((inVault.DeleteAt!.Value - TimeProvider.System.GetUtcNow()).TotalDays, 34, 36);
        Assert.Null(await sandbox.Vault.FindPointAsync(Copies, copied.PointArn + "0", default));
        await sandbox.Vault.TagAsync(copied.PointArn!, Shapes.Tags(TagNames.CopyRole, "acme", run.Value), default);
        var copy = (await sandbox.Vault.FindSnapshotAsync(RecoveryPointNames.SnapshotOf(copied.PointArn!), default))!;
        Assert.Equal((TagNames.CopyRole, taken.OriginalCreateTime, taken.DatabaseTime), (copy.Tags[TagNames.Role], copy.OriginalCreateTime, copy.DatabaseTime));
        Assert.Contains(copy.Name, (await sandbox.Vault.ListSnapshotsAsync(default)).Select(static listed => listed.Name));

        Assert.True((await sandbox.Scratch.FindVaultAsync(Copies, default))!.IsLocked);
        Assert.True((await sandbox.Scratch.FindPointAsync(Copies, copied.PointArn!, default))!.IsUsable);
        var scratch = Shapes.Names.ScratchInstance(drill);
        await sandbox.Scratch.RestoreAsync(SandboxAccounts.Order(scratch, copy.Name, Shapes.Tags(TagNames.ScratchRole, "acme", drill.Value)), default);
        await Eventually.Async(async () => (await sandbox.Scratch.FindAsync(scratch, default))!.IsAvailable, "the scratch instance is available");
        await sandbox.Scratch.RemoveAsync(scratch, Shapes.Installation, drill, default);
        await Eventually.Async(async () => await sandbox.Scratch.FindAsync(scratch, default) is null, "the scratch instance is gone");
    }

    [Fact]
    public async Task Copy_that_is_not_tagged_as_ours_cannot_be_restored_by_the_drill_role()
    {
        var run = RunId.Parse("c0000000b02e");
        var instance = (await sandbox.Source.FindInstanceAsync(SandboxAccounts.Instance, default))!;
        var job = await sandbox.Source.StartBackupAsync(
            new BackupOrder
            {
                InstanceArn = instance.Arn, Vault = Staging, RoleArn = Role, Token = $"restoredrill-{run}-backup-0", RetentionDays = 7, Tags = Shapes.Tags(TagNames.StagingRole, "acme", run.Value),
            },
            default);
        await Eventually.Async(async () => (await sandbox.Source.FindBackupJobAsync(job, default))!.State == "COMPLETED", "the backup job is completed");
        var point = (await sandbox.Source.FindBackupJobAsync(job, default))!.PointArn!;
        var copyJob = await sandbox.Source.StartCopyAsync(
            new CopyOrder { PointArn = point, SourceVault = Staging, VaultArn = Vault, RoleArn = Role, Token = $"restoredrill-{run}-copy-0", RetentionDays = 35 }, default);
        await Eventually.Async(async () => (await sandbox.Source.FindCopyJobAsync(copyJob, default))!.State == "COMPLETED", "the copy job is completed");
        var name = RecoveryPointNames.SnapshotOf((await sandbox.Source.FindCopyJobAsync(copyJob, default))!.PointArn!);

        var refused = await Assert.ThrowsAsync<CloudException>(() => sandbox.Scratch.RestoreAsync(SandboxAccounts.Order("rd-scratch-acme-d0000000b02e", name), default));

        Assert.Equal(CloudFault.AccessDenied, refused.Fault);
    }
}
