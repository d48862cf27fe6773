namespace RestoreDrill.Core.Sandwich;

/// <summary>Whether some of a group's rows have a given count and sum.</summary>
public enum PartSearch
{
    /// <summary>Some have.</summary>
    Found,

    /// <summary>None have: every choice was ruled out.</summary>
    Impossible,

    /// <summary>There are too many choices.</summary>
    TooMany,
}
