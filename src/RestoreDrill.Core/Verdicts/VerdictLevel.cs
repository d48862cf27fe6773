namespace RestoreDrill.Core.Verdicts;

/// <summary>What a passing drill proves.</summary>
public enum VerdictLevel
{
    /// <summary>The copy restores and every row can be read.</summary>
    Restores,

    /// <summary>And it holds exactly what its first good drill found.</summary>
    Unchanged,

    /// <summary>And it matches the source.</summary>
    MatchesSource,
}
