namespace RestoreDrill.Core.Reading;

/// <summary>Whether a database of the restored instance could be verified.</summary>
public enum DatabaseReach
{
    /// <summary>It could be entered, and its relations are listed.</summary>
    Verified,

    /// <summary>Nobody can enter it: AWS's own, or one that accepts no connections. It lowers nothing.</summary>
    Closed,

    /// <summary>It could not be entered or listed, though it accepts connections: nothing in it is judged.</summary>
    NotReached,

    /// <summary>The server says that its catalogs are damaged.</summary>
    Damaged,
}
