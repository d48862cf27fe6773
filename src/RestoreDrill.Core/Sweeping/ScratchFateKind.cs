namespace RestoreDrill.Core.Sweeping;

/// <summary>What is to become of a scratch instance.</summary>
internal enum ScratchFateKind
{
    /// <summary>Its drill has it, or it is too early to tell.</summary>
    Untouched,

    /// <summary>It must go, but only a person can be sure of it.</summary>
    Left,

    /// <summary>It is removed.</summary>
    Removed,
}
