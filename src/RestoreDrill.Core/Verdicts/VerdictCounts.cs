namespace RestoreDrill.Core.Verdicts;

/// <summary>What was read and what was not, in numbers.</summary>
public sealed record VerdictCounts
{
    public int DatabasesVerified { get; init; }

    public int DatabasesNotVerified { get; init; }

    /// <summary>Verified databases of which every relation was read, without a row.</summary>
    public IReadOnlyList<string> EmptyDatabases { get; init; } = [];

    public int RelationsRead { get; init; }

    /// <summary>Relations read that hold no row.</summary>
    public int RelationsEmpty { get; init; }

    /// <summary>Relations whose rows could not be read, for whatever reason.</summary>
    public int RelationsNotJudged { get; init; }

    /// <summary>Unlogged and foreign tables: a snapshot does not protect them.</summary>
    public int RelationsNotProtected { get; init; }

    public long RowsRead { get; init; }

    /// <summary>Estimated rows of the relations that could not be judged.</summary>
    public long RowsNotJudged { get; init; }
}
