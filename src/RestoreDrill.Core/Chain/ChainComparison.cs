using System.Text.Json.Serialization;
using RestoreDrill.Core.Reading;

namespace RestoreDrill.Core.Chain;

/// <summary>What comparing a relation with the chain's earlier copies gave, of a part of it or of all. Parts add up in any order.</summary>
public sealed record ChainComparison
{
    /// <summary>How many contradictions are kept.</summary>
    public const int ContradictionsKept = 5;

    public required RelationName Name { get; init; }

    /// <summary>Rows that are proven to be those of the base, version by version.</summary>
    public long RowsProven { get; init; }

    /// <summary>Rows of groups of which the base has other ones: some were changed or deleted, or were made by transactions that the base did not see end. Not judged.</summary>
    public long RowsMoved { get; init; }

    /// <summary>Rows made after the base was copied. Not judged.</summary>
    public long RowsYounger { get; init; }

    /// <summary>Rows of a relation that cannot be compared with the base, see <see cref="Reasons"/>. Not judged.</summary>
    public long RowsIncomparable { get; init; }

    /// <summary>How many groups contradict the base.</summary>
    public long GroupsContradicting { get; init; }

    /// <summary>The first ones, in order.</summary>
    public IReadOnlyList<ChainContradiction> Contradictions { get; init; } = [];

    /// <summary>Why the relation, or a part of it, was not judged, each reason once, in order.</summary>
    public IReadOnlyList<string> Reasons { get; init; } = [];

    [JsonIgnore]
    public long RowsNotJudged => RowsMoved + RowsYounger + RowsIncomparable;

    /// <summary>This part and another one.</summary>
    /// <exception cref="ArgumentException">It is of another relation.</exception>
    public ChainComparison And(ChainComparison other)
    {
        ArgumentNullException.ThrowIfNull(other);
        if (other.Name != Name)
        {
            throw new ArgumentException($"{other.Name} is not {Name}.", nameof(other));
        }

        return new ChainComparison
        {
            Name = Name,
            RowsProven = RowsProven + other.RowsProven,
            RowsMoved = RowsMoved + other.RowsMoved,
            RowsYounger = RowsYounger + other.RowsYounger,
            RowsIncomparable = RowsIncomparable + other.RowsIncomparable,
            GroupsContradicting = GroupsContradicting + other.GroupsContradicting,
            Contradictions = [.. Contradictions.Concat(other.Contradictions).OrderBy(static one => one.Blocks.First).Take(ContradictionsKept)],
            Reasons = [.. Reasons.Union(other.Reasons).Order(StringComparer.Ordinal)],
        };
    }
}
