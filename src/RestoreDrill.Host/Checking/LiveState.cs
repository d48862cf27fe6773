namespace RestoreDrill.Host.Checking;

/// <summary>What a look at the real thing gave.</summary>
internal enum LiveState
{
    Ok,
    Problem,

    /// <summary>Could not be looked at, because something it needs is a problem already.</summary>
    NotChecked,
}
