using Amazon.Backup.Model;
using Amazon.IdentityManagement;
using Amazon.IdentityManagement.Model;
using Amazon.RDS.Model;
using RestoreDrill.Sandbox.Accounts;
using RestoreDrill.Sandbox.Backup.RecoveryPoints;
using RestoreDrill.Sandbox.Tests.Clusters;
using RestoreDrill.Sandbox.Tests.Iam;

namespace RestoreDrill.Sandbox.Tests.Backup;

/// <summary>What becomes of recovery points once their retention is over, or when they cannot be deleted.</summary>
[Collection(nameof(SharedBackupSandbox))]
public sealed class BackupExpiryTests(RunningSandbox sandbox)
{
    private readonly Backups backups = new(sandbox);
    private readonly AmazonIdentityManagementServiceClient iam = IamSandbox.Client(sandbox.Host.BaseAddress, sandbox.KeysOf(Account.Source));

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Point_and_snapshot_are_gone_when_the_retention_is_over_and_not_before_even_in_a_locked_vault()
    {
        var vault = await backups.CreateVaultAsync(backups.Source, "expiring");
        await LockAsync(vault);
        var job = await backups.BackUpAsync(vault, 7);
        sandbox.Host.Control.Advance(TimeSpan.FromDays(7) - TimeSpan.FromMinutes(5));
        Assert.Equal("COMPLETED", await StatusAsync(vault, job.RecoveryPointArn));
        sandbox.Host.Control.Advance(TimeSpan.FromMinutes(6));
        Assert.Equal("EXPIRED", await StatusAsync(vault, job.RecoveryPointArn));
        sandbox.Host.Control.Advance(PointExpiry.Delay - TimeSpan.FromMinutes(5));
        Assert.Equal("EXPIRED", await StatusAsync(vault, job.RecoveryPointArn));
        Assert.True(await IsThereAsync(job.RecoveryPointArn), "an EXPIRED point has its snapshot");
        sandbox.Host.Control.Advance(TimeSpan.FromMinutes(5));
        await Eventually.HoldsAsync(async () => !await IsThereAsync(job.RecoveryPointArn), "the snapshot is gone, though nobody asked AWS Backup");
        await Refusals.RefusedAsync<ResourceNotFoundException>(() => DescribeAsync(vault, job.RecoveryPointArn), "Cannot find recovery point");
    }

    [Fact]
    public async Task Expired_point_is_listed_as_such_and_cannot_be_restored_copied_or_given_another_retention()
    {
        var (vault, point) = await ExpiredAsync();
        var listed = (await backups.Source.ListRecoveryPointsByBackupVaultAsync(new ListRecoveryPointsByBackupVaultRequest { BackupVaultName = vault }, Ct)).RecoveryPoints;
        Assert.Equal("EXPIRED", Assert.Single(listed).Status.Value);

        await Refusals.RefusedAsync<InvalidRequestException>(
            () => backups.Source.StartRestoreJobAsync(Backups.Restore(point, Backups.NewName("rd")), Ct), "cannot be restored: it is EXPIRED");
        var copy = Backups.CopyJob(vault, point, "replaced", 30);
        copy.DestinationBackupVaultArn = Backups.VaultArn(Account.Source, await backups.CreateVaultAsync(backups.Source, "second"));
        await Refusals.RefusedAsync<InvalidRequestException>(() => backups.Source.StartCopyJobAsync(copy, Ct), "cannot be copied: it is EXPIRED");
        await Refusals.RefusedAsync<InvalidRequestException>(
            () => backups.Source.UpdateRecoveryPointLifecycleAsync(
                new UpdateRecoveryPointLifecycleRequest { BackupVaultName = vault, RecoveryPointArn = point, Lifecycle = new Lifecycle { DeleteAfterDays = 60 } }, Ct),
            "cannot be changed: it is EXPIRED");
        Assert.Equal("EXPIRED", await StatusAsync(vault, point));

        // RDS knows its snapshot only.
        await RunningSandbox.SnapshotAsync(sandbox.Source, point, "available");
    }

    [Fact]
    public async Task Expired_point_can_be_deleted_by_hand_even_in_a_locked_vault()
    {
        var (vault, point) = await ExpiredAsync(isLocked: true);
        await DeleteAsync(vault, point);
        await Refusals.RefusedAsync<ResourceNotFoundException>(() => DescribeAsync(vault, point), "Cannot find recovery point");
        Assert.False(await IsThereAsync(point), "its snapshot goes with it");
    }

