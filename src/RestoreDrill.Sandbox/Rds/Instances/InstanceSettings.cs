namespace RestoreDrill.Sandbox.Rds.Instances;

/// <summary>The settings of an instance that a snapshot remembers, as defaults of a restore.</summary>
internal sealed record InstanceSettings
{
    public required string InstanceClass { get; init; }

    public required string EngineVersion { get; init; }

    public required string MasterUsername { get; init; }

    public string? DbName { get; init; }

    /// <summary>GiB.</summary>
    public required int AllocatedStorage { get; init; }

    public string StorageType { get; init; } = "gp3";

    public int? Iops { get; init; }

    /// <summary>MiB per second.</summary>
    public int? StorageThroughput { get; init; }

    public bool MultiAz { get; init; }

    /// <summary>Days; 0 turns automated backups off.</summary>
    public int BackupRetentionPeriod { get; init; } = 1;

    public string BackupWindow { get; init; } = "03:00-03:30";

    public string MaintenanceWindow { get; init; } = "sun:04:00-sun:04:30";

    public bool CopyTagsToSnapshot { get; init; }

    public bool AutoMinorVersionUpgrade { get; init; } = true;

    public string EngineLifecycleSupport { get; init; } = "open-source-rds-extended-support";

    /// <summary>The port that was asked for. The cluster listens on one of its own, which is what Endpoint says.</summary>
    public int Port { get; init; } = 5432;
}
