using Amazon.Backup;
using Amazon.Backup.Model;
using Amazon.RDS.Model;
using RestoreDrill.Sandbox.Accounts;
using RestoreDrill.Sandbox.Control;
using RestoreDrill.Sandbox.Tests.Clusters;

namespace RestoreDrill.Sandbox.Tests.Backup;

[Collection(nameof(SharedBackupSandbox))]
public sealed class BackupCopyJobTests(RunningSandbox sandbox) : IAsyncLifetime
{
    private const string KeyText = "KMS key is either disabled or pending deletion or access to KMS key is denied";
    private const string RangeText = "Copy job failed. The retention specified in the job is not within the range specified for the target Backup Vault.";
    private readonly Backups backups = new(sandbox);
    private string sourceVault = null!;
    private string point = null!;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        sourceVault = await backups.CreateVaultAsync(backups.Source, "staging");
        point = (await backups.BackUpAsync(sourceVault, 10)).RecoveryPointArn;
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task Copy_is_a_recovery_point_of_the_vault_account_under_its_key_and_restores_with_all_rows()
    {
        var vault = await backups.CreateDestinationAsync("isolated");
        await backups.Vault.PutBackupVaultLockConfigurationAsync(
            new PutBackupVaultLockConfigurationRequest { BackupVaultName = vault, MinRetentionDays = 7, MaxRetentionDays = 40, ChangeableForDays = 3 }, Ct);
        var job = await backups.CopyAsync(Backups.CopyJob(sourceVault, point, vault, 40));
        Assert.Equal(("COMPLETED", null), (job.State.Value, job.StatusMessage));
        var arn = $"arn:aws:rds:eu-west-1:222222222222:snapshot:awsbackup:copyjob-{job.CopyJobId}";
        Assert.Equal(
            (arn, "LOCKED", "BACKUP_VAULT", 40L, await KeyAsync(Account.Vault)),
            (job.DestinationRecoveryPointArn, job.DestinationVaultLockState, job.DestinationVaultType, job.DestinationRecoveryPointLifecycle.DeleteAfterDays,
                job.DestinationEncryptionKeyArn));
        Assert.Equal(
            (Backups.VaultArn(Account.Source, sourceVault), point, Backups.VaultArn(Account.Vault, vault), Backups.Instance),
            (job.SourceBackupVaultArn, job.SourceRecoveryPointArn, job.DestinationBackupVaultArn, job.ResourceArn));

        var source = await backups.Source.DescribeRecoveryPointAsync(new DescribeRecoveryPointRequest { BackupVaultName = sourceVault, RecoveryPointArn = point }, Ct);
        var copy = await backups.Vault.DescribeRecoveryPointAsync(new DescribeRecoveryPointRequest { BackupVaultName = vault, RecoveryPointArn = arn }, Ct);
        Assert.Equal(
            ("COMPLETED", Backups.VaultArn(Account.Source, sourceVault), Backups.Instance, job.DestinationEncryptionKeyArn, true),
            (copy.Status.Value, copy.SourceBackupVaultArn, copy.ResourceArn, copy.EncryptionKeyArn, copy.IsEncrypted));
        Assert.Equal((source.CreationDate, source.CreationDate!.Value.AddDays(40)), (copy.CreationDate, copy.CalculatedLifecycle.DeleteAt));

        var name = Backups.NewName("rd");
        await sandbox.Vault.RestoreDBInstanceFromDBSnapshotAsync(RunningSandbox.Restore(name, arn), Ct);
        var restored = await RunningSandbox.InstanceAsync(sandbox.Vault, name, "available");
        Assert.Equal(1000L, await Query.ScalarAsync<long>(sandbox.Connect(restored, RunningSandbox.Password), "SELECT count(*) FROM marks"));
        await sandbox.Vault.DeleteDBInstanceAsync(new DeleteDBInstanceRequest { DBInstanceIdentifier = name, SkipFinalSnapshot = true }, Ct);
    }