    [Fact]
    public async Task Point_whose_role_may_not_delete_it_stays_expired_until_the_role_may()
    {
        var role = await RoleAsync();
        var vault = await backups.CreateVaultAsync(backups.Source, "kept");
        var point = await BackUpAsync(vault, role);
        await DetachAsync(role);
        sandbox.Host.Control.Advance(TimeSpan.FromDays(7) + PointExpiry.Delay + TimeSpan.FromMinutes(1));
        var described = await DescribeAsync(vault, point);
        Assert.Equal("EXPIRED", described.Status.Value);
        Assert.Contains(role, described.StatusMessage, StringComparison.Ordinal);
        sandbox.Host.Control.Advance(TimeSpan.FromDays(30));
        Assert.Equal("EXPIRED", await StatusAsync(vault, point));
        Assert.True(await IsThereAsync(point), "what could not be deleted has its snapshot");

        await AttachAsync(role);
        await Refusals.RefusedAsync<ResourceNotFoundException>(() => DescribeAsync(vault, point), "Cannot find recovery point");
    }

    [Fact]
    public async Task Deletion_by_hand_that_the_points_role_may_not_do_is_answered_as_done_and_leaves_it_expired()
    {
        var role = await RoleAsync();
        var vault = await backups.CreateVaultAsync(backups.Source, "undone");
        var point = await BackUpAsync(vault, role);
        await DetachAsync(role);
        await DeleteAsync(vault, point);
        Assert.Equal("EXPIRED", await StatusAsync(vault, point));
        await iam.DeleteRoleAsync(new DeleteRoleRequest { RoleName = role }, Ct);
        await DeleteAsync(vault, point);
        Assert.Equal("EXPIRED", await StatusAsync(vault, point));
    }

    private async Task<(string Vault, string Point)> ExpiredAsync(bool isLocked = false)
    {
        var vault = await backups.CreateVaultAsync(backups.Source, "over");
        var point = (await backups.BackUpAsync(vault, 7)).RecoveryPointArn;
        if (isLocked)
        {
            await LockAsync(vault);
        }

        sandbox.Host.Control.Advance(TimeSpan.FromDays(7) + TimeSpan.FromMinutes(1));
        Assert.Equal("EXPIRED", await StatusAsync(vault, point));
        return (vault, point);
    }

    private async Task<string> BackUpAsync(string vault, string role)
    {
        var job = Backups.Job(vault, 7);
        job.IamRoleArn = IamSandbox.RoleArn(Account.Source, role);
        return (await backups.BackUpAsync(job)).RecoveryPointArn;
    }

    /// <summary>A role for AWS Backup with AWS's own policy for it.</summary>
    private async Task<string> RoleAsync()
    {
        var name = Backups.NewName("expiry");
        await iam.CreateRoleAsync(new CreateRoleRequest
        {
            RoleName = name,
            AssumeRolePolicyDocument =
                """{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"Service":"backup.amazonaws.com"},"Action":"sts:AssumeRole"}]}""",
        }, Ct);
        await AttachAsync(name);
        return name;
    }

    private Task<AttachRolePolicyResponse> AttachAsync(string role) =>
        iam.AttachRolePolicyAsync(new AttachRolePolicyRequest { RoleName = role, PolicyArn = IamManagedPolicyTests.ForBackup }, Ct);

    private Task<DetachRolePolicyResponse> DetachAsync(string role) =>
        iam.DetachRolePolicyAsync(new DetachRolePolicyRequest { RoleName = role, PolicyArn = IamManagedPolicyTests.ForBackup }, Ct);

    private async Task<bool> IsThereAsync(string point) =>
        ((await sandbox.Source.DescribeDBSnapshotsAsync(new DescribeDBSnapshotsRequest { SnapshotType = "awsbackup" }, Ct)).DBSnapshots ?? [])
        .Exists(snapshot => snapshot.DBSnapshotArn == point);

    private async Task<string> StatusAsync(string vault, string point) => (await DescribeAsync(vault, point)).Status.Value;

    private Task<DescribeRecoveryPointResponse> DescribeAsync(string vault, string point) =>
        backups.Source.DescribeRecoveryPointAsync(new DescribeRecoveryPointRequest { BackupVaultName = vault, RecoveryPointArn = point }, Ct);

    private Task<DeleteRecoveryPointResponse> DeleteAsync(string vault, string point) =>
        backups.Source.DeleteRecoveryPointAsync(new DeleteRecoveryPointRequest { BackupVaultName = vault, RecoveryPointArn = point }, Ct);

    private Task<PutBackupVaultLockConfigurationResponse> LockAsync(string vault) => backups.Source.PutBackupVaultLockConfigurationAsync(
        new PutBackupVaultLockConfigurationRequest { BackupVaultName = vault, MinRetentionDays = 1, MaxRetentionDays = 60 }, Ct);
}
