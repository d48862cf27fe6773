using Amazon.KeyManagementService.Model;
using Amazon.RDS.Model;
using Amazon.Runtime;
using RestoreDrill.Sandbox.Accounts;
using Tag = Amazon.RDS.Model.Tag;

namespace RestoreDrill.Sandbox.Tests.Accounts;

/// <summary>What the shipped policies keep the roles from, beside the actions that they do not have.</summary>
[Collection(nameof(SharedSandbox))]
public sealed class ShippedRoleTests(RunningSandbox sandbox)
{
    private const string Staging = "rd-staging-acme-";
    private const string Scratch = "rd-scratch-acme-";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Source_role_takes_snapshots_under_its_installations_names_only()
    {
        using var rds = sandbox.Rds(await SourceRoleAsync());
        CreateDBSnapshotRequest Request(string name) => new() { DBInstanceIdentifier = RunningSandbox.Instance, DBSnapshotIdentifier = name };

        Assert.Equal(
            "User: arn:aws:sts::111111111111:assumed-role/restoredrill-source/a-test is not authorized to perform: rds:CreateDBSnapshot on resource: "
                + "arn:aws:rds:eu-west-1:111111111111:snapshot:weekly because no identity-based policy allows the rds:CreateDBSnapshot action",
            await DeniedAsync(() => rds.CreateDBSnapshotAsync(Request("weekly"), Ct)));
        await DeniedAsync(() => rds.CreateDBSnapshotAsync(Request("rd-staging-other-c1"), Ct));
        await rds.CreateDBSnapshotAsync(Request(Staging + "c1"), Ct);
        sandbox.Host.Control.Install("other");

        // The instance is backing up a moment later only: first its snapshot, then itself.
        await RunningSandbox.SnapshotAsync(sandbox.Source, Staging + "c1", "available");
        await RunningSandbox.InstanceAsync(sandbox.Source, RunningSandbox.Instance, "available");
        await rds.CreateDBSnapshotAsync(Request("rd-staging-other-c1"), Ct);
        await RunningSandbox.SnapshotAsync(sandbox.Source, "rd-staging-other-c1", "available");
        await RunningSandbox.InstanceAsync(sandbox.Source, RunningSandbox.Instance, "available");
    }

    [Fact]
    public async Task Source_role_deletes_only_what_is_tagged_as_its_own()
    {
        using var rds = sandbox.Rds(await SourceRoleAsync());
        var name = Staging + "c2";
        var snapshot = await sandbox.SnapshotAsync(name);
        await DeniedAsync(() => rds.DeleteDBSnapshotAsync(new DeleteDBSnapshotRequest { DBSnapshotIdentifier = name }, Ct));

        await rds.AddTagsToResourceAsync(new AddTagsToResourceRequest { ResourceName = snapshot.DBSnapshotArn, Tags = Own("staging") }, Ct);
        await rds.DeleteDBSnapshotAsync(new DeleteDBSnapshotRequest { DBSnapshotIdentifier = name }, Ct);
    }

    [Fact]
    public async Task Source_role_tags_no_instance()
    {
        using var rds = sandbox.Rds(await SourceRoleAsync());
        var request = new AddTagsToResourceRequest { ResourceName = $"arn:aws:rds:eu-west-1:111111111111:db:{RunningSandbox.Instance}", Tags = Own("staging") };

        Assert.Contains("rds:AddTagsToResource on resource: arn:aws:rds:eu-west-1:111111111111:db:courses", await DeniedAsync(() => rds.AddTagsToResourceAsync(request, Ct)));
    }

    [Fact]
    public async Task Vault_role_copies_in_staging_snapshots_only_and_under_keys_of_its_policy()
    {
        using var rds = sandbox.Rds(await sandbox.AssumeAsync("restoredrill-vault", Account.Vault));
        var source = await sandbox.SnapshotAsync(Staging + "c3");
        await sandbox.ShareAsync(Staging + "c3");
        CopyDBSnapshotRequest Request(string arn, string target) => new()
        {
            SourceDBSnapshotIdentifier = arn, TargetDBSnapshotIdentifier = target, KmsKeyId = "alias/restoredrill", Tags = Own("copy"),
        };

        await DeniedAsync(() => rds.CopyDBSnapshotAsync(Request(source.DBSnapshotArn.Replace("acme", "enemy", StringComparison.Ordinal), "rd-copy-acme-c3"), Ct));
        await DeniedAsync(() => rds.CopyDBSnapshotAsync(Request(source.DBSnapshotArn, "mine"), Ct));
        await rds.CopyDBSnapshotAsync(Request(source.DBSnapshotArn, "rd-copy-acme-c3"), Ct);
        await RunningSandbox.SnapshotAsync(sandbox.Vault, "rd-copy-acme-c3", "available");
    }

