using RestoreDrill.Sandbox.Http;

namespace RestoreDrill.Sandbox.Backup.Vaults;

internal sealed class GetBackupVaultAccessPolicy : IBackupOperation
{
    public string Name => nameof(GetBackupVaultAccessPolicy);

    public RestRoute Route { get; } = new("GET", "/backup-vaults/{backupVaultName}/access-policy");

    public Dictionary<string, object>? Execute(BackupCall call)
    {
        var vault = call.Vault();
        return BackupJson.Object(
            ("BackupVaultName", vault.Name),
            ("BackupVaultArn", vault.Arn.ToString()),
            ("Policy", vault.AccessPolicy ?? throw BackupError.NotFound($"Backup vault {vault.Name} has no access policy.")));
    }
}
