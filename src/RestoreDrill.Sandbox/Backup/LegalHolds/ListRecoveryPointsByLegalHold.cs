using RestoreDrill.Sandbox.Accounts;
using RestoreDrill.Sandbox.Backup.RecoveryPoints;
using RestoreDrill.Sandbox.Http;

namespace RestoreDrill.Sandbox.Backup.LegalHolds;

/// <summary>What a hold holds, newest first; nothing once it is cancelled. The service model has no ResourceNotFoundException for it.</summary>
internal sealed class ListRecoveryPointsByLegalHold(SandboxClock clock) : IBackupOperation
{
    public string Name => nameof(ListRecoveryPointsByLegalHold);

    public RestRoute Route { get; } = new("GET", "/legal-holds/{legalHoldId}/recovery-points");

    public Dictionary<string, object>? Execute(BackupCall call)
    {
        var hold = LegalHoldLookup.Find(call, clock.GetUtcNow()) ?? throw BackupError.InvalidParameterValue(LegalHoldLookup.Missing(call));
        var held = call.State.Backup.RecoveryPoints.Where(point => hold.IsActive && hold.PointArns.Contains(point.Arn));
        return BackupPage.Of(call.Parameters, "RecoveryPoints", held, point => BackupPage.NewestFirst(point.CreatedAt, point.Arn), point => BackupJson.Object(
            ("RecoveryPointArn", point.Arn),
            ("ResourceArn", point.ResourceArn),
            ("ResourceType", PointJson.ResourceType),
            ("BackupVaultName", point.VaultName)));
    }
}
