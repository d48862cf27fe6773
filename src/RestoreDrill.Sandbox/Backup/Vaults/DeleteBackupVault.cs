using RestoreDrill.Sandbox.Http;

namespace RestoreDrill.Sandbox.Backup.Vaults;

internal sealed class DeleteBackupVault : IBackupOperation
{
    public string Name => nameof(DeleteBackupVault);

    public RestRoute Route { get; } = new("DELETE", "/backup-vaults/{backupVaultName}");

    public Dictionary<string, object>? Execute(BackupCall call)
    {
        call.State.Backup.Vaults.Remove(call.Vault());
        return null;
    }
}
