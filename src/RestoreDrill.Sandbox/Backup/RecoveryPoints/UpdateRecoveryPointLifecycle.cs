using RestoreDrill.Sandbox.Backup.Vaults;
using RestoreDrill.Sandbox.Http;

namespace RestoreDrill.Sandbox.Backup.RecoveryPoints;

/// <summary>
/// Sets the retention of a recovery point anew, counted from its creation; without one, or with -1, it is kept for ever. Refused in a locked vault, and for a point that is EXPIRED: whether AWS
/// brings one back is not settled.
/// </summary>
internal sealed class UpdateRecoveryPointLifecycle : IBackupOperation
{
    public string Name => nameof(UpdateRecoveryPointLifecycle);

    public RestRoute Route { get; } = new("POST", "/backup-vaults/{backupVaultName}/recovery-points/{recoveryPointArn}");

    public Dictionary<string, object>? Execute(BackupCall call)
    {
        var vault = call.Vault();
        var point = call.Point(vault);
        var lifecycle = PointLifecycle.Read(call.Parameters);
        VaultLocks.RefuseLifecycleChange(vault);
        if (point.Status == RecoveryPoint.Expired)
        {
            throw BackupError.InvalidRequest($"The lifecycle of the recovery point {point.Arn} cannot be changed: it is {point.Status}.");
        }

        point.Lifecycle = lifecycle;
        return BackupJson.Object(
            ("BackupVaultArn", vault.Arn.ToString()),
            ("RecoveryPointArn", point.Arn),
            ("Lifecycle", PointLifecycle.Render(lifecycle)),
            ("CalculatedLifecycle", PointJson.Calculated(point)));
    }
}
