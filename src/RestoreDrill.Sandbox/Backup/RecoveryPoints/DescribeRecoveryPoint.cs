using RestoreDrill.Sandbox.Http;

namespace RestoreDrill.Sandbox.Backup.RecoveryPoints;

internal sealed class DescribeRecoveryPoint : IBackupOperation
{
    public string Name => nameof(DescribeRecoveryPoint);

    public RestRoute Route { get; } = new("GET", "/backup-vaults/{backupVaultName}/recovery-points/{recoveryPointArn}");

    public Dictionary<string, object>? Execute(BackupCall call) => PointJson.Render(call.Point(call.Vault()));
}
