using Amazon.Backup;
using Amazon.Backup.Model;
using Amazon.RDS.Model;
using RestoreDrill.Sandbox.Accounts;
using RestoreDrill.Sandbox.Control;
using RestoreDrill.Sandbox.Tests.Clusters;

namespace RestoreDrill.Sandbox.Tests.Backup;

[Collection(nameof(SharedBackupSandbox))]
public sealed class BackupJobTests(RunningSandbox sandbox)
{
    private readonly Backups backups = new(sandbox);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Backup_is_an_rds_snapshot_of_the_jobs_name_with_the_instances_tags_and_its_own()
    {
        var vault = await backups.CreateVaultAsync(backups.Source, "jobs");
        var request = Backups.Job(vault, 35);
        request.RecoveryPointTags = new() { ["purpose"] = "test" };
        var started = await backups.Source.StartBackupJobAsync(request, Ct);
        Assert.Null(started.RecoveryPointArn);
        var job = await backups.BackupEndAsync(started.BackupJobId);
        Assert.Equal(("COMPLETED", null), (job.State.Value, job.StatusMessage));
        Assert.Equal($"arn:aws:rds:eu-west-1:111111111111:snapshot:awsbackup:job-{started.BackupJobId}", job.RecoveryPointArn);
        Assert.Equal(
            ("RDS", RunningSandbox.Instance, Backups.VaultArn(Account.Source, vault), "UNLOCKED", 35L),
            (job.ResourceType, job.ResourceName, job.BackupVaultArn, job.VaultLockState, job.RecoveryPointLifecycle.DeleteAfterDays));
        Assert.True(job.CompletionDate >= job.CreationDate, "it ended after it began");

        var snapshot = await RunningSandbox.SnapshotAsync(sandbox.Source, job.RecoveryPointArn, "available");
        Assert.Equal(("awsbackup", RunningSandbox.Instance, job.EncryptionKeyArn), (snapshot.SnapshotType, snapshot.DBInstanceIdentifier, snapshot.KmsKeyId));
        Assert.Equal([("environment", "production"), ("purpose", "test")], snapshot.TagList.Select(tag => (tag.Key, tag.Value)).Order());
        var listed = (await sandbox.Source.DescribeDBSnapshotsAsync(new DescribeDBSnapshotsRequest { SnapshotType = "awsbackup" }, Ct)).DBSnapshots;
        Assert.Contains(listed, candidate => candidate.DBSnapshotArn == job.RecoveryPointArn);
        var manual = (await sandbox.Source.DescribeDBSnapshotsAsync(new DescribeDBSnapshotsRequest { SnapshotType = "manual" }, Ct)).DBSnapshots ?? [];
        Assert.DoesNotContain(manual, candidate => candidate.DBSnapshotArn == job.RecoveryPointArn);
    }

    [Fact]
    public async Task Snapshot_of_a_backup_can_be_neither_shared_nor_deleted_by_rds()
    {
        var job = await backups.BackUpAsync(await backups.CreateVaultAsync(backups.Source, "kept"));
        var name = job.RecoveryPointArn.Split("snapshot:")[1];
        await Refusals.RefusedAsync<InvalidDBSnapshotStateException>(() => sandbox.ShareAsync(name), "cannot be shared");
        await Refusals.RefusedAsync<InvalidDBSnapshotStateException>(
            () => sandbox.Source.DeleteDBSnapshotAsync(new DeleteDBSnapshotRequest { DBSnapshotIdentifier = name }, Ct), "recovery point");
    }

    [Fact]
    public async Task Snapshots_of_backups_do_not_count_for_the_quota_of_rds()
    {
        await backups.BackUpAsync(await backups.CreateVaultAsync(backups.Source, "quota"));
        var manual = (await sandbox.Source.DescribeDBSnapshotsAsync(new DescribeDBSnapshotsRequest { SnapshotType = "manual" }, Ct)).DBSnapshots ?? [];
        sandbox.Host.Control.SetQuotas("source", manualSnapshots: manual.Count + 1);
        try
        {
            await sandbox.SnapshotAsync(Backups.NewName("fits"));
            await Assert.ThrowsAsync<SnapshotQuotaExceededException>(() => sandbox.SnapshotAsync(Backups.NewName("full")));
        }
        finally
        {
            sandbox.Host.Control.SetQuotas("source", manualSnapshots: 100);
        }
    }