    [Theory]
    [InlineData(null, 10L)]
    [InlineData(-1L, 10L)]
    [InlineData(20L, 20L)]
    public async Task Copy_keeps_its_sources_retention_unless_the_job_gives_one_with_an_end(long? asked, long expected)
    {
        var job = await backups.CopyAsync(Backups.CopyJob(sourceVault, point, await backups.CreateDestinationAsync("retained"), asked));
        Assert.Equal(("COMPLETED", expected, "UNLOCKED"), (job.State.Value, job.DestinationRecoveryPointLifecycle.DeleteAfterDays, job.DestinationVaultLockState));
    }

    [Fact]
    public async Task Copy_into_another_vault_of_the_account_needs_no_organisation()
    {
        await backups.SetCrossAccountAsync(false);
        var request = Backups.CopyJob(sourceVault, point, "replaced");
        request.DestinationBackupVaultArn = Backups.VaultArn(Account.Source, await backups.CreateVaultAsync(backups.Source, "second"));
        Assert.Equal("COMPLETED", (await backups.CopyAsync(request)).State.Value);
        request.DestinationBackupVaultArn = Backups.VaultArn(Account.Source, "no-such-vault");
        await Refusals.RefusedAsync<ResourceNotFoundException>(() => backups.Source.StartCopyJobAsync(request, Ct), "no-such-vault");
    }

    [Fact]
    public async Task Copy_to_an_account_outside_of_the_organisation_fails()
    {
        await backups.SetCrossAccountAsync(true);
        var request = Backups.CopyJob(sourceVault, point, "replaced", 30);
        request.DestinationBackupVaultArn = "arn:aws:backup:eu-west-1:999999999999:backup-vault:elsewhere";
        await FailsAsync(request, "Copy job failed. Both source and destination account must be a member of the same organization.");
    }

    [Fact]
    public async Task Copy_fails_while_the_organisations_feature_is_off()
    {
        var request = Backups.CopyJob(sourceVault, point, await backups.CreateDestinationAsync("off"), 30);
        await backups.SetCrossAccountAsync(false);
        await FailsAsync(request, "Copy job failed. Cross-account copy feature is not enabled for the current organization.");
        await backups.SetCrossAccountAsync(true);
        Assert.Equal("COMPLETED", (await backups.CopyAsync(request)).State.Value);
    }

    [Fact]
    public async Task Copy_fails_where_the_vault_does_not_let_the_account_in()
    {
        await backups.SetCrossAccountAsync(true);
        var vault = await backups.CreateVaultAsync(backups.Vault, "shut");
        await FailsAsync(Backups.CopyJob(sourceVault, point, vault, 30), "Access Denied trying to call AWS Backup service");
        await FailsAsync(Backups.CopyJob(sourceVault, point, "no-such-vault", 30), "Access Denied trying to call AWS Backup service");
        await backups.Vault.PutBackupVaultAccessPolicyAsync(new PutBackupVaultAccessPolicyRequest
        {
            BackupVaultName = vault,
            Policy = """
                {"Version":"2012-10-17","Statement":[
                  {"Effect":"Allow","Principal":"*","Action":"backup:CopyIntoBackupVault","Resource":"*"},
                  {"Effect":"Deny","Principal":{"AWS":"111111111111"},"Action":"backup:CopyIntoBackupVault","Resource":"*"}]}
                """,
        }, Ct);
        await FailsAsync(Backups.CopyJob(sourceVault, point, vault, 30), "Access Denied trying to call AWS Backup service");
        await backups.LetInAsync(vault);
        Assert.Equal("COMPLETED", (await backups.CopyAsync(Backups.CopyJob(sourceVault, point, vault, 30))).State.Value);
    }

    [Fact]
    public async Task Copy_into_a_vault_under_the_default_key_of_aws_backup_fails() =>
        await FailsAsync(Backups.CopyJob(sourceVault, point, await backups.CreateDestinationAsync("default", isUnderDefaultKey: true), 30),
            "Copy job failed because the destination Backup vault is encrypted with the default Backup service managed key. The contents of this vault cannot be "
            + "copied. Only the contents of a Backup vault encrypted by an AWS KMS key may be copied.");

