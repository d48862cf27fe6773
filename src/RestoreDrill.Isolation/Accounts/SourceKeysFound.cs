namespace RestoreDrill.Isolation.Accounts;

/// <summary>What was found of the source's keys.</summary>
/// <param name="Arns">The customer managed ones.</param>
/// <param name="Troubles">What keeps a protected instance from being copied.</param>
internal sealed record SourceKeysFound(IReadOnlyList<string> Arns, IReadOnlyList<string> Troubles);
