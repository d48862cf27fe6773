using RestoreDrill.Core.Copying;
using RestoreDrill.Core.Json;
using RestoreDrill.Core.Reading;
using RestoreDrill.Core.Runs;
using RestoreDrill.Core.Verdicts;

namespace RestoreDrill.Core.Drilling;

/// <summary>Finds the copy of earlier data that a drill's own is compared with.</summary>
internal sealed class EarlierCopies(IRunStore store)
{
    private const int Recent = 100;
    private const int All = 10_000;

    /// <summary>The copy, and what its newest passing drill read of it; null if no copy of earlier data has passed.</summary>
    public async Task<(EarlierCopy? Copy, IReadOnlyList<RelationReading> Readings)> FindAsync(Step<DrillState> step, CancellationToken cancellationToken)
    {
        var revoked = (await store.RevocationsAsync(step.Run.Database, cancellationToken).ConfigureAwait(false)).Select(static one => one.CopyName).ToHashSet(StringComparer.Ordinal);
        var found = await FindAmongAsync(step, revoked, Recent, cancellationToken).ConfigureAwait(false);
        return found is null ? (null, []) : (found, await store.ReadingsAsync(found.Drill, cancellationToken).ConfigureAwait(false));
    }

    private async Task<EarlierCopy?> FindAmongAsync(Step<DrillState> step, HashSet<string> revoked, int newest, CancellationToken cancellationToken)
    {
        var drills = await store.ListAsync(step.Run.Database, RunKind.Drill, newest, cancellationToken).ConfigureAwait(false);
        var found = drills
            .Where(static drill => drill.Outcome == RunOutcome.Pass)
            .Select(static drill => (drill.Id, Choice: CanonicalJson.Read<Chosen>(drill.State)))
            .Where(drill => drill.Choice is { CopyName: { } name, Facts: { } facts } && !revoked.Contains(name) && facts.DataTime < step.State.Facts!.DataTime)
            .Select(static drill => new EarlierCopy(drill.Choice.CopyName!, drill.Id, drill.Choice.Facts!.DataTime))
            .MaxBy(static copy => copy.DataTime);

        // Drills that fail because of a loss must not push the last good one out of sight.
        return found is null && drills.Count == newest && newest < All ? await FindAmongAsync(step, revoked, All, cancellationToken).ConfigureAwait(false) : found;
    }

    /// <summary>What is needed of a drill's state.</summary>
    private sealed record Chosen(string? CopyName, CopyFacts? Facts);
}
