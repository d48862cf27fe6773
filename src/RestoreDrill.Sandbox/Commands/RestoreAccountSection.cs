using System.Text.Json;
using System.Text.Json.Nodes;
using RestoreDrill.Sandbox.Accounts;
using RestoreDrill.Sandbox.Backup;
using RestoreDrill.Sandbox.Backup.Vaults;
using RestoreDrill.Sandbox.Iam;
using RestoreDrill.Sandbox.Iam.Roles;

namespace RestoreDrill.Sandbox.Commands;

/// <summary>What the configuration says of another account that emergency restores restore into, for what a sandbox of that kind begins with.</summary>
internal static class RestoreAccountSection
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    /// <summary><c>"Account": {...}</c>, as it stands in <c>RestoreDrill:Restore</c>.</summary>
    public static string Of(Account account)
    {
        var section = new JsonObject
        {
            ["AccountId"] = account.Id,
            ["RoleArn"] = IamRole.ArnOf(account.Id, "/", PremadeRoles.RestoreTarget),
            ["BackupVault"] = PremadeVaults.Restored,
            ["CopyRoleArn"] = IamRole.ArnOf(Account.Vault.Id, "/", BackupServiceRole.Name),
        };
        return $"\"Account\": {section.ToJsonString(Indented)}";
    }
}
