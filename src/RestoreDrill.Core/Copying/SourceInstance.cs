namespace RestoreDrill.Core.Copying;

/// <summary>A protected database's instance, as the source account describes it.</summary>
public sealed record SourceInstance
{
    public required string Name { get; init; }

    public required string Arn { get; init; }

    public required string ResourceId { get; init; }

    /// <summary>DBInstanceStatus, for example <c>available</c>.</summary>
    public required string Status { get; init; }

    /// <summary>For example <c>postgres</c>.</summary>
    public required string Engine { get; init; }

    public required string EngineVersion { get; init; }

    /// <summary>The key the storage is encrypted under; null: not encrypted.</summary>
    public string? KmsKeyArn { get; init; }

    public required string InstanceClass { get; init; }

    /// <summary>The name of its DB parameter group.</summary>
    public required string ParameterGroup { get; init; }

    public bool DeletionProtection { get; init; }

    /// <summary>BackupRetentionPeriod, in days; 0: it makes no automated backups.</summary>
    public int BackupRetentionDays { get; init; }

    public required string MasterUser { get; init; }

    /// <summary>Endpoint address; null where AWS gives none.</summary>
    public string? Host { get; init; }

    /// <summary>Endpoint port.</summary>
    public int Port { get; init; }
}