    [Fact]
    public async Task Job_for_an_air_gapped_vault_completes_in_the_ordinary_vault_and_says_so()
    {
        var request = Backups.Job(await backups.CreateVaultAsync(backups.Source, "ordinary"));
        request.LogicallyAirGappedBackupVaultArn = Backups.VaultArn(Account.Source, "air-gapped");
        var job = await backups.BackUpAsync(request);
        Assert.Equal(("COMPLETED", request.BackupVaultName), (job.State.Value, job.BackupVaultName));
        Assert.Contains("not supported by logically air-gapped vaults", job.StatusMessage);
    }

    [Fact]
    public async Task Same_token_is_the_same_job_and_with_other_parameters_refused()
    {
        var vault = await backups.CreateVaultAsync(backups.Source, "token");
        var request = Backups.Job(vault, 7);
        request.IdempotencyToken = Guid.NewGuid().ToString();
        var first = await backups.Source.StartBackupJobAsync(request, Ct);
        await backups.BackupEndAsync(first.BackupJobId);
        Assert.Equal(first.BackupJobId, (await backups.Source.StartBackupJobAsync(request, Ct)).BackupJobId);
        request.Lifecycle.DeleteAfterDays = 8;
        await Refusals.RefusedAsync<InvalidParameterValueException>(() => backups.Source.StartBackupJobAsync(request, Ct), "idempotency token");
        Assert.Single((await backups.Source.ListBackupJobsAsync(new ListBackupJobsRequest { ByBackupVaultName = vault }, Ct)).BackupJobs);
    }

    [Fact]
    public async Task Second_job_for_a_resource_fails_while_the_first_is_running()
    {
        var vault = await backups.CreateVaultAsync(backups.Source, "busy");
        sandbox.Host.Control.Stall(new Stall("awsbackup:job-*", "creating", StalledKind.Snapshot));
        var first = await backups.Source.StartBackupJobAsync(Backups.Job(vault), Ct);
        await Eventually.HoldsAsync(async () => (await backups.DescribeAsync(first.BackupJobId)).State == BackupJobState.RUNNING, "the first job runs");
        var second = await backups.BackUpAsync(vault);
        Assert.Equal(("FAILED", "Backup job failed because there was a running job for the same resource."), (second.State.Value, second.StatusMessage));
        var creating = await backups.Source.ListRecoveryPointsByBackupVaultAsync(new ListRecoveryPointsByBackupVaultRequest { BackupVaultName = vault }, Ct);
        Assert.Equal("CREATING", Assert.Single(creating.RecoveryPoints).Status.Value);

        sandbox.Host.Control.Release();
        Assert.Equal("COMPLETED", (await backups.BackupEndAsync(first.BackupJobId)).State.Value);
        Assert.Equal("COMPLETED", (await backups.BackUpAsync(vault)).State.Value);
    }

    [Theory]
    [InlineData(6L)]
    [InlineData(31L)]
    [InlineData(-1L)]
    [InlineData(null)]
    public async Task Job_outside_of_the_vaults_lock_fails(long? days)
    {
        var vault = await LockedAsync(7, 30);
        var job = await backups.BackUpAsync(vault, days);
        Assert.Equal(("FAILED", "Backup job failed because the lifecycle is outside the valid range for backup vault."), (job.State.Value, job.StatusMessage));
        Assert.Equal(("LOCKED", null), (job.VaultLockState, job.RecoveryPointArn));
    }

    [Theory]
    [InlineData(7, 30, 7L)]
    [InlineData(7, 30, 30L)]
    [InlineData(7, null, null)]
    public async Task Job_inside_of_the_vaults_lock_completes(int minimum, int? maximum, long? days) =>
        Assert.Equal("COMPLETED", (await backups.BackUpAsync(await LockedAsync(minimum, maximum), days)).State.Value);

