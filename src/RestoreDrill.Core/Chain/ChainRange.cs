using RestoreDrill.Core.Reading;
using RestoreDrill.Core.Sandwich;

namespace RestoreDrill.Core.Chain;

/// <summary>A range as a drill saves it: what later copies are compared with, and what comparing it with earlier ones gave.</summary>
public sealed record ChainRange
{
    /// <summary>The range; <see cref="BlockRange.Whole"/> where the relation has no block or was not read.</summary>
    public required BlockRange Range { get; init; }

    public required int Grain { get; init; }

    public required ReadingOutcome Outcome { get; init; }

    /// <summary>The copy's row versions, group by group; empty unless read.</summary>
    public IReadOnlyList<GroupSum> Own { get; init; } = [];

    /// <summary>Those of them that are not older than the limit of the copy's base; all without a base, and then empty. Mostly without rows, so that it takes next to no room.</summary>
    public IReadOnlyList<GroupSum> Young { get; init; } = [];

    /// <summary>Wall time of the statement.</summary>
    public TimeSpan Took { get; init; }

    public required ChainComparison Comparison { get; init; }

    public RelationName Relation => Comparison.Name;

    /// <summary>One of a relation that has no block, or of which nothing could be read.</summary>
    public static ChainRange Without(RelationName relation, ReadingOutcome outcome, string? reason) => new()
    {
        Range = BlockRange.Whole,
        Grain = 1,
        Outcome = outcome,
        Comparison = new ChainComparison { Name = relation, Reasons = reason is null ? [] : [reason] },
    };

    /// <summary><see cref="Own"/> or <see cref="Young"/> in their stored form.</summary>
    public byte[] BytesOf(IReadOnlyList<GroupSum> groups) => GroupBytes.Write(RelationGroups.Of(
        Grain,
        Range.End ?? 0,
        [new BlockGroups { Relation = Relation, Range = Range, Grain = Grain, Outcome = Outcome, Groups = groups }]));
}
