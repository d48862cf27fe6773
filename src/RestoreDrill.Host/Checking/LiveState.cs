namespace RestoreDrill.Host.Checking;

/// <summary>What a look at the real thing gave.</summary>
internal enum LiveState
{
    Ok,
    Problem,

    /// <summary>To be known; it keeps nothing from running.</summary>
    Warning,

    /// <summary>Could not be looked at, because something it needs is a problem already.</summary>
    NotChecked,

    /// <summary>Was not looked at, because the configuration names nobody to ask. No problem, and not seen to be right either.</summary>
    NotAsked,
}
