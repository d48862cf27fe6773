namespace RestoreDrill.Verification.Structures;

/// <summary>How an index was looked at.</summary>
internal enum IndexWay
{
    /// <summary>By the extension amcheck.</summary>
    Amcheck,

    /// <summary>By looking up every key, and reading every entry.</summary>
    Probe,

    /// <summary>By searching for each element (GIN), or for the least and the greatest value of each range of blocks (BRIN).</summary>
    Search,

    /// <summary>By counting the rows that it reaches.</summary>
    Count,

    /// <summary>Not as restored: it was built anew, in a transaction that was rolled back.</summary>
    Rebuilt,
}
