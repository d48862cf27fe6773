using System.Text.Json.Serialization;
using RestoreDrill.Core.Reading;

namespace RestoreDrill.Core.Sandwich;

/// <summary>What comparing a relation's old rows with the source gave, of a part of it or of all. Parts add up in any order.</summary>
public sealed record RelationComparison
{
    /// <summary>How many differences are kept.</summary>
    public const int DifferencesKept = 5;

    public required RelationName Name { get; init; }

    /// <summary>Rows of the copy that are proven to be the source's, bit by bit.</summary>
    public long RowsProven { get; init; }

    /// <summary>Rows of groups that differ: at least one of each group is missing or wrong, and which one cannot be told.</summary>
    public long RowsDiffering { get; init; }

    /// <summary>Rows of the copy that the source has no more: changed or deleted since. Not judged.</summary>
    public long RowsGone { get; init; }

    /// <summary>Rows of groups in which so many are gone that the others cannot be told from them. Not judged.</summary>
    public long RowsUnresolved { get; init; }

    /// <summary>Rows that were not read in the source, or could not be read or compared. Not judged; see <see cref="Reasons"/>.</summary>
    public long RowsUnread { get; init; }

    /// <summary>How many groups differ.</summary>
    public long GroupsDiffering { get; init; }

    /// <summary>The first ones that differ, in order.</summary>
    public IReadOnlyList<GroupDifference> Differences { get; init; } = [];

    /// <summary>Why rows were not judged, each reason once, in order.</summary>
    public IReadOnlyList<string> Reasons { get; init; } = [];

    /// <summary>Rows about which nothing is said.</summary>
    [JsonIgnore]
    public long RowsNotJudged => RowsGone + RowsUnresolved + RowsUnread;

    /// <summary>A relation of which nothing, or no more, can be compared.</summary>
    /// <param name="name">The relation.</param>
    /// <param name="rows">How many rows the copy has, or the estimate.</param>
    /// <param name="reason">Why.</param>
    public static RelationComparison Unread(RelationName name, long rows, string reason) => new() { Name = name, RowsUnread = rows, Reasons = [reason] };

    /// <summary>A group that differs.</summary>
    internal static RelationComparison Differing(RelationName name, GroupDifference difference) => new()
    {
        Name = name, GroupsDiffering = 1, RowsDiffering = Math.Max(difference.SourceRows, difference.CopyRows), Differences = [difference],
    };

    /// <summary>This part and another one.</summary>
    /// <exception cref="ArgumentException">It is of another relation.</exception>
    public RelationComparison And(RelationComparison other)
    {
        ArgumentNullException.ThrowIfNull(other);
        if (other.Name != Name)
        {
            throw new ArgumentException($"{other.Name} is not {Name}.", nameof(other));
        }

        return new RelationComparison
        {
            Name = Name,
            RowsProven = RowsProven + other.RowsProven,
            RowsDiffering = RowsDiffering + other.RowsDiffering,
            RowsGone = RowsGone + other.RowsGone,
            RowsUnresolved = RowsUnresolved + other.RowsUnresolved,
            RowsUnread = RowsUnread + other.RowsUnread,
            GroupsDiffering = GroupsDiffering + other.GroupsDiffering,
            Differences = other.Differences.Count == 0 ? Differences
                : [.. Differences.Concat(other.Differences).OrderBy(static difference => difference.Blocks.First).Take(DifferencesKept)],
            Reasons = other.Reasons.Count == 0 ? Reasons : [.. Reasons.Union(other.Reasons).Order(StringComparer.Ordinal)],
        };
    }
}
