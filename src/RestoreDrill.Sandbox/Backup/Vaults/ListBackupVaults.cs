using RestoreDrill.Sandbox.Http;

namespace RestoreDrill.Sandbox.Backup.Vaults;

internal sealed class ListBackupVaults : IBackupOperation
{
    public string Name => nameof(ListBackupVaults);

    public RestRoute Route { get; } = new("GET", "/backup-vaults/");

    public Dictionary<string, object>? Execute(BackupCall call)
    {
        var type = call.Parameters.Text("vaultType");
        return BackupPage.Of(call.Parameters, "BackupVaultList", call.Vaults.Where(_ => type is null or VaultJson.Type),
            vault => vault.Name, vault => VaultJson.Render(call, vault));
    }
}
