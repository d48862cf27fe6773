using RestoreDrill.Core.Copying;
using RestoreDrill.Core.Drilling;
using RestoreDrill.Core.Facts;
using RestoreDrill.Core.Runs;
using RestoreDrill.Core.Verdicts;

namespace RestoreDrill.Core.Restoring;

/// <summary>The copy that a plan restores, with what is known of it.</summary>
public sealed record PlannedCopy
{
    public required string Name { get; init; }

    public required string Arn { get; init; }

    /// <summary>The key it is encrypted under; null: none.</summary>
    public string? KeyArn { get; init; }

    /// <summary>GiB.</summary>
    public int AllocatedStorage { get; init; }

    /// <summary>What it was made of.</summary>
    public required CopyFacts Facts { get; init; }

    /// <summary>Where <see cref="Facts"/> were read: the copy's own tags, or the bucket where the tags are lost or others.</summary>
    public required string FactsFrom { get; init; }

    public required CopyStanding Standing { get; init; }

    /// <summary>Why, in one sentence.</summary>
    public required string Reason { get; init; }

    /// <summary>The drill whose verdict decided; null where none did.</summary>
    public RunId? Drill { get; init; }

    public DateTimeOffset? DrilledAt { get; init; }

    /// <summary>What that drill proved; null where none did.</summary>
    public VerdictLevel? Level { get; init; }

    /// <summary>How much it read; null where none decided.</summary>
    public VerdictCounts? Counts { get; init; }

    /// <summary>What it found against the source; null where none decided.</summary>
    public string? AgainstSource { get; init; }

    /// <summary>How long that drill's restore took; null where none decided, or it does not say.</summary>
    public DrillTimes? Times { get; init; }

    /// <summary>All that is not as it should be among its facts and tags, one sentence each.</summary>
    public IReadOnlyList<string> Problems { get; init; } = [];

    /// <summary>Whether a person named it.</summary>
    public bool IsNamed { get; init; }
}
