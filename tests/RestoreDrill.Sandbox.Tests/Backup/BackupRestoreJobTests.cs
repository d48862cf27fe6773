using Amazon.Backup;
using Amazon.Backup.Model;
using Amazon.RDS.Model;
using RestoreDrill.Sandbox.Accounts;
using RestoreDrill.Sandbox.Control;
using RestoreDrill.Sandbox.Tests.Clusters;

namespace RestoreDrill.Sandbox.Tests.Backup;

[Collection(nameof(SharedBackupSandbox))]
public sealed class BackupRestoreJobTests(RunningSandbox sandbox) : IAsyncLifetime
{
    private readonly Backups backups = new(sandbox);
    private readonly BackupWire wire = new(sandbox.Host.BaseAddress, sandbox.Host.KeysOf(Account.Source));
    private readonly List<string> restored = [];
    private string vault = null!;
    private string point = null!;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        vault = await backups.CreateVaultAsync(backups.Source, "restores");
        point = (await backups.BackUpAsync(vault, 35)).RecoveryPointArn;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var name in restored)
        {
            await sandbox.Source.DeleteDBInstanceAsync(new DeleteDBInstanceRequest { DBInstanceIdentifier = name, SkipFinalSnapshot = true }, CancellationToken.None);
        }
    }

    [Fact]
    public async Task Restored_instance_is_a_real_one_as_the_metadata_say()
    {
        var name = NewInstance();
        var started = sandbox.Host.Control.Now;
        var job = await backups.RestoreAsync(Backups.Restore(
            point, name, ("dbInstanceClass", "db.t4g.small"), ("multiAz", "true"), ("publiclyAccessible", "false"), ("deletionProtection", "true"), ("iops", "3000"),
            ("vpcSecurityGroupIds", """["sg-0123456789abcdef0","sg-0123456789abcdef1"]"""), ("EngineVersion", "9.6"), ("KmsKeyId", "any"), ("Encrypted", "no"), ("vpcId", "vpc-0")));
        Assert.Equal(
            ("COMPLETED", null, "100.00%", $"arn:aws:rds:eu-west-1:111111111111:db:{name}", Backups.Instance),
            (job.Status.Value, job.StatusMessage, job.PercentDone, job.CreatedResourceArn, job.SourceResourceArn));
        Assert.Equal(
            (point, Backups.VaultArn(Account.Source, vault), "RDS", Backups.RoleOf(Account.Source), "111111111111"),
            (job.RecoveryPointArn, job.BackupVaultArn, job.ResourceType, job.IamRoleArn, job.AccountId));
        Assert.True(started.AddSeconds(-1) <= job.CreationDate && job.CreationDate <= job.CompletionDate, $"{started} {job.CreationDate} {job.CompletionDate}");
        Assert.True(job.RecoveryPointCreationDate <= job.CreationDate, "the point was there before");

        var instance = await RunningSandbox.InstanceAsync(sandbox.Source, name, "available");
        Assert.Equal(
            ("db.t4g.small", true, false, true, 3000, 0),
            (instance.DBInstanceClass, instance.MultiAZ, instance.PubliclyAccessible, instance.DeletionProtection, instance.Iops, instance.BackupRetentionPeriod));
        Assert.Equal(["sg-0123456789abcdef0", "sg-0123456789abcdef1"], instance.VpcSecurityGroups.Select(group => group.VpcSecurityGroupId));
        Assert.NotEqual("9.6", instance.EngineVersion);
        Assert.Empty(instance.TagList ?? []);
        Assert.Equal(1000L, await Query.ScalarAsync<long>(sandbox.Connect(instance, RunningSandbox.Password), "SELECT count(*) FROM marks"));
        await sandbox.Source.ModifyDBInstanceAsync(new ModifyDBInstanceRequest { DBInstanceIdentifier = name, DeletionProtection = false, ApplyImmediately = true }, Ct);
    }

    [Fact]
    public async Task Metadata_that_a_point_answers_restore_it_under_another_name()
    {
        var answered = (await backups.Source.GetRecoveryPointRestoreMetadataAsync(
            new GetRecoveryPointRestoreMetadataRequest { BackupVaultName = vault, RecoveryPointArn = point }, Ct)).RestoreMetadata;
        var request = Backups.Restore(point, "replaced");
        var name = NewInstance();
        request.Metadata = new(answered) { ["DBInstanceIdentifier"] = name, ["BackupRetentionPeriod"] = "0" };
        request.CopySourceTagsToRestoredResource = true;
        request.ResourceType = "RDS";
        Assert.Equal("COMPLETED", (await backups.RestoreAsync(request)).Status.Value);
        var tags = (await RunningSandbox.InstanceAsync(sandbox.Source, name, "available")).TagList;
        Assert.Equal(("environment", "production"), (Assert.Single(tags).Key, tags[0].Value));
    }

    [Fact]
    public async Task Job_is_pending_or_running_until_the_instance_is_available_and_listed_by_its_status()
    {
        var name = NewInstance();
        sandbox.Host.Control.Stall(new Stall(name, "creating"));
        var id = (await backups.Source.StartRestoreJobAsync(Backups.Restore(point, name), Ct)).RestoreJobId;
        await Eventually.HoldsAsync(async () => (await backups.DescribeRestoreAsync(id)).Status.Value == "RUNNING", "the job runs");
        var running = await backups.DescribeRestoreAsync(id);
        Assert.Equal(("0.00%", null), (running.PercentDone, running.CompletionDate));
        Assert.Contains(id, await ListAsync("?status=RUNNING"));
        Assert.DoesNotContain(id, await ListAsync("?status=COMPLETED"));

        sandbox.Host.Control.Release(name);
        Assert.Equal("COMPLETED", (await backups.RestoreEndAsync(id)).Status.Value);
        Assert.Equal(id, (await ListAsync("/?status=COMPLETED&accountId=111111111111&resourceType=RDS&maxResults=1"))[0]);
        Assert.DoesNotContain(id, await ListAsync("?status=RUNNING"));
        Assert.Empty(await ListAsync("?resourceType=EFS"));
        Assert.Empty(await ListAsync("?completeBefore=2020-01-01T00:00:00Z"));
    }

    [Theory]
    [InlineData("dbInstanceClas", "db.t4g.small", "dbInstanceClas is not known")]
    [InlineData("multiAz", "yes", "MultiAZ must be true or false, not yes")]
    [InlineData("iops", "3e3", "Iops must be a whole number, not 3e3")]
    [InlineData("vpcSecurityGroupIds", "sg-0123456789abcdef0", "VpcSecurityGroupIds must be a JSON array of texts")]
    [InlineData("vpcSecurityGroupIds", "[1]", "VpcSecurityGroupIds must be a JSON array of texts")]
    [InlineData("vpcSecurityGroupIds", "null", "VpcSecurityGroupIds must be a JSON array of texts")]
    [InlineData("DBInstanceIdentifier", "another", "is there twice")]
    public async Task Metadata_that_cannot_be_read_are_refused(string key, string value, string text) => await Refusals.RefusedAsync<InvalidParameterValueException>(
        () => backups.Source.StartRestoreJobAsync(Backups.Restore(point, "never", (key, value)), Ct), text);

    [Fact]
    public async Task Job_without_what_it_needs_is_refused()
    {
        var request = Backups.Restore(point, "");
        await RefusedAsync<MissingParameterValueException>(request, "dbInstanceIdentifier");
        request = Backups.Restore(point, "never");
        request.Metadata = null;
        await RefusedAsync<MissingParameterValueException>(request, "Metadata");
        request = Backups.Restore(point, "never");
        request.RecoveryPointArn = null;
        await RefusedAsync<MissingParameterValueException>(request, "RecoveryPointArn");
        request = Backups.Restore(point, "never");
        request.IamRoleArn = null;
        await RefusedAsync<MissingParameterValueException>(request, "IamRoleArn");
        request.IamRoleArn = Backups.RoleOf(Account.Source) + "-other";
        await RefusedAsync<InvalidParameterValueException>(request, "cannot be assumed by AWS Backup");
        request = Backups.Restore(point, "never");
        request.ResourceType = "EFS";
        await RefusedAsync<InvalidParameterValueException>(request, "not EFS");
        await RefusedAsync<ResourceNotFoundException>(Backups.Restore(point + "0", "never"), "Cannot find recovery point");
        await Refusals.RefusedAsync<ResourceNotFoundException>(() => backups.DescribeRestoreAsync("no-such-job"), "no-such-job");
    }

    [Theory]
    [InlineData("dbSubnetGroupName", "no-such-group", "no-such-group")]
    [InlineData("dbParameterGroupName", "no-such-group", "DBParameterGroup not found: no-such-group")]
    [InlineData("dbInstanceClass", "large", "Invalid DB Instance class: large")]
    [InlineData("dbInstanceIdentifier", RunningSandbox.Instance, "DB instance already exists")]
    public async Task What_rds_refuses_is_told_by_the_job_in_its_words(string key, string value, string text)
    {
        var job = await backups.RestoreAsync(Backups.Restore(point, "never", (key, value)));
        Assert.Equal(("FAILED", null, "0.00%"), (job.Status.Value, job.CreatedResourceArn, job.PercentDone));
        Assert.Contains(text, job.StatusMessage, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Repeated_job_with_its_token_is_the_same_and_another_one_is_refused()
    {
        var name = NewInstance();
        var request = Backups.Restore(point, name);
        request.IdempotencyToken = Backups.NewName("token");
        var id = (await backups.Source.StartRestoreJobAsync(request, Ct)).RestoreJobId;
        Assert.Equal(id, (await backups.Source.StartRestoreJobAsync(request, Ct)).RestoreJobId);
        request.Metadata["multiAz"] = "true";
        await RefusedAsync<InvalidParameterValueException>(request, "The idempotency token was used");
        Assert.Equal("COMPLETED", (await backups.RestoreEndAsync(id)).Status.Value);
        request = Backups.Restore(point, name);
        Assert.Equal("FAILED", (await backups.RestoreAsync(request)).Status.Value);
    }

    [Fact]
    public async Task Job_ends_aborted_when_its_instance_is_deleted_while_it_is_made()
    {
        var name = Backups.NewName("rd");
        sandbox.Host.Control.Stall(new Stall(name, "creating"));
        var id = (await backups.Source.StartRestoreJobAsync(Backups.Restore(point, name), Ct)).RestoreJobId;
        await Eventually.HoldsAsync(async () => (await backups.DescribeRestoreAsync(id)).Status.Value == "RUNNING", "the job runs");
        await sandbox.Source.DeleteDBInstanceAsync(new DeleteDBInstanceRequest { DBInstanceIdentifier = name, SkipFinalSnapshot = true }, Ct);
        Assert.Equal("ABORTED", (await backups.RestoreEndAsync(id)).Status.Value);
        sandbox.Host.Control.Release(name);
    }

    [Fact]
    public async Task Job_of_a_backup_that_no_server_starts_on_fails()
    {
        await sandbox.Host.Control.DamageAsync(
            new SnapshotDamage { Account = "source", Snapshot = point[(point.IndexOf(":snapshot:", StringComparison.Ordinal) + 10)..], Fault = SnapshotFault.Named("removeControlFile") }, Ct);
        var name = NewInstance();
        var job = await backups.RestoreAsync(Backups.Restore(point, name));
        Assert.Equal("FAILED", job.Status.Value);
        Assert.Contains("incompatible-restore", job.StatusMessage, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Validation_is_said_once_of_a_completed_job()
    {
        var name = NewInstance();
        sandbox.Host.Control.Stall(new Stall(name, "creating"));
        var id = (await backups.Source.StartRestoreJobAsync(Backups.Restore(point, name), Ct)).RestoreJobId;
        var path = $"/restore-jobs/{id}/validations";
        object Said(string status) => new { ValidationStatus = status, ValidationStatusMessage = "all rows" };
        (await wire.PutAsync(path, Said("SUCCESSFUL"))).Refused("InvalidRequestException", "cannot be validated");
        sandbox.Host.Control.Release(name);
        await backups.RestoreEndAsync(id);

        (await wire.PutAsync(path, new { })).Refused("MissingParameterValueException", "ValidationStatus");
        (await wire.PutAsync(path, Said("GOOD"))).Refused("InvalidParameterValueException", "GOOD");
        (await wire.PutAsync("/restore-jobs/none/validations", Said("SUCCESSFUL"))).Refused("ResourceNotFoundException", "none");
        Assert.Null((await backups.DescribeRestoreAsync(id)).ValidationStatus);
        var answer = await wire.PutAsync(path, Said("VALIDATING"));
        Assert.Equal((204, ""), (answer.Status, answer.Text));
        Assert.Equal(204, (await wire.PutAsync(path, Said("SUCCESSFUL"))).Status);
        (await wire.PutAsync(path, Said("FAILED"))).Refused("InvalidRequestException", "already has the validation status SUCCESSFUL");
        var job = await backups.DescribeRestoreAsync(id);
        Assert.Equal(("SUCCESSFUL", "all rows"), (job.ValidationStatus.Value, job.ValidationStatusMessage));
    }

    /// <summary>The ids of the jobs that a list answers, in its order.</summary>
    private async Task<List<string>> ListAsync(string query) =>
        [.. (await wire.GetAsync($"/restore-jobs{query}"))["RestoreJobs"].EnumerateArray().Select(job => job.GetProperty("RestoreJobId").GetString()!)];

    private string NewInstance()
    {
        restored.Add(Backups.NewName("rd"));
        return restored[^1];
    }

    private async Task RefusedAsync<T>(StartRestoreJobRequest request, string text)
        where T : AmazonBackupException => await Refusals.RefusedAsync<T>(() => backups.Source.StartRestoreJobAsync(request, Ct), text);
}
