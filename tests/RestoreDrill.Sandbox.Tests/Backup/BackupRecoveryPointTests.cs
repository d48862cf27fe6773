using Amazon.Backup;
using Amazon.Backup.Model;
using Amazon.RDS.Model;
using RestoreDrill.Sandbox.Accounts;

namespace RestoreDrill.Sandbox.Tests.Backup;

[Collection(nameof(SharedBackupSandbox))]
public sealed class BackupRecoveryPointTests(RunningSandbox sandbox)
{
    private readonly Backups backups = new(sandbox);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Point_is_described_and_listed_as_it_was_made()
    {
        var vault = await backups.CreateVaultAsync(backups.Source, "points");
        var job = await backups.BackUpAsync(vault, 35);
        var point = await DescribeAsync(vault, job.RecoveryPointArn);
        Assert.Equal(
            ("COMPLETED", Backups.Instance, "RDS", RunningSandbox.Instance, Backups.RoleOf(Account.Source), job.EncryptionKeyArn, 35L),
            (point.Status.Value, point.ResourceArn, point.ResourceType, point.ResourceName, point.IamRoleArn, point.EncryptionKeyArn, point.Lifecycle.DeleteAfterDays));
        Assert.Equal(point.CreationDate!.Value.AddDays(35), point.CalculatedLifecycle.DeleteAt);
        Assert.Equal(job.CompletionDate, point.CompletionDate);
        Assert.Null(point.SourceBackupVaultArn);

        var listed = Assert.Single(await ListAsync(new() { BackupVaultName = vault, ByResourceArn = Backups.Instance, ByResourceType = "RDS" }));
        Assert.Equal((point.RecoveryPointArn, point.CreationDate, "COMPLETED"), (listed.RecoveryPointArn, listed.CreationDate, listed.Status.Value));
        Assert.Empty(await ListAsync(new() { BackupVaultName = vault, ByResourceArn = Backups.Instance + "-other" }));
        Assert.Empty(await ListAsync(new() { BackupVaultName = vault, ByCreatedBefore = point.CreationDate }));
        var described = await backups.Source.DescribeBackupVaultAsync(new DescribeBackupVaultRequest { BackupVaultName = vault }, Ct);
        Assert.Equal(1, described.NumberOfRecoveryPoints);
        await Refusals.RefusedAsync<ResourceNotFoundException>(
            async () => await DescribeAsync(await backups.CreateVaultAsync(backups.Source, "other"), job.RecoveryPointArn), "Cannot find recovery point");
    }

    [Fact]
    public async Task Restore_metadata_are_the_instances_settings()
    {
        var vault = await backups.CreateVaultAsync(backups.Source, "metadata");
        var job = await backups.BackUpAsync(vault);
        var answer = await backups.Source.GetRecoveryPointRestoreMetadataAsync(
            new GetRecoveryPointRestoreMetadataRequest { BackupVaultName = vault, RecoveryPointArn = job.RecoveryPointArn }, Ct);
        Assert.Equal(
            ("RDS", RunningSandbox.Instance, "db.t4g.micro", "20"),
            (answer.ResourceType, answer.RestoreMetadata["DBInstanceIdentifier"], answer.RestoreMetadata["DBInstanceClass"], answer.RestoreMetadata["AllocatedStorage"]));
        Assert.StartsWith("[", answer.RestoreMetadata["VpcSecurityGroupIds"]);
    }

    [Fact]
    public async Task Vault_with_a_point_cannot_be_deleted()
    {
        var vault = await backups.CreateVaultAsync(backups.Source, "full");
        var job = await backups.BackUpAsync(vault);
        var delete = new DeleteBackupVaultRequest { BackupVaultName = vault };
        var refusal = await Refusals.RefusedAsync<InvalidRequestException>(
            () => backups.Source.DeleteBackupVaultAsync(delete, Ct), "Backup vault cannot be deleted because it contains recovery points.");
        Assert.Equal("ERROR_9101", refusal.Code);
        await DeleteAsync(vault, job.RecoveryPointArn);
        await backups.Source.DeleteBackupVaultAsync(delete, Ct);
    }

