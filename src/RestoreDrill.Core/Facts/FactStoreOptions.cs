namespace RestoreDrill.Core.Facts;

/// <summary>Where facts are kept beside our own records, and for how long.</summary>
public sealed record FactStoreOptions
{
    /// <summary>The bucket's name.</summary>
    public required string Bucket { get; init; }

    /// <summary>The account that the bucket has to belong to, twelve digits: a bucket of that name of anybody else is refused.</summary>
    public required string Owner { get; init; }

    /// <summary>How long a fact is kept in compliance mode from when it is put; null: as long as the bucket's default retention says.</summary>
    public TimeSpan? Retention { get; init; }

    /// <summary>As many bytes as a document may have, uncompressed; 64 MiB unless set.</summary>
    public int LongestDocument { get; init; } = 64 << 20;
}
