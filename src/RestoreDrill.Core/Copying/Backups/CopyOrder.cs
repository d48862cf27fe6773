namespace RestoreDrill.Core.Copying.Backups;

/// <summary>What a copy job is asked for with (StartCopyJob): from the source account into the vault account, or in an emergency from there into another one.</summary>
public sealed record CopyOrder
{
    /// <summary>The recovery point that is copied.</summary>
    public required string PointArn { get; init; }

    /// <summary>The vault that it lies in, by name.</summary>
    public required string SourceVault { get; init; }

    /// <summary>The vault that it is copied into, by ARN.</summary>
    public required string VaultArn { get; init; }

    /// <summary>The role that AWS Backup works in.</summary>
    public required string RoleArn { get; init; }

    /// <summary>The idempotency token: the same order with the same token is one job, however often it is sent.</summary>
    public required string Token { get; init; }

    /// <summary>Always given: a job without it takes over the source's end, and a lock with a maximum fails it.</summary>
    public required int RetentionDays { get; init; }
}