    [Fact]
    public async Task Point_is_deleted_with_its_snapshot()
    {
        var vault = await backups.CreateVaultAsync(backups.Source, "deleted");
        var job = await backups.BackUpAsync(vault, 35);
        await DeleteAsync(vault, job.RecoveryPointArn);
        await Refusals.RefusedAsync<ResourceNotFoundException>(() => DeleteAsync(vault, job.RecoveryPointArn), "Cannot find recovery point");
        await Assert.ThrowsAsync<DBSnapshotNotFoundException>(() => sandbox.Source.DescribeDBSnapshotsAsync(
            new DescribeDBSnapshotsRequest { DBSnapshotIdentifier = job.RecoveryPointArn }, Ct));
    }

    [Theory]
    [InlineData(null, 8L)]
    [InlineData(null, null)]
    [InlineData(3, 8L)]
    public async Task Point_in_a_locked_vault_can_be_neither_deleted_nor_changed_until_the_lock_is_gone(int? changeable, long? days)
    {
        var vault = await backups.CreateVaultAsync(backups.Source, "worm");
        var job = await backups.BackUpAsync(vault, days);
        await LockAsync(vault, changeable);
        await Refusals.RefusedAsync<InvalidRequestException>(() => DeleteAsync(vault, job.RecoveryPointArn), "is locked");
        await Refusals.RefusedAsync<InvalidRequestException>(() => UpdateAsync(vault, job.RecoveryPointArn, 30), "is locked");
        Assert.Equal(days, (await DescribeAsync(vault, job.RecoveryPointArn)).Lifecycle?.DeleteAfterDays);
        await backups.Source.DeleteBackupVaultLockConfigurationAsync(new DeleteBackupVaultLockConfigurationRequest { BackupVaultName = vault }, Ct);
        await DeleteAsync(vault, job.RecoveryPointArn);
    }

    [Fact]
    public async Task Immutable_vault_keeps_its_point_until_the_retention_is_over()
    {
        var vault = await backups.CreateVaultAsync(backups.Source, "immutable");
        var job = await backups.BackUpAsync(vault, 8);
        await LockAsync(vault, 3);
        sandbox.Host.Control.Advance(TimeSpan.FromDays(4));
        await Refusals.RefusedAsync<InvalidRequestException>(() => DeleteAsync(vault, job.RecoveryPointArn), "is locked");
        await Refusals.RefusedAsync<InvalidRequestException>(
            () => backups.Source.DeleteBackupVaultAsync(new DeleteBackupVaultRequest { BackupVaultName = vault }, Ct), "contains recovery points");
        await Refusals.RefusedAsync<InvalidRequestException>(
            () => backups.Source.DeleteBackupVaultLockConfigurationAsync(new DeleteBackupVaultLockConfigurationRequest { BackupVaultName = vault }, Ct), "immutable");
        sandbox.Host.Control.Advance(TimeSpan.FromDays(5));
        await Refusals.RefusedAsync<ResourceNotFoundException>(() => DescribeAsync(vault, job.RecoveryPointArn), "Cannot find recovery point");
    }

    [Fact]
    public async Task Lifecycle_is_counted_anew_from_the_creation()
    {
        var vault = await backups.CreateVaultAsync(backups.Source, "lifecycle");
        var job = await backups.BackUpAsync(vault, 35);
        var created = (await DescribeAsync(vault, job.RecoveryPointArn)).CreationDate!.Value;
        Assert.Equal(created.AddDays(60), (await UpdateAsync(vault, job.RecoveryPointArn, 60)).CalculatedLifecycle.DeleteAt);
        Assert.Null((await UpdateAsync(vault, job.RecoveryPointArn, -1)).CalculatedLifecycle);
        await Refusals.RefusedAsync<InvalidParameterValueException>(() => UpdateAsync(vault, job.RecoveryPointArn, 0), "Invalid lifecycle");
        Assert.Null((await DescribeAsync(vault, job.RecoveryPointArn)).CalculatedLifecycle);
    }

