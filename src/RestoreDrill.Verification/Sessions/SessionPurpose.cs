namespace RestoreDrill.Verification.Sessions;

/// <summary>What a session is for; its settings follow from it.</summary>
internal enum SessionPurpose
{
    /// <summary>Reads catalogs.</summary>
    Listing,

    /// <summary>Grants the drill what it needs to read: with <see cref="Examining"/> and <see cref="Damaging"/> the only purposes that may write.</summary>
    Earning,

    /// <summary>Reads every row of a relation from its heap.</summary>
    Reading,

    /// <summary>Puts a user's own query.</summary>
    Checking,

    /// <summary>Compares what the catalogs promise with the rows that heaps hold; no index is asked.</summary>
    Comparing,

    /// <summary>The same, and tries extensions and rebuilds in a transaction that is rolled back.</summary>
    Examining,

    /// <summary>Damages a scratch instance.</summary>
    Damaging,
}
