using Amazon.Backup;
using Amazon.Backup.Model;
using Amazon.IdentityManagement;
using Amazon.IdentityManagement.Model;
using Amazon.KeyManagementService.Model;
using Amazon.RDS.Model;
using RestoreDrill.Sandbox.Accounts;
using RestoreDrill.Sandbox.Tests.Iam;
using RestoreDrill.Sandbox.Tests.Kms;

namespace RestoreDrill.Sandbox.Tests.Backup;

/// <summary>Who may have a recovery point restored, and what the role must be allowed that does it.</summary>
[Collection(nameof(SharedBackupSandbox))]
public sealed class BackupRestoreRoleTests(RunningSandbox sandbox) : IAsyncLifetime
{
    private const string ForRestores = "arn:aws:iam::aws:policy/service-role/AWSBackupServiceRolePolicyForRestores";
    private const string TrustsBackup = """{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"Service":"backup.amazonaws.com"},"Action":"sts:AssumeRole"}]}""";
    private readonly Backups backups = new(sandbox);
    private readonly AmazonIdentityManagementServiceClient iam = IamSandbox.Client(sandbox.Host.BaseAddress, sandbox.KeysOf(Account.Source));
    private string vault = null!;
    private string point = null!;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        vault = await backups.CreateVaultAsync(backups.Source, "roles");
        point = (await backups.BackUpAsync(vault, 35)).RecoveryPointArn;
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task Job_restores_as_far_as_the_policies_of_its_role_go()
    {
        var role = await CreateAsync(TrustsBackup);
        var request = Backups.Restore(point, Backups.NewName("rd"));
        request.IamRoleArn = IamSandbox.RoleArn(Account.Source, role);
        var refused = await backups.RestoreAsync(request);
        Assert.Equal("FAILED", refused.Status.Value);
        Assert.Contains(
            $"assumed-role/{role}/AWSBackup is not authorized to perform: rds:RestoreDBInstanceFromDBSnapshot on resource: {point}", refused.StatusMessage, StringComparison.Ordinal);

        await iam.AttachRolePolicyAsync(new AttachRolePolicyRequest { RoleName = role, PolicyArn = ForRestores }, Ct);
        await SucceedsAsync(request);
    }

    [Fact]
    public async Task Job_fails_where_the_key_denies_its_role()
    {
        var keys = new Keys(sandbox).Source;
        var key = (await Keys.DescribeAsync(keys, "alias/restoredrill")).KeyId;
        var before = (await keys.GetKeyPolicyAsync(new GetKeyPolicyRequest { KeyId = key }, Ct)).Policy;
        await keys.PutKeyPolicyAsync(new PutKeyPolicyRequest
        {
            KeyId = key,
            Policy = $$"""
                {"Version":"2012-10-17","Statement":[
                  {"Effect":"Allow","Principal":{"AWS":"111111111111"},"Action":"kms:*","Resource":"*"},
                  {"Effect":"Deny","Principal":{"AWS":"{{Backups.RoleOf(Account.Source)}}"},"Action":"kms:Decrypt","Resource":"*"}]}
                """,
        }, Ct);
        var request = Backups.Restore(point, Backups.NewName("rd"));
        try
        {
            var refused = await backups.RestoreAsync(request);
            Assert.Equal("FAILED", refused.Status.Value);
            Assert.Contains("does not exist, is not enabled or you do not have permissions to access it", refused.StatusMessage, StringComparison.Ordinal);
        }
        finally
        {
            await keys.PutKeyPolicyAsync(new PutKeyPolicyRequest { KeyId = key, Policy = before }, Ct);
        }

        await SucceedsAsync(request);
    }

