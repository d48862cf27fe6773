using System.Text.RegularExpressions;

namespace RestoreDrill.Core.Manifests;

/// <summary>
/// Compares the catalog of a copy with two readings of its source, one from before the snapshot was taken and one from after. A catalog that stands for both,
/// because nothing can have moved (an earlier reading of the same copy), is given twice.
/// </summary>
/// <remarks>
/// <list type="bullet">
/// <item>What neither changed nor was written between the two ends must be exactly so in the copy: there with that value.</item>
/// <item>What moved (another value, another version, or there at one end only) may be in the copy as at either end. A third state can have existed in between,
/// so it is not judged; it never is a difference.</item>
/// <item>What is in the copy and at neither end may have been created and dropped in between, as tables that a load puts its rows into first. It is not judged, unless
/// the source's server counted no write to these catalogs: then it is a difference. An index named <c>_ccnew</c> or <c>_ccold</c> exists while REINDEX CONCURRENTLY
/// runs (PostgreSQL, REINDEX, "Rebuilding Indexes Concurrently") and is never a difference.</item>
/// <item>A sequence must have given out what it had before; being ahead is no fault. One that went back between the ends is not judged.</item>
/// <item>Where a kind is unread on a side, that an item is absent there means nothing. A kind that could be read at the source, and that the copy's server says is
/// damaged, is a difference.</item>
/// </list>
/// </remarks>
public sealed partial record CatalogComparison
{
    private const string Absent = "absent";

    /// <summary>What is wrong in the copy, in order of kind and name.</summary>
    public required IReadOnlyList<CatalogDifference> Differences { get; init; }

    /// <summary>How many items had to be exactly so in the copy and were looked up, those that differ included.</summary>
    public required int Compared { get; init; }

    /// <summary>How many items moved between the ends and are in the copy as at either.</summary>
    public required int Moved { get; init; }

    /// <summary>Items that moved so that nothing can be said of the copy, each with the reason, in order of kind and name.</summary>
    public required IReadOnlyList<string> NotJudged { get; init; }

    /// <summary>What could not be compared because it could not be read, with the reason.</summary>
    public required IReadOnlyList<string> NotComparable { get; init; }

    /// <summary>Compares the readings of one database, or those of the shared catalogs.</summary>
    /// <param name="before">The source, read before the snapshot was asked for.</param>
    /// <param name="after">The source, read when the snapshot was complete.</param>
    /// <param name="copy">The copy.</param>
    /// <param name="changes">What the drill itself, or AWS, changed in the copy: not compared.</param>
    /// <exception cref="ArgumentException">They are of different databases.</exception>
    public static CatalogComparison Compare(DatabaseCatalog before, DatabaseCatalog after, DatabaseCatalog copy, DrillChanges? changes = null)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        ArgumentNullException.ThrowIfNull(copy);
        if (before.Database != copy.Database || after.Database != copy.Database)
        {
            throw new ArgumentException($"Catalogs of different databases: {before.Database}, {after.Database}, {copy.Database}.", nameof(copy));
        }
        (string Side, DatabaseCatalog Catalog)[] sides = ReferenceEquals(before, after)
            ? [("in what it is compared with", before), ("in the copy", copy)]
            : [("at the source before the snapshot", before), ("at the source after the snapshot", after), ("in the copy", copy)];
        var unavailable = sides.Where(static side => side.Catalog.Unavailable is not null)
            .Select(static side => $"The catalog could not be read {side.Side}: {side.Catalog.Unavailable}").ToList();
        if (unavailable.Count > 0)
        {
            return new CatalogComparison { Differences = [], Compared = 0, Moved = 0, NotJudged = [], NotComparable = unavailable };
        }
        var comparing = new CatalogComparing(before, after, copy);
        foreach (var (kind, name) in sides.SelectMany(static side => side.Catalog.Items).Select(static item => (item.Kind, item.Name)).Distinct()
            .OrderBy(static key => key.Kind, StringComparer.Ordinal).ThenBy(static key => key.Name, StringComparer.Ordinal))
        {
            if (changes?.Covers(kind, name) is not true)
            {
                comparing.Judge(kind, name);
            }
        }
        comparing.JudgeDamage();
        var unread = sides.SelectMany(static side => side.Catalog.Unread.OrderBy(static kind => kind.Key, StringComparer.Ordinal)
            .Select(kind => $"{kind.Key} could not be read in full {side.Side}: {kind.Value}"));
        return comparing.Result([.. unread]);
    }

    /// <summary>Whether REINDEX CONCURRENTLY may have left the index behind or be at work on it.</summary>
    [GeneratedRegex("_cc(new|old)[0-9]*\"?$")]
    internal static partial Regex MadeByReindex();

    internal static string Tell(CatalogItem? item) => item is null ? Absent : item.Value;
}
