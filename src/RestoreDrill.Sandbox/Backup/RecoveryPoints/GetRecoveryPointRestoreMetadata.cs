using RestoreDrill.Sandbox.Http;

namespace RestoreDrill.Sandbox.Backup.RecoveryPoints;

internal sealed class GetRecoveryPointRestoreMetadata : IBackupOperation
{
    public string Name => nameof(GetRecoveryPointRestoreMetadata);

    public RestRoute Route { get; } = new("GET", "/backup-vaults/{backupVaultName}/recovery-points/{recoveryPointArn}/restore-metadata");

    public Dictionary<string, object>? Execute(BackupCall call)
    {
        var vault = call.Vault();
        var point = call.Point(vault);
        return BackupJson.Object(
            ("BackupVaultArn", vault.Arn.ToString()),
            ("RecoveryPointArn", point.Arn),
            ("RestoreMetadata", point.RestoreMetadata),
            ("ResourceType", PointJson.ResourceType));
    }
}
