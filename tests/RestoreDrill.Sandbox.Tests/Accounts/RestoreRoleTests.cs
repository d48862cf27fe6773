using Amazon.RDS.Model;
using Amazon.Runtime;
using Amazon.SecurityToken.Model;
using RestoreDrill.Sandbox.Accounts;
using RestoreDrill.Sandbox.Control;
using RestoreDrill.Sandbox.Iam.Mfa;
using Tag = Amazon.RDS.Model.Tag;

namespace RestoreDrill.Sandbox.Tests.Accounts;

/// <summary>The role of emergency restores: who takes it on, and what its shipped policy keeps it from.</summary>
[Collection(nameof(SharedSandbox))]
public sealed class RestoreRoleTests(RunningSandbox sandbox)
{
    private const string Role = "arn:aws:iam::222222222222:role/restoredrill-restore";
    private const string Restored = "rd-restored-acme-";
    private const string Networks = "restoredrill-restored";
    private const string Quiet = "restoredrill-quiet";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Administrator_of_the_vault_account_takes_it_on_with_a_code()
    {
        var session = await PersonAsync();

        Assert.Equal("arn:aws:sts::222222222222:assumed-role/restoredrill-restore/a-test", (await sandbox.Sts(session).GetCallerIdentityAsync(new(), Ct)).Arn);
        await sandbox.Rds(session).DescribeDBInstancesAsync(Ct);
    }

    [Fact]
    public async Task Without_a_code_it_stays_shut_to_the_administrator_and_to_the_services_roles()
    {
        Assert.Contains("no role trust policy allows the sts:AssumeRole action", await DeniedAsync(() => AssumeAsync(sandbox.KeysOf(Account.Vault))), StringComparison.Ordinal);
        await DeniedAsync(async () => await AssumeAsync(await sandbox.AssumeAsync("restoredrill-vault", Account.Vault)));
        await DeniedAsync(async () => await AssumeAsync(await sandbox.AssumeAsync("restoredrill-drill", Account.Vault)));
    }

    [Theory]
    [InlineData("111111111111")]
    [InlineData("333333333333")]
    public async Task Other_account_does_not_take_it_on_with_a_code_of_its_own(string account)
    {
        var fresh = Fresh(account);

        await DeniedAsync(() => AssumeAsync(sandbox.KeysOf(Account.All.Single(one => one.Id == account)), fresh));
    }

