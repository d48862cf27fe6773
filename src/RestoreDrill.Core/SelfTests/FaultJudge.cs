using RestoreDrill.Core.Manifests;
using RestoreDrill.Core.Protection;
using RestoreDrill.Core.Reading;
using RestoreDrill.Core.Runs;
using RestoreDrill.Core.Verdicts;

namespace RestoreDrill.Core.SelfTests;

/// <summary>
/// Asks the drill's own checks about an object as it is now: the readers read it again, and the verdict's rules conclude from the drill's saved results with that one
/// answer exchanged. There is no other detector. Nothing of what is read here is a result.
/// </summary>
/// <param name="readers">The readers that the drill reads with.</param>
/// <param name="options">The installation.</param>
/// <param name="saved">The drill's results, with a certificate that pins them.</param>
/// <param name="catalogs">What the drill saved of each database's catalogs.</param>
/// <param name="scratch">The scratch instance.</param>
internal sealed class FaultJudge(
    DatabaseReaders readers, InstallationOptions options, Findings saved, IReadOnlyDictionary<string, DatabaseCatalog> catalogs, OwnScratch scratch)
{
    /// <summary>Whether the drill's results say enough of an object for its damage to be seen.</summary>
    public bool Knows(FaultTarget target) => target.ItemKind is not { } kind
        || (catalogs.GetValueOrDefault(target.Database) is { Unavailable: null } catalog && !catalog.Unread.ContainsKey(kind)
            && (target.Fault == Fault.InvalidIndex || catalog.Items.Any(item => item.Kind == kind && item.Name == target.ItemName)));

    /// <summary>Asks every check that has to see the fault.</summary>
    public async Task<FaultSighting> LookAsync(FaultTarget target, CancellationToken cancellationToken)
    {
        var seen = new List<string>();
        var unseen = new List<string>();
        string? problem = null;
        await foreach (var (check, sees, trouble) in AskAsync(target, cancellationToken).ConfigureAwait(false))
        {
            (sees ? seen : unseen).Add(check);
            problem ??= sees ? null : trouble;
        }

        return new FaultSighting(seen, unseen, problem);
    }

    private async IAsyncEnumerable<(string Check, bool Sees, string? Trouble)> AskAsync(
        FaultTarget target, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (target.ItemKind is null)
        {
            yield return await AskRowsAsync(target, cancellationToken).ConfigureAwait(false);
            yield break;
        }

        yield return await AskCatalogAsync(target, cancellationToken).ConfigureAwait(false);
        if (target.Structure() is not null)
        {
            yield return await AskStructureAsync(target, cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task<(string, bool, string?)> AskRowsAsync(FaultTarget target, CancellationToken cancellationToken)
    {
        var relation = saved.Inventory.Relations.Single(relation => relation.Name == target.Name);
        var order = new ReadingOrder { Relations = [new UnreadRelation(relation, [])], Seed = saved.Seed, Options = options.Reading };
        var ranges = new List<RangeReading>();
        await foreach (var range in readers.Instance.ReadAsync(scratch.Login, order, cancellationToken).ConfigureAwait(false))
        {
            ranges.Add(range);
        }

        var now = RelationReading.Of(relation, ranges);
        var findings = saved with { Readings = [.. saved.Readings.Select(reading => reading.Name == target.Name && now is not null ? now : reading)] };
        return (
            CertificateCheck.Id,
            Blames(findings, CertificateCheck.Id, check => check.Found.Contains($"{target.Name} has ", StringComparison.Ordinal)),
            now is { Outcome: ReadingOutcome.Read } ? null : $"{target.Name} could not be read again: {now?.Reason ?? "blocks are missing"}");
    }

    private async Task<(string, bool, string?)> AskCatalogAsync(FaultTarget target, CancellationToken cancellationToken)
    {
        var before = catalogs[target.Database];
        var now = await readers.Catalogs.ReadAsync(scratch.Login, target.Database, cancellationToken).ConfigureAwait(false);
        var compared = CatalogFindings.Of(before, before, now, new DrillChanges(scratch.Login.User));
        var ours = compared.Comparison.Differences.Where(difference => difference.Kind == target.ItemKind && difference.Name == target.ItemName).ToList();
        var findings = saved with
        {
            Source = new SourceFindings { WasAsked = true, Identity = saved.Identity, Catalogs = [compared with { Comparison = compared.Comparison with { Differences = ours } }] },
        };
        return (
            SourceChecks.CatalogId,
            Blames(findings, SourceChecks.CatalogId, check => check.Found.Contains(target.ItemName!, StringComparison.Ordinal)),
            now.Unavailable ?? now.Unread.GetValueOrDefault(target.ItemKind!));
    }

    private async Task<(string, bool, string?)> AskStructureAsync(FaultTarget target, CancellationToken cancellationToken)
    {
        var kind = target.Structure()!.Value;
        var answer = await readers.Structure.AskAsync(scratch.Login, target.Database, kind, options.Timing.Verify, cancellationToken).ConfigureAwait(false);
        var ours = answer.Findings.Where(finding => finding.Name == target.ItemName).ToList();
        var findings = saved with { Structure = [answer with { Findings = ours, FindingCount = ours.Count }] };
        var id = StructureChecks.IdOf(kind);
        return (
            id,
            ours.Count > 0 && Blames(findings, id, check => check.Found.Contains(target.ItemName!, StringComparison.Ordinal)),
            answer switch
            {
                { Outcome: CheckOutcome.Passed } => null,
                { Outcome: CheckOutcome.Failed } => answer.FindingCount > answer.Findings.Count ? $"{id} names {answer.Findings.Count} of {answer.FindingCount} findings" : null,
                _ => $"{id} gave no answer: {answer.Summary}",
            });
    }

    /// <summary>Whether the verdict's rules, from these findings, hold the object against the copy.</summary>
    private static bool Blames(Findings findings, string check, Func<CheckResult, bool> names)
    {
        var verdict = VerdictRules.Conclude(findings).Verdict;
        return verdict.Checks.Any(result => result.Id == check && result.Outcome == CheckOutcome.Failed && names(result) && (result.Warns || verdict.Outcome == RunOutcome.Fail));
    }
}
