using Amazon.Backup;
using Amazon.Backup.Model;
using Amazon.IdentityManagement;
using Amazon.IdentityManagement.Model;
using RestoreDrill.Sandbox.Accounts;
using RestoreDrill.Sandbox.Tests.Backup;

namespace RestoreDrill.Sandbox.Tests.Iam;

/// <summary>The role that jobs of AWS Backup are given, made by call.</summary>
[Collection(nameof(SharedBackupSandbox))]
public sealed class BackupRoleTests(RunningSandbox sandbox)
{
    private const string ForBackup = """{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"Service":"backup.amazonaws.com"},"Action":"sts:AssumeRole"}]}""";
    private readonly Backups backups = new(sandbox);
    private readonly AmazonIdentityManagementServiceClient iam = IamSandbox.Client(sandbox.Host.BaseAddress, sandbox.KeysOf(Account.Source));

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Role_made_by_call_backs_up_and_copies_as_far_as_its_policies_go()
    {
        var name = await CreateAsync(ForBackup);
        var source = await backups.CreateVaultAsync(backups.Source, "source");
        var destination = await backups.CreateDestinationAsync("destination");
        var backup = Backups.Job(source, 30);
        backup.IamRoleArn = IamSandbox.RoleArn(Account.Source, name);
        Assert.Equal("FAILED", (await backups.BackUpAsync(backup)).State.Value);
        await iam.AttachRolePolicyAsync(new AttachRolePolicyRequest { RoleName = name, PolicyArn = IamManagedPolicyTests.ForBackup }, Ct);
        var point = (await backups.BackUpAsync(backup)).RecoveryPointArn;
        await iam.DetachRolePolicyAsync(new DetachRolePolicyRequest { RoleName = name, PolicyArn = IamManagedPolicyTests.ForBackup }, Ct);
        StartCopyJobRequest Copy()
        {
            var copy = Backups.CopyJob(source, point, destination, 30);
            copy.IamRoleArn = backup.IamRoleArn;
            return copy;
        }

        var refused = await backups.CopyAsync(Copy());
        Assert.Equal(("FAILED", "Access Denied trying to call AWS Backup service"), (refused.State.Value, refused.StatusMessage));
        await iam.AttachRolePolicyAsync(new AttachRolePolicyRequest { RoleName = name, PolicyArn = IamManagedPolicyTests.ForBackup }, Ct);
        Assert.Equal("COMPLETED", (await backups.CopyAsync(Copy())).State.Value);
        await iam.DetachRolePolicyAsync(new DetachRolePolicyRequest { RoleName = name, PolicyArn = IamManagedPolicyTests.ForBackup }, Ct);
        Assert.Equal("FAILED", (await backups.CopyAsync(Copy())).State.Value);
    }

    [Fact]
    public async Task Role_has_to_trust_the_service_at_the_moment()
    {
        var name = await CreateAsync(IamSandbox.Trust("111111111111"));
        var vault = await backups.CreateVaultAsync(backups.Source, "trust");
        var job = Backups.Job(vault);
        job.IamRoleArn = IamSandbox.RoleArn(Account.Source, name);
        var text = $"IAM Role {job.IamRoleArn} cannot be assumed by AWS Backup";
        await Refusals.RefusedAsync<InvalidParameterValueException>(() => backups.Source.StartBackupJobAsync(job, Ct), text);
        await iam.UpdateAssumeRolePolicyAsync(new UpdateAssumeRolePolicyRequest { RoleName = name, PolicyDocument = ForBackup }, Ct);
        await backups.BackUpAsync(job);
        await iam.DeleteRoleAsync(new DeleteRoleRequest { RoleName = name }, Ct);
        await Refusals.RefusedAsync<InvalidParameterValueException>(() => backups.Source.StartBackupJobAsync(job, Ct), text);
    }

    [Fact]
    public async Task Role_is_passed_by_leave_for_its_tags_and_for_the_service()
    {
        var passed = await CreateAsync(ForBackup);
        var caller = await CreateAsync(IamSandbox.Trust("222222222222"));
        await AllowAsync(caller, "backup", IamSandbox.Allowing("backup:StartBackupJob"));
        await AllowAsync(caller, "pass", IamSandbox.Allowing(
            "iam:PassRole", condition: """{"StringEquals":{"aws:ResourceTag/for":"backup","iam:PassedToService":"backup.amazonaws.com"}}"""));
        using var backup = sandbox.Backup(await sandbox.AssumeAsync(caller, Account.Source));
        var job = Backups.Job(await backups.CreateVaultAsync(backups.Source, "passed"));
        job.IamRoleArn = IamSandbox.RoleArn(Account.Source, passed);

        Assert.Contains("iam:PassRole", (await Assert.ThrowsAnyAsync<AmazonBackupException>(() => backup.StartBackupJobAsync(job, Ct))).Message, StringComparison.Ordinal);
        await iam.TagRoleAsync(new TagRoleRequest { RoleName = passed, Tags = [new Tag { Key = "for", Value = "backup" }] }, Ct);
        await backups.BackupEndAsync((await backup.StartBackupJobAsync(job, Ct)).BackupJobId);
        await AllowAsync(caller, "pass", IamSandbox.Allowing("iam:PassRole", condition: """{"StringEquals":{"iam:PassedToService":"rds.amazonaws.com"}}"""));
        Assert.Contains("iam:PassRole", (await Assert.ThrowsAnyAsync<AmazonBackupException>(() => backup.StartBackupJobAsync(job, Ct))).Message, StringComparison.Ordinal);
    }

    private async Task<string> CreateAsync(string trust)
    {
        var name = IamSandbox.NewName("backup");
        await iam.CreateRoleAsync(new CreateRoleRequest { RoleName = name, AssumeRolePolicyDocument = trust }, Ct);
        return name;
    }

    private Task<PutRolePolicyResponse> AllowAsync(string role, string name, string policy) =>
        iam.PutRolePolicyAsync(new PutRolePolicyRequest { RoleName = role, PolicyName = name, PolicyDocument = policy }, Ct);
}