    [Fact]
    public async Task Caller_needs_the_action_on_the_point_and_must_be_let_pass_the_role()
    {
        var name = await CreateAsync(IamSandbox.Trust("111111111111"));
        var caller = sandbox.Backup(await sandbox.AssumeAsync(name, Account.Source, from: Account.Source));
        var request = Backups.Restore(point, Backups.NewName("rd"));
        Task StartAsync() => caller.StartRestoreJobAsync(request, Ct);
        var refusal = await Refusals.RefusedAsync<AmazonBackupException>(StartAsync, $"is not authorized to perform: backup:StartRestoreJob on resource: {point}");
        Assert.Equal("AccessDeniedException", refusal.ErrorCode);
        await AllowAsync(name, IamSandbox.Allowing("backup:StartRestoreJob"));
        await Refusals.RefusedAsync<AmazonBackupException>(StartAsync, $"is not authorized to perform: iam:PassRole on resource: {request.IamRoleArn}");
        await AllowAsync(name, $$"""
            {"Version":"2012-10-17","Statement":[
              {"Effect":"Allow","Action":"backup:StartRestoreJob","Resource":"{{point}}"},
              {"Effect":"Allow","Action":"iam:PassRole","Resource":"*","Condition":{"StringEquals":{"iam:PassedToService":"backup.amazonaws.com"} } }]}
            """);
        var job = (await caller.StartRestoreJobAsync(request, Ct)).RestoreJobId;
        Assert.Equal("COMPLETED", (await backups.RestoreEndAsync(job)).Status.Value);
        await DeleteAsync(request);
        await Refusals.RefusedAsync<AmazonBackupException>(
            () => caller.DescribeRestoreJobAsync(new DescribeRestoreJobRequest { RestoreJobId = job }, Ct), "not authorized to perform: backup:DescribeRestoreJob");
    }

    [Fact]
    public async Task Policy_of_the_points_vault_can_deny_its_restore_to_everybody()
    {
        await backups.Source.PutBackupVaultAccessPolicyAsync(new PutBackupVaultAccessPolicyRequest
        {
            BackupVaultName = vault,
            Policy = """{"Version":"2012-10-17","Statement":{"Effect":"Deny","Principal":"*","Action":"backup:StartRestoreJob","Resource":"*"}}""",
        }, Ct);
        var request = Backups.Restore(point, Backups.NewName("rd"));
        await Refusals.RefusedAsync<AmazonBackupException>(
            () => backups.Source.StartRestoreJobAsync(request, Ct), $"backup:StartRestoreJob on resource: {point} with an explicit deny in a resource-based policy");
        await backups.Source.DeleteBackupVaultAccessPolicyAsync(new DeleteBackupVaultAccessPolicyRequest { BackupVaultName = vault }, Ct);
        await SucceedsAsync(request);
    }

    [Fact]
    public async Task Copy_in_the_vault_account_is_restored_there()
    {
        var copies = await backups.CreateDestinationAsync("copies");
        var copy = (await backups.CopyAsync(Backups.CopyJob(vault, point, copies, 30))).DestinationRecoveryPointArn;
        var request = Backups.Restore(copy, Backups.NewName("rd"), ("dbSubnetGroupName", RunningSandbox.Group), ("dbParameterGroupName", RunningSandbox.Group));
        await Refusals.RefusedAsync<ResourceNotFoundException>(() => backups.Source.StartRestoreJobAsync(request, Ct), "Cannot find recovery point");
        request.IamRoleArn = Backups.RoleOf(Account.Vault);
        var id = (await backups.Vault.StartRestoreJobAsync(request, Ct)).RestoreJobId;
        await RunningSandbox.InstanceAsync(sandbox.Vault, request.Metadata["dbInstanceIdentifier"], "available");
        var job = await backups.Vault.DescribeRestoreJobAsync(new DescribeRestoreJobRequest { RestoreJobId = id }, Ct);
        Assert.Equal(("COMPLETED", "222222222222", Backups.Instance), (job.Status.Value, job.AccountId, job.SourceResourceArn));
        await sandbox.Vault.DeleteDBInstanceAsync(
            new DeleteDBInstanceRequest { DBInstanceIdentifier = request.Metadata["dbInstanceIdentifier"], SkipFinalSnapshot = true }, Ct);
    }

    private async Task SucceedsAsync(StartRestoreJobRequest request)
    {
        var job = await backups.RestoreAsync(request);
        Assert.Equal((null, "COMPLETED"), (job.StatusMessage, job.Status.Value));
        await DeleteAsync(request);
    }

    private Task<DeleteDBInstanceResponse> DeleteAsync(StartRestoreJobRequest request) => sandbox.Source.DeleteDBInstanceAsync(
        new DeleteDBInstanceRequest { DBInstanceIdentifier = request.Metadata["dbInstanceIdentifier"], SkipFinalSnapshot = true }, Ct);

    private async Task<string> CreateAsync(string trust)
    {
        var name = Backups.NewName("role");
        await iam.CreateRoleAsync(new CreateRoleRequest { RoleName = name, AssumeRolePolicyDocument = trust }, Ct);
        return name;
    }

    private Task<PutRolePolicyResponse> AllowAsync(string role, string policy) =>
        iam.PutRolePolicyAsync(new PutRolePolicyRequest { RoleName = role, PolicyName = "allowed", PolicyDocument = policy }, Ct);
}
