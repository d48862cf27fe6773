using RestoreDrill.Sandbox.Accounts;
using RestoreDrill.Sandbox.Backup.LegalHolds;
using RestoreDrill.Sandbox.Backup.Vaults;
using RestoreDrill.Sandbox.Http;

namespace RestoreDrill.Sandbox.Backup.RecoveryPoints;

/// <summary>
/// Deletes a recovery point with its DB snapshot, at once. Refused while it is being made, under a legal hold, and in a locked vault inside its retention. Where AWS Backup may
/// not delete it, "the service sends back an HTTP 200 response with an empty HTTP body, but the recovery point is not deleted. Instead, it enters an EXPIRED state" (API reference).
/// </summary>
internal sealed class DeleteRecoveryPoint(PointRemoval removal, SandboxClock clock) : IBackupOperation
{
    public string Name => nameof(DeleteRecoveryPoint);

    public RestRoute Route { get; } = new("DELETE", "/backup-vaults/{backupVaultName}/recovery-points/{recoveryPointArn}");

    public Dictionary<string, object>? Execute(BackupCall call)
    {
        var vault = call.Vault();
        var point = call.Point(vault);
        VaultLocks.RefuseDeletion(vault, point, clock.GetUtcNow());
        ActiveHolds.Refuse(call.State, point, "deleted");
        if (point.Status == RecoveryPoint.Creating)
        {
            throw BackupError.InvalidRequest($"The recovery point {point.Arn} cannot be deleted: it is {point.Status}.");
        }

        removal.Delete(call.State, point);
        return null;
    }
}
