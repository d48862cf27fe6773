namespace RestoreDrill.Core.Sandwich;

/// <summary>What a source's group says about the copy's.</summary>
public enum GroupStanding
{
    /// <summary>Count and sum agree: every old row of the copy is proven identical.</summary>
    Equal,

    /// <summary>The source has fewer: they may be a part of the copy's, which only the rows can tell.</summary>
    Fewer,

    /// <summary>No history of the source leads to this copy.</summary>
    Differs,

    /// <summary>Nothing can be said.</summary>
    Unknown,
}
