namespace RestoreDrill.Verification.Fingerprints;

/// <summary>What has to be known of a relation before its rows are read.</summary>
/// <param name="QuotedName">Schema and name, quoted.</param>
/// <param name="IsUnlogged">Whether its rows are not in the write-ahead log.</param>
/// <param name="IsPopulated">False for a materialised view that was never refreshed.</param>
/// <param name="HasBinaryImage">Whether every type in it, at any depth, has a send function.</param>
/// <param name="DamageHidingSetting">A setting of the server that makes it skip damaged pages silently; null where there is none.</param>
/// <param name="CanBeDivided">Whether the server finds a range of its blocks without reading the others: a heap, PostgreSQL 14 or later.</param>
/// <param name="Blocks">Blocks of the heap, now.</param>
/// <param name="BlockBytes">Size of a block.</param>
/// <param name="Columns">Names of the columns that are not dropped, in the order of the row.</param>
internal sealed record RelationShape(
    string QuotedName,
    bool IsUnlogged,
    bool IsPopulated,
    bool HasBinaryImage,
    string? DamageHidingSetting,
    bool CanBeDivided,
    long Blocks,
    long BlockBytes,
    IReadOnlyList<string> Columns);
