using RestoreDrill.Sandbox.S3.Buckets;

namespace RestoreDrill.Sandbox.S3;

/// <summary>What one account has in S3, over all regions, as it is written to disk. The contents of the objects lie beside it, see <see cref="Objects.ObjectFiles"/>.</summary>
internal sealed class S3State
{
    /// <summary>Whether the account has been given the bucket that it begins with.</summary>
    public bool IsFurnished { get; set; }

    public List<Bucket> Buckets { get; init; } = [];
}
