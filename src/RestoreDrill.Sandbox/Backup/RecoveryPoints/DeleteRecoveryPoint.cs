using RestoreDrill.Sandbox.Accounts;
using RestoreDrill.Sandbox.Backup.Vaults;
using RestoreDrill.Sandbox.Http;

namespace RestoreDrill.Sandbox.Backup.RecoveryPoints;

/// <summary>Deletes a recovery point with its DB snapshot, at once. Refused while it is being made, and in a locked vault inside its retention.</summary>
internal sealed class DeleteRecoveryPoint(PointRemoval removal, SandboxClock clock) : IBackupOperation
{
    public string Name => nameof(DeleteRecoveryPoint);

    public RestRoute Route { get; } = new("DELETE", "/backup-vaults/{backupVaultName}/recovery-points/{recoveryPointArn}");

    public Dictionary<string, object>? Execute(BackupCall call)
    {
        var vault = call.Vault();
        var point = call.Point(vault);
        VaultLocks.RefuseDeletion(vault, point, clock.GetUtcNow());
        if (!point.IsCompleted)
        {
            throw BackupError.InvalidRequest($"The recovery point {point.Arn} cannot be deleted: it is {point.Status}.");
        }

        removal.Remove(call.State, point);
        return null;
    }
}
