namespace RestoreDrill.Core.Protection;

/// <summary>The source account.</summary>
public sealed record SourceOptions
{
    /// <summary>Twelve digits.</summary>
    public required string AccountId { get; init; }

    /// <summary>
    /// The customer managed key under which a snapshot of an instance encrypted with <c>aws/rds</c> is copied first, since such a snapshot
    /// can never be shared; null: such instances are refused.
    /// </summary>
    public string? ReencryptionKey { get; init; }
}
