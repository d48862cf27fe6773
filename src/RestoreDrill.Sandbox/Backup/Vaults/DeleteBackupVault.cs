using RestoreDrill.Sandbox.Http;

namespace RestoreDrill.Sandbox.Backup.Vaults;

/// <summary>"A vault can be deleted only if it is empty" (API reference); code and text are those that the tools of AWS's users know.</summary>
internal sealed class DeleteBackupVault : IBackupOperation
{
    public string Name => nameof(DeleteBackupVault);

    public RestRoute Route { get; } = new("DELETE", "/backup-vaults/{backupVaultName}");

    public Dictionary<string, object>? Execute(BackupCall call)
    {
        var vault = call.Vault();
        if (call.PointsOf(vault).Any())
        {
            throw BackupError.InvalidRequest("Backup vault cannot be deleted because it contains recovery points.", "ERROR_9101");
        }

        call.State.Backup.Vaults.Remove(vault);
        return null;
    }
}
