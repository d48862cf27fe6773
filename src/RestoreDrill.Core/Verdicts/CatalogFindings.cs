using RestoreDrill.Core.Manifests;
using RestoreDrill.Core.Reading;

namespace RestoreDrill.Core.Verdicts;

/// <summary>How the catalogs of one database of the copy compare with the source's.</summary>
/// <param name="Database">The database; empty for the catalogs that all share.</param>
/// <param name="Comparison">The comparison.</param>
/// <param name="UnreadInCopy">What could be read at the source and not in the copy, with the reason: it keeps a drill from passing.</param>
public sealed record CatalogFindings(string Database, CatalogComparison Comparison, IReadOnlyList<string> UnreadInCopy)
{
    /// <summary>Compares.</summary>
    /// <param name="before">The source, before the snapshot.</param>
    /// <param name="after">The source, after the snapshot.</param>
    /// <param name="copy">The copy.</param>
    /// <param name="changes">What the drill or AWS changed in the copy.</param>
    public static CatalogFindings Of(DatabaseCatalog before, DatabaseCatalog after, DatabaseCatalog copy, DrillChanges changes)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        ArgumentNullException.ThrowIfNull(copy);
        return new CatalogFindings(before.Database, CatalogComparison.Compare(before, after, copy, changes), [.. Unread(before, after, copy)]) { Unpopulated = [.. UnpopulatedIn(before, after)] };
    }

    /// <summary>Materialised views that were not populated in the source at either end: they have no rows to be read.</summary>
    public IReadOnlyList<RelationName> Unpopulated { get; init; } = [];

    private static IEnumerable<RelationName> UnpopulatedIn(DatabaseCatalog before, DatabaseCatalog after) => before.Items.Intersect(after.Items)
        .Where(static item => item is { Kind: CatalogKinds.Populated, Value: "false" })
        .Select(item => SqlName.Parts(item.Name)).Select(parts => new RelationName(before.Database, parts[0], parts[1]));

    private static IEnumerable<string> Unread(DatabaseCatalog before, DatabaseCatalog after, DatabaseCatalog copy)
    {
        if ((before.Unavailable ?? after.Unavailable) is not null)
        {
            return [];
        }

        return copy.Unavailable is { } reason
            ? [$"the catalog could not be read: {reason}"]
            : copy.Unread.Where(kind => !before.Unread.ContainsKey(kind.Key) && !after.Unread.ContainsKey(kind.Key)).Select(static kind => $"{kind.Key} could not be read in full: {kind.Value}");
    }
}
