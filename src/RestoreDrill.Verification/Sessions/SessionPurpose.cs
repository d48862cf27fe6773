namespace RestoreDrill.Verification.Sessions;

/// <summary>What a session is for; its settings follow from it.</summary>
internal enum SessionPurpose
{
    /// <summary>Reads catalogs.</summary>
    Listing,

    /// <summary>Grants the drill what it needs to read: the only purpose that may write.</summary>
    Earning,

    /// <summary>Reads every row of a relation from its heap.</summary>
    Reading,

    /// <summary>Puts a user's own query.</summary>
    Checking,
}
