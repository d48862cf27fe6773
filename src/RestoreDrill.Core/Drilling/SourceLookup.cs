using RestoreDrill.Core.Copying;
using RestoreDrill.Core.Json;
using RestoreDrill.Core.Manifests;
using RestoreDrill.Core.Runs;
using RestoreDrill.Core.Sandwich;
using RestoreDrill.Core.Verdicts;

namespace RestoreDrill.Core.Drilling;

/// <summary>Finds out what is known of the copy against its source.</summary>
internal sealed class SourceLookup(IRunStore store)
{
    /// <summary>The manifest of the copy's source, if there is one that can be used.</summary>
    public async Task<(UsableManifest? Manifest, SourceFindings Findings)> FindManifestAsync(Step<DrillState> step, CancellationToken cancellationToken)
    {
        if (step.State.Plan is not null)
        {
            return (null, new SourceFindings { Waived = "an emergency restore compares with the copy's proof, not with the source: what was read of it is in RestoreDrill's own records alone" });
        }

        var facts = step.State.Facts!;
        var copyRun = await store.FindAsync(facts.Run, cancellationToken).ConfigureAwait(false);
        var stand = copyRun is null ? null : CanonicalJson.Read<CopyState>(copyRun.State).Reading;
        if (step.State.ChangedRecord is { } found)
        {
            return (null, new SourceFindings { WasAsked = true, Changed = true, Problem = found });
        }

        if (step.State.ManifestSha256 is not { } sha256)
        {
            return stand?.ManifestSha256 is { } recorded
                ? (null, new SourceFindings { WasAsked = true, Changed = true, Problem = $"our record of copy run {facts.Run} has manifest {recorded}, but the copy carries no tag that names it: the tag was taken away" })
                : (null, new SourceFindings { WasAsked = stand is not null, Problem = stand is null ? "no login to the source was configured when the copy was made" : stand.Unavailable ?? "the copy run has not finished reading the source" });
        }

        if (stand?.ManifestSha256 is { } known && known != sha256)
        {
            return (null, new SourceFindings { WasAsked = true, Changed = true, Problem = $"our record of copy run {facts.Run} has manifest {known}, the copy's tag says {sha256}: one of them was changed" });
        }

        try
        {
            var (manifest, problem, changed) = await UsableManifest.LoadAsync(store, facts.Run, facts.SourceResourceId, sha256, cancellationToken).ConfigureAwait(false);
            return (manifest, new SourceFindings { WasAsked = true, Problem = problem, Changed = changed, Identity = manifest?.Manifest.Identity });
        }
        catch (InvalidDataException e)
        {
            return (null, new SourceFindings { WasAsked = true, Changed = true, Problem = e.Message.TrimEnd('.') });
        }
    }

    /// <summary>The manifest, compared with what the drill has read.</summary>
    public async Task<SourceFindings> CompareAsync(Step<DrillState> step, CancellationToken cancellationToken)
    {
        var (manifest, findings) = await FindManifestAsync(step, cancellationToken).ConfigureAwait(false);
        if (manifest is null || manifest.Manifest.Identity.MajorVersion != step.State.Identity!.MajorVersion)
        {
            return findings;
        }

        var parts = await store.PartsAsync(step.Id, ManifestSubject.Catalog, cancellationToken).ConfigureAwait(false);
        var copies = parts.GroupBy(static part => part.Database).ToDictionary(static database => database.Key, static database => CopiedCatalog.Of([.. database]));
        var changes = new DrillChanges(step.State.MasterUser!);
        var catalogs = new List<CatalogFindings>();
        foreach (var database in manifest.Databases)
        {
            if (manifest.Catalog(ReadingMoment.Before, database) is { } before && manifest.Catalog(ReadingMoment.After, database) is { } after)
            {
                var copy = copies.GetValueOrDefault(
                    database, new DatabaseCatalog { Database = database, Items = [], Unavailable = "there is no such database in the restored instance" });
                catalogs.Add(CatalogFindings.Of(before, after, copy, changes));
            }
        }

        var compared = await store.ComparisonsAsync(step.Id, cancellationToken).ConfigureAwait(false);
        return findings with
        {
            Catalogs = catalogs,
            Limit = manifest.Manifest.Limit,
            EarlyLimit = manifest.Manifest.EarlyLimit,
            Rows = Sum(compared.Where(static range => range.Moment == ReadingMoment.After)),
            EstimatedRows = manifest.EstimatedRows(),
            EarlyRows = Sum(compared.Where(static range => range.Moment == ReadingMoment.Before)),
        };
    }

    private static List<RelationComparison> Sum(IEnumerable<ComparedRange> ranges) =>
    [
        .. ranges.Select(static range => range.Comparison).GroupBy(static comparison => comparison.Name)
            .Select(static relation => relation.Aggregate(static (sum, part) => sum.And(part))),
    ];
}
