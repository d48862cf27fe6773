using RestoreDrill.Sandbox.Accounts;
using RestoreDrill.Sandbox.Http;

namespace RestoreDrill.Sandbox.Backup.Vaults;

/// <summary>Removes a vault's lock, if it has one and it is not immutable yet.</summary>
internal sealed class DeleteBackupVaultLockConfiguration(SandboxClock clock) : IBackupOperation
{
    public string Name => nameof(DeleteBackupVaultLockConfiguration);

    public RestRoute Route { get; } = new("DELETE", "/backup-vaults/{backupVaultName}/vault-lock");

    public Dictionary<string, object>? Execute(BackupCall call)
    {
        var vault = call.Vault();
        VaultLocks.RefuseImmutable(vault, clock.GetUtcNow());
        vault.Lock = null;
        return null;
    }
}
