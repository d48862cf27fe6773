namespace RestoreDrill.Core.Copying;

/// <summary>A DB snapshot, as either account describes it.</summary>
public sealed record CloudSnapshot
{
    public required string Name { get; init; }

    public required string Arn { get; init; }

    /// <summary>For example <c>creating</c>, <c>available</c>, <c>failed</c>; unknown statuses survive.</summary>
    public required string Status { get; init; }

    /// <summary>0 to 100.</summary>
    public int PercentProgress { get; init; }

    public string? KmsKeyArn { get; init; }

    public bool Encrypted { get; init; }

    /// <summary>OriginalSnapshotCreateTime; null while the snapshot is being made.</summary>
    public DateTimeOffset? OriginalCreateTime { get; init; }

    /// <summary>SnapshotDatabaseTime.</summary>
    public DateTimeOffset? DatabaseTime { get; init; }

    public required string EngineVersion { get; init; }

    public required string MasterUser { get; init; }

    /// <summary>GiB.</summary>
    public int AllocatedStorage { get; init; }

    public required IReadOnlyDictionary<string, string> Tags { get; init; }

    /// <summary>Whether AWS Backup made it: such a snapshot is in a backup vault, and does not count towards RDS's quota of manual snapshots.</summary>
    public bool IsRecoveryPoint => Backups.RecoveryPointNames.IsPoint(Name);

    public bool IsAvailable => Status == "available";
}
