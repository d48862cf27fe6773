using RestoreDrill.Sandbox.Accounts;
using RestoreDrill.Sandbox.Backup.LegalHolds;
using RestoreDrill.Sandbox.Backup.Vaults;
using RestoreDrill.Sandbox.Http;

namespace RestoreDrill.Sandbox.Backup.RecoveryPoints;

/// <summary>
/// "Deletes the specified continuous backup recovery point from AWS Backup and releases control of that continuous backup to the source service ... Does not support snapshot
/// backup recovery points" (API reference): those are all that there are here, so that it never does anything. What guards a point against deletion guards it against this, too.
/// The text for a snapshot is not AWS's.
/// </summary>
internal sealed class DisassociateRecoveryPoint(SandboxClock clock) : IBackupOperation
{
    public string Name => nameof(DisassociateRecoveryPoint);

    public RestRoute Route { get; } = new("POST", "/backup-vaults/{backupVaultName}/recovery-points/{recoveryPointArn}/disassociate");

    public Dictionary<string, object>? Execute(BackupCall call)
    {
        var vault = call.Vault();
        var point = call.Point(vault);
        VaultLocks.RefuseDeletion(vault, point, clock.GetUtcNow());
        ActiveHolds.Refuse(call.State, point, "disassociated");
        throw BackupError.InvalidRequest($"The recovery point {point.Arn} cannot be disassociated: it is a snapshot, not a continuous backup.");
    }
}
