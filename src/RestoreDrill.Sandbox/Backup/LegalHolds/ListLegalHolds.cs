using RestoreDrill.Sandbox.Accounts;
using RestoreDrill.Sandbox.Http;

namespace RestoreDrill.Sandbox.Backup.LegalHolds;

/// <summary>"Active and previous legal holds" (API reference), newest first.</summary>
internal sealed class ListLegalHolds(SandboxClock clock) : IBackupOperation
{
    public string Name => nameof(ListLegalHolds);

    public RestRoute Route { get; } = new("GET", "/legal-holds/");

    public Dictionary<string, object>? Execute(BackupCall call) => BackupPage.Of(
        call.Parameters, "LegalHolds", LegalHoldLookup.All(call, clock.GetUtcNow()), hold => BackupPage.NewestFirst(hold.CreatedAt, hold.Id), LegalHoldJson.Summary);
}
