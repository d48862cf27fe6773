using RestoreDrill.Core.Manifests;
using RestoreDrill.Core.Reading;

namespace RestoreDrill.Core.Sandwich;

/// <summary>The old rows of a range of a relation's blocks, group by group, as one statement read them.</summary>
public sealed record BlockGroups
{
    public required RelationName Relation { get; init; }

    /// <summary>The range; its first block is a multiple of <see cref="Grain"/>, and so is its length. It always has an end.</summary>
    public required BlockRange Range { get; init; }

    /// <summary>How many blocks a group has.</summary>
    public required int Grain { get; init; }

    /// <summary>Before or after the snapshot; whoever has rows read says so.</summary>
    public ReadingMoment Moment { get; init; } = ReadingMoment.After;

    /// <summary>Anything but <see cref="ReadingOutcome.Read"/> is the outcome of the whole relation: no more of it is read.</summary>
    public required ReadingOutcome Outcome { get; init; }

    /// <summary>One for each group of the range, in order, those without an old row too; empty unless read.</summary>
    public IReadOnlyList<GroupSum> Groups { get; init; } = [];

    /// <summary>Why it was not read.</summary>
    public string? Reason { get; init; }

    /// <summary>Wall time of the statement.</summary>
    public TimeSpan Took { get; init; }
}
