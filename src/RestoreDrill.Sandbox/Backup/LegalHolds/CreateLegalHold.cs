using RestoreDrill.Sandbox.Accounts;
using RestoreDrill.Sandbox.Backup.Jobs;
using RestoreDrill.Sandbox.Backup.RecoveryPoints;
using RestoreDrill.Sandbox.Backup.Tags;
using RestoreDrill.Sandbox.Http;

namespace RestoreDrill.Sandbox.Backup.LegalHolds;

/// <summary>Holds the recovery points of the caller's that there are and that are selected. Tokens work as those of <see cref="StartBackupJob"/>.</summary>
internal sealed class CreateLegalHold(SandboxClock clock) : IBackupOperation
{
    public string Name => nameof(CreateLegalHold);

    public RestRoute Route { get; } = new("POST", "/legal-holds/");

    public Dictionary<string, object>? Execute(BackupCall call)
    {
        var title = call.Required("Title");
        var description = call.Required("Description");
        var now = clock.GetUtcNow();
        var selection = PointSelection.Read(call, now);
        var fingerprint = call.Parameters.Fingerprint("IdempotencyToken");
        if (call.Parameters.Text("IdempotencyToken") is { } token
            && call.State.Backup.LegalHolds.Find(hold => hold.IdempotencyToken == token && hold.Region == call.Region) is { } earlier)
        {
            return earlier.Fingerprint == fingerprint ? LegalHoldJson.Render(earlier) : throw BackupError.InvalidParameterValue(
                "The idempotency token was used for a legal hold with other parameters.");
        }

        if (call.State.Backup.LegalHolds.Count(static hold => hold.IsActive) >= ActiveHolds.Most)
        {
            throw BackupError.LimitExceeded($"An account has at most {ActiveHolds.Most} active legal holds.");
        }

        var made = new LegalHold
        {
            Id = Guid.NewGuid().ToString(),
            AccountId = call.AccountId,
            Region = call.Region,
            Title = title,
            Description = description,
            IdempotencyToken = call.Parameters.Text("IdempotencyToken"),
            Fingerprint = fingerprint,
            Selection = selection,
            PointArns = [.. Selected(call, selection).Select(static point => point.Arn)],
            Tags = BackupTags.Read(call.Parameters, "Tags"),
            CreatedAt = now,
        };
        call.State.Backup.LegalHolds.Add(made);
        return LegalHoldJson.Render(made);
    }

    private static IEnumerable<RecoveryPoint> Selected(BackupCall call, PointSelection? selection) => call.State.Backup.RecoveryPoints.Where(point =>
        point.Region == call.Region && point.Status != RecoveryPoint.Creating && selection?.Covers(point) != false);
}