    [Fact]
    public async Task Copy_of_a_backup_under_the_default_key_of_rds_fails()
    {
        var name = Backups.NewName("default");
        var create = RunningSandbox.NewInstance(name);
        create.KmsKeyId = null;
        await sandbox.Source.CreateDBInstanceAsync(create, Ct);
        await RunningSandbox.InstanceAsync(sandbox.Source, name, "available");
        var backup = Backups.Job(sourceVault, 10);
        backup.ResourceArn = $"arn:aws:rds:eu-west-1:111111111111:db:{name}";
        var job = await backups.BackUpAsync(backup);
        Assert.Equal("COMPLETED", job.State.Value);
        await FailsAsync(Backups.CopyJob(sourceVault, job.RecoveryPointArn, await backups.CreateDestinationAsync("managed"), 30),
            "Snapshots encrypted with the AWS managed key can't be shared. Specify another snapshot.");
        await sandbox.Source.DeleteDBInstanceAsync(new DeleteDBInstanceRequest { DBInstanceIdentifier = name, SkipFinalSnapshot = true }, Ct);
    }

    [Theory]
    [InlineData("source", "Disabled")]
    [InlineData("source", "PendingDeletion")]
    [InlineData("vault", "Disabled")]
    [InlineData("vault", "PendingDeletion")]
    public async Task Copy_fails_where_the_key_of_either_side_cannot_be_used(string account, string state)
    {
        var vault = await backups.CreateDestinationAsync("keyless");
        sandbox.Host.Control.SetKeyState(account, RunningSandbox.Region, "alias/restoredrill", state);
        try
        {
            await FailsAsync(Backups.CopyJob(sourceVault, point, vault, 30), KeyText);
        }
        finally
        {
            sandbox.Host.Control.SetKeyState(account, RunningSandbox.Region, "alias/restoredrill", "Enabled");
        }
    }

    [Theory]
    [InlineData(14, 30, 13L)]
    [InlineData(14, 30, 31L)]
    [InlineData(1, 30, null)]
    [InlineData(1, 30, -1L)]
    [InlineData(14, null, null)]
    public async Task Copy_outside_of_the_destinations_lock_fails(int minimum, int? maximum, long? days)
    {
        var vault = await backups.CreateDestinationAsync("range");
        await backups.Vault.PutBackupVaultLockConfigurationAsync(
            new PutBackupVaultLockConfigurationRequest { BackupVaultName = vault, MinRetentionDays = minimum, MaxRetentionDays = maximum }, Ct);
        await FailsAsync(Backups.CopyJob(sourceVault, point, vault, days), RangeText);
        Assert.Empty((await backups.Vault.ListRecoveryPointsByBackupVaultAsync(
            new ListRecoveryPointsByBackupVaultRequest { BackupVaultName = vault }, Ct)).RecoveryPoints ?? []);
    }

    [Fact]
    public async Task Second_copy_of_a_resource_fails_while_the_first_is_running()
    {
        var vault = await backups.CreateDestinationAsync("busy");
        sandbox.Host.Control.Stall(new Stall("awsbackup:copyjob-*", "creating", StalledKind.Snapshot));
        var first = await backups.Source.StartCopyJobAsync(Backups.CopyJob(sourceVault, point, vault, 30), Ct);
        await Eventually.HoldsAsync(async () => (await backups.Source.DescribeCopyJobAsync(
            new DescribeCopyJobRequest { CopyJobId = first.CopyJobId }, Ct)).CopyJob.State == CopyJobState.RUNNING, "the first copy runs");
        await FailsAsync(Backups.CopyJob(sourceVault, point, vault, 30), "There are too many copy jobs running for resource.");
        sandbox.Host.Control.Release();
        Assert.Equal("COMPLETED", (await backups.CopyEndAsync(first.CopyJobId)).State.Value);
    }