    [Fact]
    public async Task Drill_role_uses_the_vaults_key_alone()
    {
        using var vault = sandbox.Kms(await sandbox.AssumeAsync("restoredrill-vault", Account.Vault));
        using var drill = sandbox.Kms(await sandbox.AssumeAsync("restoredrill-drill", Account.Vault));
        const string sourceKey = "arn:aws:kms:eu-west-1:111111111111:alias/restoredrill";

        await vault.DescribeKeyAsync(new DescribeKeyRequest { KeyId = sourceKey }, Ct);
        Assert.Contains("no identity-based policy allows the kms:DescribeKey action", await DeniedAsync(
            () => drill.DescribeKeyAsync(new DescribeKeyRequest { KeyId = sourceKey }, Ct)));
    }

    [Fact]
    public async Task Role_uses_a_key_through_RDS_and_never_itself()
    {
        using var kms = sandbox.Kms(await sandbox.AssumeAsync("restoredrill-drill", Account.Vault));
        var request = new ScheduleKeyDeletionRequest { KeyId = "alias/restoredrill" };
        var grant = new CreateGrantRequest { KeyId = "alias/restoredrill", GranteePrincipal = "arn:aws:iam::222222222222:role/any", Operations = ["Decrypt"] };

        Assert.Contains("kms:ScheduleKeyDeletion on resource: arn:aws:kms:eu-west-1:222222222222:key/", await DeniedAsync(() => kms.ScheduleKeyDeletionAsync(request, Ct)));
        await DeniedAsync(() => kms.CreateGrantAsync(grant, Ct));
    }

    [Theory]
    [InlineData("rd-copy-acme-x", "production", RunningSandbox.Group, "restoredrill-any", "db:production")]
    [InlineData("rd-copy-acme-x", "rd-scratch-enemy-x", RunningSandbox.Group, "restoredrill-any", "db:rd-scratch-enemy-x")]
    [InlineData("weekly", Scratch + "x", RunningSandbox.Group, "restoredrill-any", "snapshot:weekly")]
    [InlineData("rd-copy-acme-x", Scratch + "x", "with-a-way-out", "restoredrill-any", "subgrp:with-a-way-out")]
    [InlineData("rd-copy-acme-x", Scratch + "x", RunningSandbox.Group, "production", "pg:production")]
    [InlineData("rd-copy-acme-x", Scratch + "x", RunningSandbox.Group, null, "pg:default.postgres")]
    public async Task Drill_role_restores_its_copies_into_its_own_place_only(string copy, string instance, string subnets, string? parameters, string refused)
    {
        using var rds = sandbox.Rds(await sandbox.AssumeAsync("restoredrill-drill", Account.Vault));
        var request = new RestoreDBInstanceFromDBSnapshotRequest
        {
            DBSnapshotIdentifier = copy, DBInstanceIdentifier = instance, DBSubnetGroupName = subnets, DBParameterGroupName = parameters,
        };

        Assert.Contains(
            $"rds:RestoreDBInstanceFromDBSnapshot on resource: arn:aws:rds:eu-west-1:222222222222:{refused}",
            await DeniedAsync(() => rds.RestoreDBInstanceFromDBSnapshotAsync(request, Ct)));
    }

    [Fact]
    public async Task Drill_role_changes_and_removes_only_what_is_tagged_as_its_own()
    {
        using var rds = sandbox.Rds(await sandbox.AssumeAsync("restoredrill-drill", Account.Vault));
        var name = Scratch + "d1";
        await sandbox.CopyIntoVaultAsync("for-d1");
        await sandbox.Vault.RestoreDBInstanceFromDBSnapshotAsync(RunningSandbox.Restore(name, "for-d1"), Ct);
        var instance = await RunningSandbox.InstanceAsync(sandbox.Vault, name, "available");
        await DeniedAsync(() => rds.ModifyDBInstanceAsync(new ModifyDBInstanceRequest { DBInstanceIdentifier = name, DeletionProtection = true }, Ct));
        await DeniedAsync(() => rds.DeleteDBInstanceAsync(new DeleteDBInstanceRequest { DBInstanceIdentifier = name, SkipFinalSnapshot = true }, Ct));

        await sandbox.Vault.AddTagsToResourceAsync(new AddTagsToResourceRequest { ResourceName = instance.DBInstanceArn, Tags = Own("scratch") }, Ct);
        await rds.DeleteDBInstanceAsync(new DeleteDBInstanceRequest { DBInstanceIdentifier = name, SkipFinalSnapshot = true }, Ct);
    }

    [Fact]
    public async Task Permissions_are_kept_with_the_statement_that_gave_them()
    {
        using var rds = sandbox.Rds(await SourceRoleAsync());
        await rds.DescribeDBInstancesAsync(Ct);

        var given = sandbox.Host.Control.Permissions.Single(asked => asked is { Role: "restoredrill-source", Action: "rds:DescribeDBInstances", IsAllowed: true });

        Assert.Equal(("Look", "restoredrill-source-acme"), (given.Statement, given.Policy));
        Assert.Equal("arn:aws:rds:eu-west-1:111111111111:db:*", given.Resource);
    }

    private Task<AWSCredentials> SourceRoleAsync() => sandbox.AssumeAsync("restoredrill-source", Account.Source, sandbox.Host.ExternalId);

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
}
