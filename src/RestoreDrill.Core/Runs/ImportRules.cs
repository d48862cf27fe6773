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
            throw new RefusedException(
                [$"Run {history.Run.Id} is not taken into the store: {problem}"],
                safetyRule: true,
                next: history.Run is { Kind: RunKind.Restore, FinishedAt: null }
                    ? "finish it with `restoredrill restore run <plan>`, then give this command again"
                    : "leave the journal and its plan as they are, and keep them: they are the only record of that run. If somebody edited the journal, bring back an unchanged one");
        }
    }

    /// <summary>What is said where a store has the run already and with other evidence: one plan was carried out from two machines, each with a journal of its own.</summary>
    /// <param name="there">The run as the store has it.</param>
    /// <param name="given">The run as it was to be taken in.</param>
    public static RefusedException Another(Run there, Run given)
    {
        ArgumentNullException.ThrowIfNull(there);
        ArgumentNullException.ThrowIfNull(given);
        return new RefusedException(
            [
                $"The store has run {given.Id} already, and with other evidence. Nothing was changed.",
                $"In the store: {End(there)}.",
                $"In this file: {End(given)}.",
                "One plan was carried out from two machines, or one machine's journal was lost on the way: each kept what it did itself, and one run has one record.",
            ],
            safetyRule: true,
            next: $"the store keeps what it has; keep this journal and its plan as the record of the other machine. `restoredrill explain {given.Id}` tells the stored one, `restoredrill restore run <plan>` beside this file tells "
                + "the other. Both are of one instance: if one of them handed it over, it is handed over");
    }

    private static string End(Run run)
    {
        var state = CanonicalJson.Read<DrillState>(run.State);
        var handOver = state.HandOver switch
        {
            { HandedOverAt: { } at } => $"handed over at {Moment(at)}",
            _ => "not handed over",
        };
        return $"{run.Outcome?.ToString() ?? "no outcome"}, {(run.FinishedAt is { } ended ? $"ended at {Moment(ended)}" : "not ended")}, instance {state.Order?.Name ?? "none"}, {handOver}, asked by {run.Trigger}";
    }

    private static string Moment(DateTimeOffset moment) => $"{moment.UtcDateTime:yyyy-MM-dd HH:mm:ss} UTC";

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
            ? $"it has not finished, and is in phase {run.Phase}."
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
