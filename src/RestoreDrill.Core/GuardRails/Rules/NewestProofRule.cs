using System.Globalization;
using RestoreDrill.Core.Drilling;
using RestoreDrill.Core.Json;
using RestoreDrill.Core.Protection;
using RestoreDrill.Core.Runs;

namespace RestoreDrill.Core.GuardRails.Rules;

internal sealed class NewestProofRule(ProtectedDatabase database, IRunStore store, TimeProvider time) : IGuardRailRule
{
    private const int Newest = 100;

    public GuardRail Rail => GuardRailCatalog.NewestProof;

    public async Task<GuardRailAnswer> AskAsync(CancellationToken cancellationToken)
    {
        var drills = await store.ListAsync(database.Name, RunKind.Drill, Newest, cancellationToken).ConfigureAwait(false);
        var revoked = (await store.RevocationsAsync(database.Name, cancellationToken).ConfigureAwait(false)).Select(static one => one.CopyName).ToHashSet(StringComparer.Ordinal);
        var proven = drills
            .Where(static drill => drill is { Outcome: RunOutcome.Pass, FinishedAt: not null })
            .Select(static drill => (Drill: drill, Copy: CanonicalJson.Read<DrillState>(drill.State).CopyName!))
            .Where(proof => !revoked.Contains(proof.Copy))
            .OrderByDescending(static proof => proof.Drill.FinishedAt)
            .FirstOrDefault();
        if (proven.Drill is not { FinishedAt: { } at } drill)
        {
            return GuardRailAnswer.Broken(Rail, "no drill has passed, or what passed was revoked");
        }

        var found = string.Create(CultureInfo.InvariantCulture, $"drill {drill.Id} passed {proven.Copy} on {at:yyyy-MM-dd HH:mm} UTC");
        return time.GetUtcNow() - at > database.MaximumProofAge
            ? GuardRailAnswer.Broken(Rail, string.Create(CultureInfo.InvariantCulture, $"{found}, and {database.MaximumProofAge.TotalDays:0.#} days are allowed (MaximumProofAge)"))
            : GuardRailAnswer.Holds(Rail, found);
    }
}
