using RestoreDrill.Sandbox.Http;

namespace RestoreDrill.Sandbox.Backup.Vaults;

internal sealed class DescribeBackupVault : IBackupOperation
{
    public string Name => nameof(DescribeBackupVault);

    public RestRoute Route { get; } = new("GET", "/backup-vaults/{backupVaultName}");

    public Dictionary<string, object>? Execute(BackupCall call) => VaultJson.Render(call, call.Vault());
}
