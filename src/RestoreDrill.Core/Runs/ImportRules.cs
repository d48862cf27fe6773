using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using RestoreDrill.Core.Drilling;
using RestoreDrill.Core.Evidence;
using RestoreDrill.Core.Installation;
using RestoreDrill.Core.Json;
using RestoreDrill.Core.Refusals;

namespace RestoreDrill.Core.Runs;

/// <summary>Which runs that were kept elsewhere may be taken into a store: emergency restores of its installation that have ended, and whose evidence says what their record says.</summary>
public static class ImportRules
{
    /// <param name="history">The run.</param>
    /// <param name="installation">The installation of the store.</param>
    /// <exception cref="RefusedException">It may not; each reason.</exception>
    public static void Require(RunHistory history, InstallationId installation)
    {
        ArgumentNullException.ThrowIfNull(history);
        if (Problem(history, installation) is { } problem)
        {
            throw new RefusedException([$"Run {history.Run.Id} is not taken into the store: {problem}"], safetyRule: true);
        }
    }

    private static string? Problem(RunHistory history, InstallationId installation)
    {
        var run = history.Run;
        if (run.Kind != RunKind.Restore || run.Id.Kind != RunKind.Restore)
        {
            return "it is no emergency restore, and copy runs and drills are kept in the store alone.";
        }

        if (OwnersOf(history).Where(owner => owner != installation).Select(static owner => (InstallationId?)owner).FirstOrDefault() is { } other)
        {
            return $"it belongs to installation '{other}', and this configuration is that of '{installation}'.";
        }

        if (!OwnersOf(history).Any())
        {
            return "nothing in it says to which installation it belongs.";
        }

        return run.FinishedAt is null
            ? $"it has not finished, and is in phase {run.Phase}. `restoredrill restore run <plan>` goes on with it; take it in once it has ended."
            : ProblemOfEvidence(run, history.Evidence);
    }

    private static IEnumerable<InstallationId> OwnersOf(RunHistory history)
    {
        if (history.Installation is { } claimed)
        {
            yield return claimed;
        }

        if (CanonicalJson.Read<DrillState>(history.Run.State).Facts?.Installation is { } ofCopy)
        {
            yield return ofCopy;
        }
    }

    private static string? ProblemOfEvidence(Run run, EvidenceRecord? evidence)
    {
        if (evidence is null)
        {
            return "it has ended without evidence.";
        }

        if (Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(evidence.Document))) != evidence.Sha256)
        {
            return "the digest of its evidence is not that of the evidence's text: one of them was changed.";
        }

        try
        {
            var document = JsonNode.Parse(evidence.Document)!.AsObject();
            return (string?)document["form"] == EvidenceDocument.Form
                && (string?)document["run"] == run.Id.Value
                && (string?)document["database"] == run.Database
                && CanonicalJson.Read<RunConclusion>(document["conclusion"]!.ToJsonString()) == new RunConclusion(run.Outcome!.Value, run.Summary!, run.Level, run.Defect)
                && JsonNode.DeepEquals(document["state"], JsonNode.Parse(run.State))
                    ? null
                    : "its evidence says something else than its record: one of them was changed.";
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or InvalidDataException or NullReferenceException)
        {
            return $"its evidence cannot be read: {e.Message}";
        }
    }
}
