using RestoreDrill.Core.Chain;
using RestoreDrill.Core.Copying;
using RestoreDrill.Core.Json;
using RestoreDrill.Core.Runs;
using RestoreDrill.Core.Verdicts;

namespace RestoreDrill.Host.Status;

/// <summary>Whether drills found that a source has lost rows, and which copy holds them still.</summary>
/// <param name="drills">The database's finished drills, newest first.</param>
/// <param name="revoked">Its copies whose proof is revoked: they take nothing back, and are not the copy to rely on.</param>
internal sealed class LossInSource(IReadOnlyList<Run> drills, RevokedCopies revoked)
{
    private const string Failed = "failed";

    /// <summary>
    /// The copy to keep: that which the latest drill that found a loss had compared with. Until a drill passes of a copy whose data is no older than that in which
    /// the loss was found; a drill that proves an older copy takes nothing back.
    /// </summary>
    public CopyToKeep? Find()
    {
        var passedSince = new List<Run>();
        foreach (var drill in drills)
        {
            if (drill.Outcome == RunOutcome.Pass)
            {
                passedSince.Add(drill);
            }
            else if (drill.Outcome == RunOutcome.Fail && Of(drill) is var found && LossOf(found) is { } loss && found.Earlier is { } earlier)
            {
                return passedSince.Exists(pass => revoked.IsProof(pass) && Of(pass).Facts?.DataTime >= found.Facts!.DataTime) ? null : Keep(earlier, drill, loss);
            }
        }

        return null;
    }

    private CopyToKeep Keep(EarlierCopy earlier, Run foundBy, string loss)
    {
        if (revoked.OfCopy(earlier.Name) is null)
        {
            return new CopyToKeep(earlier.Name, earlier.Drill.Value, foundBy.Id.Value, loss, Revoked: null);
        }

        var older = ProvenBefore(earlier.DataTime);
        return new CopyToKeep(older?.Copy, older?.Drill.Value, foundBy.Id.Value, loss, earlier.Name);
    }

    /// <summary>Of the copies of earlier data whose last drill with an answer passed, and whose proof stands, that of the latest data.</summary>
    private (string Copy, RunId Drill)? ProvenBefore(DateTimeOffset moment) => drills
        .Where(static drill => drill.Outcome is RunOutcome.Pass or RunOutcome.Fail)
        .Select(static drill => (Drill: drill, State: Of(drill)))
        .Where(static drill => drill.State is { CopyName: not null, Facts: not null })
        .GroupBy(static drill => drill.State.CopyName)
        .Select(static copy => copy.First())
        .Where(drill => revoked.IsProof(drill.Drill) && drill.State.Facts!.DataTime < moment)
        .OrderByDescending(static drill => drill.State.Facts!.DataTime)
        .Select(static drill => ((string, RunId)?)(drill.State.CopyName!, drill.Drill.Id))
        .FirstOrDefault();

    private static string? LossOf(Drilled drill) =>
        drill.Verdict?.Checks?.FirstOrDefault(static check => check is { Id: LossCheck.Id, Outcome: Failed })?.Found;

    private static Drilled Of(Run drill) => CanonicalJson.Read<Drilled>(drill.State);

    /// <summary>What is needed of a drill's state; no more is read, as other versions wrote some.</summary>
    private sealed record Drilled(string? CopyName, CopyFacts? Facts, EarlierCopy? Earlier, Concluded? Verdict);

    private sealed record Concluded(IReadOnlyList<Check>? Checks);

    private sealed record Check(string Id, string Outcome, string Found);
}
