using Amazon.Backup.Model;
using Amazon.KeyManagementService.Model;
using Amazon.Organizations;
using Amazon.Organizations.Model;
using Amazon.RDS.Model;
using Amazon.Runtime;
using Amazon.SecurityToken.Model;
using RestoreDrill.Sandbox.Accounts;
using RestoreDrill.Sandbox.Iam.Mfa;
using RestoreDrill.Sandbox.Tests.Clusters;
using Account = RestoreDrill.Sandbox.Accounts.Account;
using Tag = Amazon.RDS.Model.Tag;

namespace RestoreDrill.Sandbox.Tests.Backup;

/// <summary>The way of a copy from the locked vault into another account, in the roles that are made for it.</summary>
public sealed class CopyBackTests : IAsyncLifetime
{
    private const string Restore = "arn:aws:iam::222222222222:role/restoredrill-restore";
    private const string Target = "arn:aws:iam::111111111111:role/restoredrill-restore-target";
    private const string Networks = "restoredrill-restored";
    private const string Quiet = "restoredrill-quiet";
    private const string Arrivals = "restoredrill-restored";

    private readonly RunningSandbox sandbox = new(Account.Source);
    private Backups backups = null!;
    private string copy = null!;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        await sandbox.InitializeAsync();
        backups = new Backups(sandbox);
        var point = (await backups.BackUpAsync("restoredrill-staging", 10)).RecoveryPointArn;
        var job = await backups.CopyAsync(Backups.CopyJob("restoredrill-staging", point, "restoredrill-copies", 10));
        Assert.Equal("COMPLETED", job.State.Value);
        copy = job.DestinationRecoveryPointArn;
    }

    public ValueTask DisposeAsync() => sandbox.DisposeAsync();

    [Fact]
    public async Task Person_copies_back_takes_on_the_targets_role_and_restores_what_has_arrived()
    {
        await MakeGroupsAsync();
        var person = await PersonAsync();
        var job = await EndAsync(person, Order(Arrivals));

        Assert.Equal(("COMPLETED", null), (job.State.Value, job.StatusMessage));
        Assert.StartsWith("arn:aws:rds:eu-west-1:111111111111:snapshot:awsbackup:copyjob-", job.DestinationRecoveryPointArn, StringComparison.Ordinal);
        var session = await ChainAsync(person);
        var arrived = await sandbox.Backup(session).DescribeRecoveryPointAsync(
            new DescribeRecoveryPointRequest { BackupVaultName = Arrivals, RecoveryPointArn = job.DestinationRecoveryPointArn }, Ct);
        Assert.Equal(("COMPLETED", 7L), (arrived.Status.Value, arrived.Lifecycle.DeleteAfterDays));

        var rds = sandbox.Rds(session);
        await rds.RestoreDBInstanceFromDBSnapshotAsync(Order(job.DestinationRecoveryPointArn, "rd-restored-acme-e1"), Ct);
        var instance = await RunningSandbox.InstanceAsync(rds, "rd-restored-acme-e1", "available");
        Assert.Equal(arrived.EncryptionKeyArn, instance.KmsKeyId);
        Assert.Equal(1000L, await Query.ScalarAsync<long>(sandbox.Connect(instance, RunningSandbox.Password), "SELECT count(*) FROM marks"));
        await rds.RebootDBInstanceAsync(new RebootDBInstanceRequest { DBInstanceIdentifier = "rd-restored-acme-e1" }, Ct);

        // Production's own, and what it has by another name, is nothing to it.
        await DeniedAsync(() => rds.RestoreDBInstanceFromDBSnapshotAsync(Order(job.DestinationRecoveryPointArn, "courses-new"), Ct));
        await DeniedAsync(() => rds.RebootDBInstanceAsync(new RebootDBInstanceRequest { DBInstanceIdentifier = RunningSandbox.Instance }, Ct));
        await DeniedAsync(() => rds.DeleteDBInstanceAsync(new DeleteDBInstanceRequest { DBInstanceIdentifier = "rd-restored-acme-e1", SkipFinalSnapshot = true }, Ct));
    }

    [Fact]
    public async Task Targets_role_opens_to_the_session_of_the_other_alone_and_for_an_hour_at_most()
    {
        var person = await PersonAsync();

        Assert.Equal("arn:aws:sts::111111111111:assumed-role/restoredrill-restore-target/a-test", (await sandbox.Sts(await ChainAsync(person)).GetCallerIdentityAsync(new(), Ct)).Arn);
        Assert.Contains("role chaining", (await Assert.ThrowsAnyAsync<AmazonServiceException>(() => ChainAsync(person, 7200))).Message, StringComparison.Ordinal);
        await DeniedAsync(() => ChainAsync(sandbox.KeysOf(Account.Vault)));
        await DeniedAsync(() => ChainAsync(sandbox.KeysOf(Account.Source)));
        foreach (var role in new[] { "restoredrill-vault", "restoredrill-drill" })
        {
            var session = await sandbox.AssumeAsync(role, Account.Vault);
            await DeniedAsync(() => ChainAsync(session));
        }
    }

    [Fact]
    public async Task Copies_go_into_the_configured_vault_alone()
    {
        var backup = sandbox.Backup(await PersonAsync());

        await DeniedAsync(() => backup.StartCopyJobAsync(Order("restoredrill-staging"), Ct));
        var inAnotherRole = Order(Arrivals);
        inAnotherRole.IamRoleArn = "arn:aws:iam::222222222222:role/restoredrill-vault";
        await DeniedAsync(() => backup.StartCopyJobAsync(inAnotherRole, Ct));
    }

    [Fact]
    public async Task Copy_fails_where_the_target_account_may_not_use_the_vaults_key()
    {
        var kms = sandbox.Kms(sandbox.KeysOf(Account.Vault));
        var key = (await kms.DescribeKeyAsync("alias/restoredrill", Ct)).KeyMetadata;
        Assert.Contains("TheTargetLooksAtTheKey", (await kms.GetKeyPolicyAsync(new GetKeyPolicyRequest { KeyId = key.KeyId }, Ct)).Policy, StringComparison.Ordinal);
        await kms.PutKeyPolicyAsync(
            new PutKeyPolicyRequest
            {
                KeyId = key.KeyId,
                Policy = """{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"AWS":"arn:aws:iam::222222222222:root"},"Action":"kms:*","Resource":"*"}]}""",
            },
            Ct);

        var job = await EndAsync(await PersonAsync(), Order(Arrivals));

        Assert.Equal(
            ("FAILED", $"The source snapshot KMS key [{key.Arn}] does not exist, is not enabled or you do not have permissions to access it."), (job.State.Value, job.StatusMessage));
    }

    [Fact]
    public async Task Copy_fails_where_the_targets_vault_does_not_let_the_vault_account_in()
    {
        await backups.Source.DeleteBackupVaultAccessPolicyAsync(new DeleteBackupVaultAccessPolicyRequest { BackupVaultName = Arrivals }, Ct);

        var job = await EndAsync(await PersonAsync(), Order(Arrivals));

        Assert.Equal(("FAILED", "Access Denied trying to call AWS Backup service"), (job.State.Value, job.StatusMessage));
    }

    [Fact]
    public async Task Copy_fails_where_a_service_control_policy_lets_nobody_share_and_comes_where_it_leaves_that_to_the_role_that_copies()
    {
        using var organisation = new AmazonOrganizationsClient(
            sandbox.KeysOf(Account.Management), new AmazonOrganizationsConfig { ServiceURL = sandbox.Host.BaseAddress.AbsoluteUri, AuthenticationRegion = "us-east-1" });
        var root = (await organisation.ListRootsAsync(new ListRootsRequest(), Ct)).Roots[0].Id;
        await organisation.EnablePolicyTypeAsync(new EnablePolicyTypeRequest { RootId = root, PolicyType = PolicyType.SERVICE_CONTROL_POLICY }, Ct);
        var policy = (await organisation.CreatePolicyAsync(
            new CreatePolicyRequest
            {
                Name = "vault", Description = "a test's", Type = PolicyType.SERVICE_CONTROL_POLICY, Content = """{"Version":"2012-10-17","Statement":[{"Effect":"Deny","Action":"rds:ModifyDBSnapshotAttribute","Resource":"*"}]}""",
            },
            Ct)).Policy.PolicySummary.Id;
        await organisation.AttachPolicyAsync(new AttachPolicyRequest { PolicyId = policy, TargetId = Account.Vault.Id }, Ct);
        var person = await PersonAsync();

        var job = await EndAsync(person, Order(Arrivals));
        Assert.Equal(("FAILED", $"The role {Backups.RoleOf(Account.Vault)} is not authorized to perform: rds:ModifyDBSnapshotAttribute on resource: {copy}"), (job.State.Value, job.StatusMessage));

        await organisation.UpdatePolicyAsync(
            new UpdatePolicyRequest { PolicyId = policy, Content = ShippedPolicies.Text("vault-account.scp.copy-back").Replace("{copy-back-role-arn}", Backups.RoleOf(Account.Vault), StringComparison.Ordinal) }, Ct);
        Assert.Equal("COMPLETED", (await EndAsync(person, Order(Arrivals))).State.Value);
    }

    private static RestoreDBInstanceFromDBSnapshotRequest Order(string snapshot, string instance) => new()
    {
        DBSnapshotIdentifier = snapshot,
        DBInstanceIdentifier = instance,
        DBSubnetGroupName = Networks,
        DBParameterGroupName = Quiet,
        Tags = [new Tag { Key = "restoredrill:installation", Value = RunningSandbox.Installation }, new Tag { Key = "restoredrill:role", Value = "restored" }],
    };

    private StartCopyJobRequest Order(string vault) => new()
    {
        SourceBackupVaultName = "restoredrill-copies",
        RecoveryPointArn = copy,
        DestinationBackupVaultArn = Backups.VaultArn(Account.Source, vault),
        IamRoleArn = Backups.RoleOf(Account.Vault),
        Lifecycle = new Lifecycle { DeleteAfterDays = 7 },
    };

    private async Task<CopyJob> EndAsync(AWSCredentials person, StartCopyJobRequest order)
    {
        var backup = sandbox.Backup(person);
        var id = (await backup.StartCopyJobAsync(order, Ct)).CopyJobId;
        CopyJob? job = null;
        await Eventually.HoldsAsync(async () =>
        {
            job = (await backup.DescribeCopyJobAsync(new DescribeCopyJobRequest { CopyJobId = id }, Ct)).CopyJob;
            return job.State.Value is not ("CREATED" or "RUNNING");
        }, $"the copy job {id} has ended");
        return job!;
    }

    private async Task MakeGroupsAsync()
    {
        await sandbox.Source.CreateDBSubnetGroupAsync(
            new CreateDBSubnetGroupRequest { DBSubnetGroupName = Networks, DBSubnetGroupDescription = "applications", SubnetIds = ["subnet-1", "subnet-2"] }, Ct);
        await sandbox.Source.CreateDBParameterGroupAsync(
            new CreateDBParameterGroupRequest { DBParameterGroupName = Quiet, DBParameterGroupFamily = RunningSandbox.Family, Description = "a test's" }, Ct);
    }

    private async Task<AWSCredentials> ChainAsync(AWSCredentials person, int? seconds = null) => (await sandbox.Sts(person).AssumeRoleAsync(
        new AssumeRoleRequest { RoleArn = Target, RoleSessionName = "a-test", DurationSeconds = seconds }, Ct)).Credentials;

    /// <summary>Takes on the role of emergency restores with a code that no test has used.</summary>
    private async Task<AWSCredentials> PersonAsync()
    {
        var control = sandbox.Host.Control;
        control.Advance(TimeSpan.FromSeconds(60) + TimeSpan.FromTicks(TimeCode.Step.Ticks - (control.Now.Ticks % TimeCode.Step.Ticks)));
        var code = control.MfaCodes.Single(static one => one.Account == Account.Vault.Id);
        return (await sandbox.Sts(sandbox.KeysOf(Account.Vault)).AssumeRoleAsync(
            new AssumeRoleRequest { RoleArn = Restore, RoleSessionName = "a-test", SerialNumber = code.SerialNumber, TokenCode = code.Code }, Ct)).Credentials;
    }

    private static async Task DeniedAsync(Func<Task> call) =>
        Assert.StartsWith("AccessDenied", (await Assert.ThrowsAnyAsync<AmazonServiceException>(call)).ErrorCode, StringComparison.Ordinal);
}
