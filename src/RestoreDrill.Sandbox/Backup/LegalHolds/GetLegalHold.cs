using RestoreDrill.Sandbox.Accounts;
using RestoreDrill.Sandbox.Http;

namespace RestoreDrill.Sandbox.Backup.LegalHolds;

internal sealed class GetLegalHold(SandboxClock clock) : IBackupOperation
{
    public string Name => nameof(GetLegalHold);

    public RestRoute Route { get; } = new("GET", "/legal-holds/{legalHoldId}/");

    public Dictionary<string, object>? Execute(BackupCall call) => LegalHoldJson.Render(LegalHoldLookup.Get(call, clock.GetUtcNow()));
}