    [Theory]
    [InlineData("rd-copy-acme-x", "production", Networks, Quiet, "db:production")]
    [InlineData("rd-copy-acme-x", "rd-restored-enemy-x", Networks, Quiet, "db:rd-restored-enemy-x")]
    [InlineData("rd-copy-acme-x", "rd-scratch-acme-x", Networks, Quiet, "db:rd-scratch-acme-x")]
    [InlineData("weekly", Restored + "x", Networks, Quiet, "snapshot:weekly")]
    [InlineData("awsbackup:copyjob-x", Restored + "x", Networks, Quiet, "snapshot:awsbackup:copyjob-x")]
    [InlineData("rd-copy-acme-x", Restored + "x", RunningSandbox.Group, Quiet, "subgrp:scratch")]
    [InlineData("rd-copy-acme-x", Restored + "x", Networks, "courses-postgres15", "pg:courses-postgres15")]
    [InlineData("rd-copy-acme-x", Restored + "x", Networks, null, "pg:default.postgres")]
    public async Task It_restores_copies_into_its_own_place_only_under_the_quiet_group(string copy, string instance, string subnets, string? parameters, string refused)
    {
        var rds = sandbox.Rds(await PersonAsync());
        var request = new RestoreDBInstanceFromDBSnapshotRequest
        {
            DBSnapshotIdentifier = copy, DBInstanceIdentifier = instance, DBSubnetGroupName = subnets, DBParameterGroupName = parameters,
        };

        Assert.Contains(
            $"rds:RestoreDBInstanceFromDBSnapshot on resource: arn:aws:rds:eu-west-1:222222222222:{refused}",
            await DeniedAsync(() => rds.RestoreDBInstanceFromDBSnapshotAsync(request, Ct)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_restores_a_copy_gives_it_the_real_group_and_restarts_it_and_does_nothing_else_to_it()
    {
        var name = Restored + "e1";
        var real = $"courses-{RunningSandbox.Family}";
        await sandbox.CopyIntoVaultAsync("rd-copy-acme-e1");
        await sandbox.Vault.CreateDBSubnetGroupAsync(
            new CreateDBSubnetGroupRequest { DBSubnetGroupName = Networks, DBSubnetGroupDescription = "applications", SubnetIds = ["subnet-1", "subnet-2"] }, Ct);
        foreach (var group in new[] { Quiet, real, "others" })
        {
            await sandbox.Vault.CreateDBParameterGroupAsync(
                new CreateDBParameterGroupRequest { DBParameterGroupName = group, DBParameterGroupFamily = RunningSandbox.Family, Description = "a test's" }, Ct);
        }

        var rds = sandbox.Rds(await PersonAsync());
        await rds.RestoreDBInstanceFromDBSnapshotAsync(new RestoreDBInstanceFromDBSnapshotRequest
        {
            DBSnapshotIdentifier = "rd-copy-acme-e1", DBInstanceIdentifier = name, DBSubnetGroupName = Networks, DBParameterGroupName = Quiet, Tags = Own("restored"),
        }, Ct);
        await RunningSandbox.InstanceAsync(sandbox.Vault, name, "available");
        await rds.ModifyDBInstanceAsync(new ModifyDBInstanceRequest { DBInstanceIdentifier = name, MasterUserPassword = "Another-password-1", ApplyImmediately = true }, Ct);
        await RunningSandbox.InstanceAsync(sandbox.Vault, name, "available");
        Assert.Contains("pg:others", await DeniedAsync(() => GiveAsync(rds, name, "others")), StringComparison.Ordinal);
        await GiveAsync(rds, name, real);
        await RunningSandbox.InstanceAsync(sandbox.Vault, name, "available");
        await rds.RebootDBInstanceAsync(new RebootDBInstanceRequest { DBInstanceIdentifier = name }, Ct);
        var instance = await RunningSandbox.InstanceAsync(sandbox.Vault, name, "available");

        Assert.Equal((real, "in-sync"), (instance.DBParameterGroups[0].DBParameterGroupName, instance.DBParameterGroups[0].ParameterApplyStatus));
        await DeniedAsync(() => rds.DeleteDBInstanceAsync(new DeleteDBInstanceRequest { DBInstanceIdentifier = name, SkipFinalSnapshot = true }, Ct));

        // What has its name, and not its tags, is somebody else's.
        await sandbox.Vault.RemoveTagsFromResourceAsync(new RemoveTagsFromResourceRequest { ResourceName = instance.DBInstanceArn, TagKeys = ["restoredrill:role"] }, Ct);
        await DeniedAsync(() => GiveAsync(rds, name, real));
        await DeniedAsync(() => rds.RebootDBInstanceAsync(new RebootDBInstanceRequest { DBInstanceIdentifier = name }, Ct));
    }

    private static Task<ModifyDBInstanceResponse> GiveAsync(Amazon.RDS.AmazonRDSClient rds, string name, string group) =>
        rds.ModifyDBInstanceAsync(new ModifyDBInstanceRequest { DBInstanceIdentifier = name, DBParameterGroupName = group, ApplyImmediately = true }, Ct);

    private static List<Tag> Own(string role) =>
    [
        new Tag { Key = "restoredrill:installation", Value = RunningSandbox.Installation }, new Tag { Key = "restoredrill:role", Value = role },
    ];

    private static async Task<string> DeniedAsync(Func<Task> call)
    {
        var refused = await Assert.ThrowsAnyAsync<AmazonServiceException>(call);
        Assert.StartsWith("AccessDenied", refused.ErrorCode, StringComparison.Ordinal);
        return refused.Message;
    }

    private Task<AWSCredentials> PersonAsync() => AssumeAsync(sandbox.KeysOf(Account.Vault), Fresh(Account.Vault.Id));

    private async Task<AWSCredentials> AssumeAsync(AWSCredentials caller, MfaCode? code = null) => (await sandbox.Sts(caller).AssumeRoleAsync(
        new AssumeRoleRequest { RoleArn = Role, RoleSessionName = "a-test", SerialNumber = code?.SerialNumber, TokenCode = code?.Code }, Ct)).Credentials;

    /// <summary>A code that no test has used, at the beginning of its half minute.</summary>
    private MfaCode Fresh(string account)
    {
        var control = sandbox.Host.Control;
        control.Advance(TimeSpan.FromSeconds(60) + TimeSpan.FromTicks(TimeCode.Step.Ticks - (control.Now.Ticks % TimeCode.Step.Ticks)));
        return control.MfaCodes.Single(code => code.Account == account);
    }
}
