namespace RestoreDrill.Sandbox.Backup.LegalHolds;

/// <summary>The statuses of legal holds (API reference, LegalHold). AWS takes a while over both, CREATING and CANCELING; here they are there at once.</summary>
internal static class LegalHoldStatus
{
    public const string Active = "ACTIVE";
    public const string Canceled = "CANCELED";
}
