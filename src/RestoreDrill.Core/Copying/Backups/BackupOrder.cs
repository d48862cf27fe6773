namespace RestoreDrill.Core.Copying.Backups;

/// <summary>What a backup job is asked for with (StartBackupJob).</summary>
public sealed record BackupOrder
{
    public required string InstanceArn { get; init; }

    /// <summary>The source account's vault, by name.</summary>
    public required string Vault { get; init; }

    /// <summary>The role that AWS Backup works in.</summary>
    public required string RoleArn { get; init; }

    /// <summary>The idempotency token: the same order with the same token is one job, however often it is sent.</summary>
    public required string Token { get; init; }

    public required int RetentionDays { get; init; }

    /// <summary>The recovery point's tags, beside those that AWS Backup takes over from the instance.</summary>
    public required IReadOnlyDictionary<string, string> Tags { get; init; }
}
