using RestoreDrill.Core.Chain;
using RestoreDrill.Core.Copying;
using RestoreDrill.Core.Json;
using RestoreDrill.Core.Reading;
using RestoreDrill.Core.Runs;

namespace RestoreDrill.Core.Drilling;

/// <summary>
/// Finds the copies that a drill's own is compared with. Copies are in order of their data, never of their drills; those of another DbiResourceId, system identifier,
/// major version or form of readings are of another chain. A copy counts if its latest drill with an answer passed, its proof is not revoked, and a passing
/// drill of it has read all of it for the chain.
/// </summary>
internal sealed class ChainLookup(IRunStore store)
{
    private const int Recent = 100;
    private const int All = 10_000;

    /// <summary>The base, which is the latest copy of earlier data that counts, and the one that it was compared with; null and null where there is none.</summary>
    public async Task<(ChainLink? Base, ChainLink? Earlier)> FindAsync(Step<DrillState> step, CancellationToken cancellationToken)
    {
        var revoked = (await store.RevocationsAsync(step.Run.Database, cancellationToken).ConfigureAwait(false)).Select(static one => one.CopyArn).ToHashSet(StringComparer.Ordinal);
        var found = await FindAmongAsync(step, revoked, Recent, cancellationToken).ConfigureAwait(false);
        return (found is null ? null : LinkOf(found), found?.State.Chain!.Base);
    }

    private async Task<Drilled?> FindAmongAsync(Step<DrillState> step, HashSet<string> revoked, int newest, CancellationToken cancellationToken)
    {
        var drills = await store.ListAsync(step.Run.Database, RunKind.Drill, newest, cancellationToken).ConfigureAwait(false);
        var found = drills.Where(static drill => drill.Outcome is RunOutcome.Pass or RunOutcome.Fail)
            .Select(static drill => new Drilled(drill.Id, drill.Outcome == RunOutcome.Pass, CanonicalJson.Read<Chained>(drill.State)))
            .Where(drill => drill.State is { CopyArn: not null, Facts: not null } && drill.State.CopyArn != step.State.CopyArn)
            .GroupBy(static drill => drill.State.CopyArn!)
            .Where(copy => !revoked.Contains(copy.Key) && copy.First().Passed)
            .Select(copy => copy.FirstOrDefault(drill => drill.Passed && IsOfChain(drill.State, step.State)))
            .OfType<Drilled>()
            .MaxBy(static drill => drill.State.Facts!.DataTime);
        return found is null && drills.Count == newest && newest < All ? await FindAmongAsync(step, revoked, All, cancellationToken).ConfigureAwait(false) : found;
    }

    private static bool IsOfChain(Chained then, DrillState now) =>
        then.Facts!.DataTime < now.Facts!.DataTime
        && then.Facts.SourceResourceId == now.Facts.SourceResourceId
        && then.Identity is { SystemIdentifier: { } cluster } && cluster == now.Identity!.SystemIdentifier
        && then.Identity.MajorVersion == now.Identity.MajorVersion
        && then.Chain is { Form: ChainStand.CurrentForm, Limit: not null, Sha256: not null };

    private static ChainLink LinkOf(Drilled drill) => new(
        drill.State.CopyName!, drill.State.CopyArn!, drill.Id, drill.State.Facts!.DataTime, drill.State.Chain!.Limit!.Value, drill.State.Chain.Sha256!);

    private sealed record Drilled(RunId Id, bool Passed, Chained State);

    /// <summary>What is needed of a drill's state.</summary>
    private sealed record Chained(string? CopyName, string? CopyArn, CopyFacts? Facts, InstanceIdentity? Identity, ChainStand? Chain);
}
