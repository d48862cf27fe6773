using System.Text.Json.Nodes;
using Amazon.Backup;
using Amazon.Backup.Model;
using Amazon.IdentityManagement;
using Amazon.IdentityManagement.Model;
using Amazon.KeyManagementService;
using Amazon.RDS;
using Amazon.RDS.Model;

namespace RestoreDrill.EndToEnd.Tests.Setting;

/// <summary>The source account as one that emergency restores are into, in place of the vault account: what whoever owns it makes there.</summary>
public sealed class TargetAccount(SandboxAccess sandbox)
{
    public const string Id = "111111111111";
    public const string Role = "restoredrill-restore-target";
    public const string Vault = "restoredrill-restored";
    public const string CopyRole = "arn:aws:iam::222222222222:role/restoredrill-backup-service";

    private const string Key = "alias/restoredrill";

    /// <summary>Section <c>Restore:Account</c> of the configuration.</summary>
    public static JsonObject Section => new()
    {
        ["AccountId"] = Id, ["RoleArn"] = $"arn:aws:iam::{Id}:role/{Role}", ["BackupVault"] = Vault, ["CopyRoleArn"] = CopyRole,
    };

    /// <summary>The subnet group and the parameter groups of restored instances.</summary>
    public async Task MakeGroupsAsync()
    {
        using var rds = new AmazonRDSClient(sandbox.CredentialsOf("source"), new AmazonRDSConfig { ServiceURL = sandbox.Address.ToString(), AuthenticationRegion = Workbench.Region });
        var family = $"postgres{PostgresBinaries.Locate().MajorVersion}";
        await rds.CreateDBSubnetGroupAsync(
            new CreateDBSubnetGroupRequest { DBSubnetGroupName = Cloud.RestoredSubnetGroup, DBSubnetGroupDescription = "what applications reach", SubnetIds = ["subnet-0c", "subnet-0d"] });
        foreach (var name in new[] { $"restoredrill-{family}", $"courses-{family}" })
        {
            await rds.CreateDBParameterGroupAsync(new CreateDBParameterGroupRequest { DBParameterGroupName = name, DBParameterGroupFamily = family, Description = "restored instances" });
        }

        await rds.ModifyDBParameterGroupAsync(new ModifyDBParameterGroupRequest
        {
            DBParameterGroupName = $"restoredrill-{family}",
            Parameters = [new Parameter { ParameterName = "max_logical_replication_workers", ParameterValue = "0", ApplyMethod = ApplyMethod.PendingReboot }],
        });
    }

    /// <summary>The backup vault and the role, by docs/iam, where the sandbox did not begin with them. The role that it trusts has to be there.</summary>
    public async Task MakeRoleAndVaultAsync(string installation)
    {
        using var iam = new AmazonIdentityManagementServiceClient(
            sandbox.CredentialsOf("source"), new AmazonIdentityManagementServiceConfig { ServiceURL = sandbox.Address.ToString(), AuthenticationRegion = "us-east-1" });
        using var backup = new AmazonBackupClient(sandbox.CredentialsOf("source"), new AmazonBackupConfig { ServiceURL = sandbox.Address.ToString(), AuthenticationRegion = Workbench.Region });
        var values = new Dictionary<string, string>
        {
            ["installation"] = installation,
            ["region"] = Workbench.Region,
            ["vault-account"] = "222222222222",
            ["target-account"] = Id,
            ["target-vault"] = Vault,
            ["target-key-arn"] = await KeyOfAsync("source"),
            ["vault-key-arn"] = await KeyOfAsync("vault"),
            ["restore-role-arn"] = "arn:aws:iam::222222222222:role/restoredrill-restore",
            ["restore-subnet-group"] = Cloud.RestoredSubnetGroup,
            ["restore-parameter-group"] = "courses-*",
        };
        string Shipped(string name) => values.Aggregate(
            File.ReadAllText(Path.Combine(Programs.Root, "docs", "iam", name + ".json")), static (text, value) => text.Replace($"{{{value.Key}}}", value.Value, StringComparison.Ordinal));

        await backup.CreateBackupVaultAsync(new CreateBackupVaultRequest { BackupVaultName = Vault, EncryptionKeyArn = values["target-key-arn"] });
        await backup.PutBackupVaultAccessPolicyAsync(new PutBackupVaultAccessPolicyRequest { BackupVaultName = Vault, Policy = Shipped("target-vault") });
        await iam.CreateRoleAsync(new CreateRoleRequest { RoleName = Role, AssumeRolePolicyDocument = Shipped(Role + ".trust") });
        await iam.PutRolePolicyAsync(new PutRolePolicyRequest { RoleName = Role, PolicyName = $"{Role}-{installation}", PolicyDocument = Shipped(Role) });
    }

    private async Task<string> KeyOfAsync(string account)
    {
        using var kms = new AmazonKeyManagementServiceClient(
            sandbox.CredentialsOf(account), new AmazonKeyManagementServiceConfig { ServiceURL = sandbox.Address.ToString(), AuthenticationRegion = Workbench.Region });
        return (await kms.DescribeKeyAsync(Key)).KeyMetadata.Arn;
    }
}
