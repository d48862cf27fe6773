namespace RestoreDrill.Core.GuardRails;

/// <summary>The answer to a guard rail's question.</summary>
public enum GuardRailState
{
    Holds,
    Broken,

    /// <summary>Nobody could be asked, or the answer does not tell. Never taken for <see cref="Holds"/>.</summary>
    NotCheckable,
}
