namespace RestoreDrill.Core.Copying.Backups;

/// <summary>A recovery point of a vault, as its account describes it (DescribeRecoveryPoint).</summary>
public sealed record RecoveryPoint
{
    public required string Arn { get; init; }

    /// <summary>For example <c>COMPLETED</c> or <c>EXPIRED</c>; statuses that are not known survive.</summary>
    public required string Status { get; init; }

    /// <summary>The instance that it was made of.</summary>
    public string? ResourceArn { get; init; }

    /// <summary>The vault that it was copied from; null: it was made in its own.</summary>
    public string? SourceVaultArn { get; init; }

    public string? KeyArn { get; init; }

    /// <summary>When AWS Backup removes it; null: never.</summary>
    public DateTimeOffset? DeleteAt { get; init; }

    /// <summary>Whether it can be restored. EXPIRED is what a point becomes that AWS Backup, or whoever asked it to, could not remove (API reference, DeleteRecoveryPoint).</summary>
    public bool IsUsable => Status is "COMPLETED" or "AVAILABLE";
}