    [Fact]
    public async Task Copy_whose_source_is_deleted_before_it_began_to_copy_fails_and_leaves_nothing()
    {
        var vault = await backups.CreateDestinationAsync("orphan");
        sandbox.Host.Control.Stall(new Stall("ahead-of-it", "creating", StalledKind.Snapshot));
        await sandbox.Source.CopyDBSnapshotAsync(
            new CopyDBSnapshotRequest { SourceDBSnapshotIdentifier = point, TargetDBSnapshotIdentifier = "ahead-of-it", KmsKeyId = "alias/restoredrill" }, Ct);
        var request = Backups.CopyJob(sourceVault, point, vault, 30);
        request.DestinationBackupVaultArn = Backups.VaultArn(Account.Source, await backups.CreateVaultAsync(backups.Source, "queued"));
        var queued = await backups.Source.StartCopyJobAsync(request, Ct);
        await Eventually.HoldsAsync(async () => (await backups.Source.DescribeCopyJobAsync(
            new DescribeCopyJobRequest { CopyJobId = queued.CopyJobId }, Ct)).CopyJob.State == CopyJobState.RUNNING, "the copy waits in the queue");
        await backups.Source.DeleteRecoveryPointAsync(new DeleteRecoveryPointRequest { BackupVaultName = sourceVault, RecoveryPointArn = point }, Ct);
        sandbox.Host.Control.Release();
        var job = await backups.CopyEndAsync(queued.CopyJobId);
        Assert.Equal("FAILED", job.State.Value);
        await Refusals.RefusedAsync<ResourceNotFoundException>(() => backups.Source.DescribeRecoveryPointAsync(new DescribeRecoveryPointRequest
        {
            BackupVaultName = request.DestinationBackupVaultArn.Split(':')[^1], RecoveryPointArn = job.DestinationRecoveryPointArn,
        }, Ct), "Cannot find recovery point");
    }

    [Fact]
    public async Task Same_token_is_the_same_copy_and_with_other_parameters_refused()
    {
        var request = Backups.CopyJob(sourceVault, point, await backups.CreateDestinationAsync("token"), 30);
        request.IdempotencyToken = Guid.NewGuid().ToString();
        var first = await backups.CopyAsync(request);
        Assert.Equal(first.CopyJobId, (await backups.Source.StartCopyJobAsync(request, Ct)).CopyJobId);
        request.Lifecycle.DeleteAfterDays = 31;
        await Refusals.RefusedAsync<InvalidParameterValueException>(() => backups.Source.StartCopyJobAsync(request, Ct), "idempotency token");
        var listed = await backups.Source.ListCopyJobsAsync(new ListCopyJobsRequest { ByDestinationVaultArn = request.DestinationBackupVaultArn }, Ct);
        Assert.Equal(first.CopyJobId, Assert.Single(listed.CopyJobs).CopyJobId);
        Assert.Empty((await backups.Source.ListCopyJobsAsync(
            new ListCopyJobsRequest { ByDestinationVaultArn = request.DestinationBackupVaultArn, ByState = CopyJobState.FAILED }, Ct)).CopyJobs ?? []);
    }

    [Fact]
    public async Task Copy_is_refused_where_source_destination_or_role_cannot_be()
    {
        var request = Backups.CopyJob(sourceVault, point + "x", "any", 30);
        await Refusals.RefusedAsync<ResourceNotFoundException>(() => backups.Source.StartCopyJobAsync(request, Ct), "Cannot find recovery point");
        request.RecoveryPointArn = point;
        request.IamRoleArn = "arn:aws:iam::111111111111:role/restoredrill-source";
        await Refusals.RefusedAsync<InvalidParameterValueException>(() => backups.Source.StartCopyJobAsync(request, Ct), "cannot be assumed by AWS Backup");
        request.IamRoleArn = Backups.RoleOf(Account.Source);
        request.DestinationBackupVaultArn = "arn:aws:backup:us-east-1:222222222222:backup-vault:far";
        await Refusals.RefusedAsync<InvalidParameterValueException>(() => backups.Source.StartCopyJobAsync(request, Ct), "between regions");
        request.DestinationBackupVaultArn = "isolated";
        await Refusals.RefusedAsync<InvalidParameterValueException>(() => backups.Source.StartCopyJobAsync(request, Ct), "Invalid backup vault ARN");
    }

    private async Task FailsAsync(StartCopyJobRequest request, string text)
    {
        request.IdempotencyToken = null;
        var job = await backups.CopyAsync(request);
        Assert.Equal(("FAILED", text, null), (job.State.Value, job.StatusMessage, job.DestinationRecoveryPointArn));
    }

    private async Task<string> KeyAsync(Account account) =>
        (await sandbox.Kms(sandbox.KeysOf(account)).DescribeKeyAsync("alias/restoredrill", Ct)).KeyMetadata.Arn;
}
