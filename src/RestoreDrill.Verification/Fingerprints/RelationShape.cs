namespace RestoreDrill.Verification.Fingerprints;

/// <summary>What has to be known of a relation before its rows are read.</summary>
/// <param name="QuotedName">Schema and name, quoted.</param>
/// <param name="IsUnlogged">Whether its rows are not in the write-ahead log.</param>
/// <param name="IsPopulated">False for a materialised view that was never refreshed.</param>
/// <param name="HasBinaryImage">Whether every type in it, at any depth, has a send function.</param>
/// <param name="DamageHidingSetting">A setting of the server that makes it skip damaged pages silently; null where there is none.</param>
/// <param name="Columns">Names of the columns.</param>
internal sealed record RelationShape(
    string QuotedName, bool IsUnlogged, bool IsPopulated, bool HasBinaryImage, string? DamageHidingSetting, IReadOnlySet<string> Columns);
