using RestoreDrill.Sandbox.Http;

namespace RestoreDrill.Sandbox.Backup.Vaults;

internal sealed class DeleteBackupVaultAccessPolicy : IBackupOperation
{
    public string Name => nameof(DeleteBackupVaultAccessPolicy);

    public RestRoute Route { get; } = new("DELETE", "/backup-vaults/{backupVaultName}/access-policy");

    public Dictionary<string, object>? Execute(BackupCall call)
    {
        call.Vault().AccessPolicy = null;
        return null;
    }
}
