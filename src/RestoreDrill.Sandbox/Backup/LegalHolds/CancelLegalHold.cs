using RestoreDrill.Sandbox.Accounts;
using RestoreDrill.Sandbox.Http;

namespace RestoreDrill.Sandbox.Backup.LegalHolds;

/// <summary>
/// Lets the points of a hold go: their lifecycles count again, and end what is over by now. 201 without a body (API reference). The record stays as many days as are asked for; how
/// long without is not settled, here for ever.
/// </summary>
internal sealed class CancelLegalHold(SandboxClock clock) : IBackupOperation
{
    public string Name => nameof(CancelLegalHold);

    public RestRoute Route { get; } = new("DELETE", "/legal-holds/{legalHoldId}");

    public int Success => StatusCodes.Status201Created;

    public Dictionary<string, object>? Execute(BackupCall call)
    {
        var now = clock.GetUtcNow();
        var hold = LegalHoldLookup.Get(call, now);
        var why = call.Parameters.Text("cancelDescription") ?? throw BackupError.MissingParameterValue("CancelDescription");
        var days = call.Parameters.Number("retainRecordInDays");
        if (days < 0)
        {
            throw BackupError.InvalidParameterValue($"RetainRecordInDays must not be negative: {days}.");
        }

        if (!hold.IsActive)
        {
            throw BackupError.InvalidResourceState($"The legal hold {hold.Id} is {hold.Status}.");
        }

        (hold.Status, hold.CancelledAt, hold.CancelDescription) = (LegalHoldStatus.Canceled, now, why);
        hold.RetainRecordUntil = days is { } kept ? now.AddDays(kept) : null;
        return null;
    }
}