    [Fact]
    public async Task Vaults_policy_guards_its_points_against_the_accounts_own_administrator()
    {
        var vault = await backups.CreateVaultAsync(backups.Source, "guarded");
        var job = await backups.BackUpAsync(vault);
        await backups.Source.PutBackupVaultAccessPolicyAsync(new PutBackupVaultAccessPolicyRequest
        {
            BackupVaultName = vault,
            Policy = """
                {"Version":"2012-10-17","Statement":{"Effect":"Deny","Principal":"*","Action":["backup:DeleteRecoveryPoint","backup:StartCopyJob"],"Resource":"*"}}
                """,
        }, Ct);
        await Refusals.RefusedAsync<AmazonBackupException>(() => DeleteAsync(vault, job.RecoveryPointArn),
            $"is not authorized to perform: backup:DeleteRecoveryPoint on resource: {job.RecoveryPointArn} with an explicit deny in a resource-based policy");
        await Refusals.RefusedAsync<AmazonBackupException>(
            () => backups.Source.StartCopyJobAsync(Backups.CopyJob(vault, job.RecoveryPointArn, "any"), Ct), "not authorized to perform: backup:StartCopyJob");
        await DescribeAsync(vault, job.RecoveryPointArn);
    }

    [Fact]
    public async Task Tags_of_a_point_are_those_of_its_snapshot()
    {
        var vault = await backups.CreateVaultAsync(backups.Source, "tags");
        var job = await backups.BackUpAsync(vault);
        await backups.Source.TagResourceAsync(new TagResourceRequest { ResourceArn = job.RecoveryPointArn, Tags = new() { ["held"] = "yes" } }, Ct);
        var tags = (await backups.Source.ListTagsAsync(new ListTagsRequest { ResourceArn = job.RecoveryPointArn }, Ct)).Tags;
        Assert.Equal(("production", "yes"), (tags["environment"], tags["held"]));
        var snapshot = await RunningSandbox.SnapshotAsync(sandbox.Source, job.RecoveryPointArn, "available");
        Assert.Contains(snapshot.TagList, tag => tag is { Key: "held", Value: "yes" });
    }

    private Task<DescribeRecoveryPointResponse> DescribeAsync(string vault, string point) =>
        backups.Source.DescribeRecoveryPointAsync(new DescribeRecoveryPointRequest { BackupVaultName = vault, RecoveryPointArn = point }, Ct);

    private async Task<List<RecoveryPointByBackupVault>> ListAsync(ListRecoveryPointsByBackupVaultRequest request) =>
        (await backups.Source.ListRecoveryPointsByBackupVaultAsync(request, Ct)).RecoveryPoints ?? [];

    private Task<DeleteRecoveryPointResponse> DeleteAsync(string vault, string point) =>
        backups.Source.DeleteRecoveryPointAsync(new DeleteRecoveryPointRequest { BackupVaultName = vault, RecoveryPointArn = point }, Ct);

    private Task<UpdateRecoveryPointLifecycleResponse> UpdateAsync(string vault, string point, long days) => backups.Source.UpdateRecoveryPointLifecycleAsync(
        new UpdateRecoveryPointLifecycleRequest { BackupVaultName = vault, RecoveryPointArn = point, Lifecycle = new Lifecycle { DeleteAfterDays = days } }, Ct);

    private Task<PutBackupVaultLockConfigurationResponse> LockAsync(string vault, int? changeable = null) => backups.Source.PutBackupVaultLockConfigurationAsync(
        new PutBackupVaultLockConfigurationRequest { BackupVaultName = vault, MinRetentionDays = 1, MaxRetentionDays = 60, ChangeableForDays = changeable }, Ct);
}
