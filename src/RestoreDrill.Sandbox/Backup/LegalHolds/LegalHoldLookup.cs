using RestoreDrill.Sandbox.Http;

namespace RestoreDrill.Sandbox.Backup.LegalHolds;

/// <summary>Finds legal holds of the caller's account and region, whose record is there still.</summary>
internal static class LegalHoldLookup
{
    public static IEnumerable<LegalHold> All(BackupCall call, DateTimeOffset now) =>
        call.State.Backup.LegalHolds.Where(hold => hold.Region == call.Region && hold.IsOnRecord(now));

    /// <summary>The one that a call names.</summary>
    /// <exception cref="AwsError">MissingParameterValueException or ResourceNotFoundException.</exception>
    public static LegalHold Get(BackupCall call, DateTimeOffset now) => Find(call, now) ?? throw BackupError.NotFound(Missing(call));

    /// <summary>The one that a call names; null if there is none.</summary>
    /// <exception cref="AwsError">MissingParameterValueException.</exception>
    public static LegalHold? Find(BackupCall call, DateTimeOffset now)
    {
        var id = call.Required("LegalHoldId");
        return All(call, now).FirstOrDefault(hold => hold.Id == id);
    }

    public static string Missing(BackupCall call) => $"Legal hold {call.Required("LegalHoldId")} does not exist.";
}
