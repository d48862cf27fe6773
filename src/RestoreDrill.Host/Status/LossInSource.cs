using RestoreDrill.Core.Copying;
using RestoreDrill.Core.Json;
using RestoreDrill.Core.Runs;
using RestoreDrill.Core.Verdicts;

namespace RestoreDrill.Host.Status;

/// <summary>Whether drills found that a source has lost rows, and which copy holds them still.</summary>
internal static class LossInSource
{
    private const string Failed = "failed";

    /// <summary>
    /// The copy to keep: that which the latest drill that found a loss had compared with. Until a drill passes of a copy whose data is no older than that in which
    /// the loss was found; a drill that proves an older copy takes nothing back.
    /// </summary>
    /// <param name="drills">The database's finished drills, newest first.</param>
    public static CopyToKeep? Find(IEnumerable<Run> drills)
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
                return passedSince.Exists(pass => Of(pass).Facts?.DataTime >= found.Facts!.DataTime)
                    ? null
                    : new CopyToKeep(earlier.Name, earlier.Drill.Value, drill.Id.Value, loss);
            }
        }

        return null;
    }

    private static string? LossOf(Drilled drill) =>
        drill.Verdict?.Checks?.FirstOrDefault(static check => check is { Id: LossCheck.Id, Outcome: Failed })?.Found;

    private static Drilled Of(Run drill) => CanonicalJson.Read<Drilled>(drill.State);

    /// <summary>What is needed of a drill's state; no more is read, as other versions wrote some.</summary>
    private sealed record Drilled(CopyFacts? Facts, EarlierCopy? Earlier, Concluded? Verdict);

    private sealed record Concluded(IReadOnlyList<Check>? Checks);

    private sealed record Check(string Id, string Outcome, string Found);
}
