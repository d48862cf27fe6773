namespace RestoreDrill.Core.Cloud;

/// <summary>What was found out about a bucket. What was not asked is null; what could not be is null, too, with the reason in <see cref="NotCheckable"/>.</summary>
public sealed record BucketFindings
{
    /// <summary>Whether Object Lock is on.</summary>
    public bool? HasObjectLock { get; init; }

    /// <summary>The mode of the default retention; null where there is none.</summary>
    public string? DefaultMode { get; init; }

    /// <summary>The length of the default retention, a year counted as 365 days; null where there is none.</summary>
    public TimeSpan? DefaultRetention { get; init; }

    /// <summary>Whether versions are kept.</summary>
    public bool? HasVersions { get; init; }

    /// <summary>Whether all four settings of S3 Block Public Access are on.</summary>
    public bool? BlocksPublicAccess { get; init; }

    /// <summary>Whether the bucket's policy is public; false where there is none.</summary>
    public bool? IsPublic { get; init; }

    /// <summary>The bucket's policy; null where there is none.</summary>
    public string? Policy { get; init; }

    /// <summary>What could not be asked, and what AWS said.</summary>
    public IReadOnlyList<string> NotCheckable { get; init; } = [];
}
