using RestoreDrill.Sandbox.Http;

namespace RestoreDrill.Sandbox.Backup.RecoveryPoints;

internal sealed class ListRecoveryPointsByBackupVault : IBackupOperation
{
    public string Name => nameof(ListRecoveryPointsByBackupVault);

    public RestRoute Route { get; } = new("GET", "/backup-vaults/{backupVaultName}/recovery-points/");

    public Dictionary<string, object>? Execute(BackupCall call)
    {
        var filter = new ListFilter(call.Parameters);
        var points = call.PointsOf(call.Vault()).Where(point =>
            filter.Is("resourceArn", point.ResourceArn)
            && filter.Is("resourceType", PointJson.ResourceType)
            && filter.Is("backupPlanId", null)
            && filter.Is("parentRecoveryPointArn", null)
            && filter.IsBetween("createdAfter", "createdBefore", point.CreatedAt));
        return BackupPage.Of(call.Parameters, "RecoveryPoints", points, point => BackupPage.NewestFirst(point.CreatedAt, point.Arn), PointJson.Render);
    }
}