    [Fact]
    public async Task Job_waits_for_the_instance_and_expires_when_its_start_window_is_over()
    {
        var vault = await backups.CreateVaultAsync(backups.Source, "waiting");
        var name = Backups.NewName("slow");
        sandbox.Host.Control.Stall(new Stall(name, "creating"));
        await sandbox.Source.CreateDBInstanceAsync(RunningSandbox.NewInstance(name), Ct);
        var request = Backups.Job(vault);
        request.ResourceArn = $"arn:aws:rds:eu-west-1:111111111111:db:{name}";
        request.StartWindowMinutes = 60;
        var waiting = await backups.Source.StartBackupJobAsync(request, Ct);
        sandbox.Host.Control.Advance(TimeSpan.FromMinutes(59));
        Assert.Equal("CREATED", (await backups.DescribeAsync(waiting.BackupJobId)).State.Value);
        sandbox.Host.Control.Advance(TimeSpan.FromMinutes(2));
        var expired = await backups.DescribeAsync(waiting.BackupJobId);
        Assert.Equal(("EXPIRED", "Backup job expired before completion."), (expired.State.Value, expired.StatusMessage));

        var second = await backups.Source.StartBackupJobAsync(request, Ct);
        sandbox.Host.Control.Release(name);
        Assert.Equal("COMPLETED", (await backups.BackupEndAsync(second.BackupJobId)).State.Value);
        await sandbox.Source.DeleteDBInstanceAsync(new DeleteDBInstanceRequest { DBInstanceIdentifier = name, SkipFinalSnapshot = true }, Ct);
    }

    [Fact]
    public async Task Job_of_an_instance_whose_key_is_disabled_fails()
    {
        var vault = await backups.CreateVaultAsync(backups.Source, "no-key");
        sandbox.Host.Control.SetKeyState("source", RunningSandbox.Region, "alias/restoredrill", "Disabled");
        try
        {
            var job = await backups.BackUpAsync(vault);
            Assert.Equal(("FAILED", "KMS key is either disabled or pending deletion or access to KMS key is denied"), (job.State.Value, job.StatusMessage));
        }
        finally
        {
            sandbox.Host.Control.SetKeyState("source", RunningSandbox.Region, "alias/restoredrill", "Enabled");
        }
    }

    [Fact]
    public async Task Job_is_refused_without_a_role_that_trusts_aws_backup()
    {
        var request = Backups.Job(await backups.CreateVaultAsync(backups.Source, "roles"));
        foreach (var role in (string[])["arn:aws:iam::111111111111:role/restoredrill-source", "arn:aws:iam::111111111111:role/none", Backups.RoleOf(Account.Vault)])
        {
            request.IamRoleArn = role;
            await Refusals.RefusedAsync<InvalidParameterValueException>(
                () => backups.Source.StartBackupJobAsync(request, Ct), $"IAM Role {role} cannot be assumed by AWS Backup");
        }
    }

    [Fact]
    public async Task Job_is_denied_to_who_may_not_pass_the_role()
    {
        var vault = await backups.CreateVaultAsync(backups.Vault, "pass-role");
        var role = sandbox.Backup(await sandbox.AssumeAsync("restoredrill-drill", Account.Vault));
        var request = Backups.Job(vault);
        request.IamRoleArn = Backups.RoleOf(Account.Vault);
        await Refusals.RefusedAsync<AmazonBackupException>(() => role.StartBackupJobAsync(request, Ct), "not authorized to perform: backup:StartBackupJob");
        await backups.Vault.PutBackupVaultAccessPolicyAsync(new PutBackupVaultAccessPolicyRequest
        {
            BackupVaultName = vault,
            Policy = """
                {"Version":"2012-10-17","Statement":{"Effect":"Allow","Principal":{"AWS":"arn:aws:iam::222222222222:role/restoredrill-drill"},
                  "Action":"backup:StartBackupJob","Resource":"*"}}
                """,
        }, Ct);
        await Refusals.RefusedAsync<AmazonBackupException>(
            () => role.StartBackupJobAsync(request, Ct), $"not authorized to perform: iam:PassRole on resource: {request.IamRoleArn}");
    }

