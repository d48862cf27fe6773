using RestoreDrill.Core.Reading;
using RestoreDrill.Core.Sandwich;

namespace RestoreDrill.Core.Chain;

/// <summary>Row versions of a range of a relation's blocks, group by group and limit by limit, as one statement read them.</summary>
public sealed record ChainGroups
{
    public required RelationName Relation { get; init; }

    /// <summary>The range; its first block is a multiple of <see cref="Grain"/>, and so is its length. Where the relation was not read, it begins where no range that was begins.</summary>
    public required BlockRange Range { get; init; }

    /// <summary>How many blocks a group has.</summary>
    public required int Grain { get; init; }

    /// <summary>Anything but <see cref="ReadingOutcome.Read"/> is the outcome of the whole relation: no more of it is read.</summary>
    public required ReadingOutcome Outcome { get; init; }

    /// <summary>For each limit of the order, in its order, one sum for each group of the range; empty unless read.</summary>
    public IReadOnlyList<IReadOnlyList<GroupSum>> Sums { get; init; } = [];

    /// <summary>Why it was not read.</summary>
    public string? Reason { get; init; }

    /// <summary>Wall time of the statement.</summary>
    public TimeSpan Took { get; init; }
}