    [Theory]
    [InlineData("arn:aws:ec2:eu-west-1:111111111111:volume/vol-1", "Unsupported resource type")]
    [InlineData("arn:aws:rds:eu-west-1:111111111111:snapshot:courses", "Unsupported resource type")]
    public async Task Job_of_what_is_no_instance_is_refused(string resource, string text)
    {
        var request = Backups.Job(await backups.CreateVaultAsync(backups.Source, "kinds"));
        request.ResourceArn = resource;
        await Refusals.RefusedAsync<InvalidParameterValueException>(() => backups.Source.StartBackupJobAsync(request, Ct), text);
        request.ResourceArn = "arn:aws:rds:eu-west-1:111111111111:db:none";
        await Refusals.RefusedAsync<ResourceNotFoundException>(() => backups.Source.StartBackupJobAsync(request, Ct), "Could not find resource");
    }

    [Theory]
    [InlineData(0L, null, null)]
    [InlineData(36501L, null, null)]
    [InlineData(100L, 30L, null)]
    [InlineData(30L, null, 59L)]
    public async Task Job_with_a_value_out_of_range_is_refused(long days, long? cold, long? window)
    {
        var request = Backups.Job(await backups.CreateVaultAsync(backups.Source, "ranges"), days);
        (request.Lifecycle.MoveToColdStorageAfterDays, request.StartWindowMinutes) = (cold, window);
        await Refusals.RefusedAsync<InvalidParameterValueException>(
            () => backups.Source.StartBackupJobAsync(request, Ct), window is null ? "Invalid lifecycle" : "StartWindowMinutes");
    }

    [Fact]
    public async Task Job_without_what_it_needs_is_refused()
    {
        var request = Backups.Job("any");
        request.BackupVaultName = null;
        await Refusals.RefusedAsync<MissingParameterValueException>(() => backups.Source.StartBackupJobAsync(request, Ct), "BackupVaultName");
        request.BackupVaultName = "no-such-vault";
        await Refusals.RefusedAsync<ResourceNotFoundException>(() => backups.Source.StartBackupJobAsync(request, Ct), "no-such-vault");
    }

    [Fact]
    public async Task Job_of_rds_cannot_be_stopped_and_one_that_is_not_there_is_not_found()
    {
        var job = await backups.BackUpAsync(await backups.CreateVaultAsync(backups.Source, "stop"));
        await Refusals.RefusedAsync<InvalidRequestException>(
            () => backups.Source.StopBackupJobAsync(new StopBackupJobRequest { BackupJobId = job.BackupJobId }, Ct), "cannot be stopped");
        await Refusals.RefusedAsync<ResourceNotFoundException>(
            () => backups.Source.StopBackupJobAsync(new StopBackupJobRequest { BackupJobId = "none" }, Ct), "none");
        await Refusals.RefusedAsync<ResourceNotFoundException>(() => backups.DescribeAsync("none"), "none");
    }

    [Fact]
    public async Task Jobs_are_listed_newest_first_by_state_time_and_resource()
    {
        var vault = await backups.CreateVaultAsync(backups.Source, "listed");
        var older = await backups.BackUpAsync(vault);
        sandbox.Host.Control.Advance(TimeSpan.FromHours(1));
        var newer = await backups.BackUpAsync(vault);

        async Task<string[]> ListAsync(ListBackupJobsRequest request)
        {
            request.ByBackupVaultName = vault;
            return [.. ((await backups.Source.ListBackupJobsAsync(request, Ct)).BackupJobs ?? []).Select(job => job.BackupJobId)];
        }

        Assert.Equal([newer.BackupJobId, older.BackupJobId], await ListAsync(new() { ByState = BackupJobState.COMPLETED, ByResourceArn = Backups.Instance }));
        Assert.Empty(await ListAsync(new() { ByState = BackupJobState.FAILED }));
        Assert.Empty(await ListAsync(new() { ByResourceArn = Backups.Instance + "-other" }));
        Assert.Equal([older.BackupJobId], await ListAsync(new() { ByCreatedBefore = newer.CreationDate!.Value.AddMinutes(-30) }));
        Assert.Equal([newer.BackupJobId], await ListAsync(new() { ByCreatedAfter = newer.CreationDate!.Value.AddMinutes(-30) }));
    }

    private async Task<string> LockedAsync(int minimum, int? maximum)
    {
        var vault = await backups.CreateVaultAsync(backups.Source, "range");
        await backups.Source.PutBackupVaultLockConfigurationAsync(
            new PutBackupVaultLockConfigurationRequest { BackupVaultName = vault, MinRetentionDays = minimum, MaxRetentionDays = maximum }, Ct);
        return vault;
    }
}
