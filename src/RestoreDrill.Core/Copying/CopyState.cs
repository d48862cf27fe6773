using RestoreDrill.Core.Facts;
using RestoreDrill.Core.Protection;

namespace RestoreDrill.Core.Copying;

/// <summary>What a copy run knows. Kept in the run's row; part of its evidence.</summary>
public sealed record CopyState
{
    /// <summary>The way of this run from its opening on, whatever the configuration says later.</summary>
    public CopyRoute Route { get; init; }

    public SourceInstance? Source { get; init; }

    public string? SourceAccount { get; init; }

    public string? VaultAccount { get; init; }

    /// <summary>Whether the snapshot has to be copied under a customer managed key before it can be shared.</summary>
    public bool NeedsReencryption { get; init; }

    /// <summary>The snapshot in the source account.</summary>
    public string? Staging { get; init; }

    /// <summary>The snapshot that is shared: the staging one or its re-encrypted copy.</summary>
    public string? SharedName { get; init; }

    public string? SharedArn { get; init; }

    /// <summary>Route <c>aws-backup</c>: the backup job, and how many before it failed for a reason that passed.</summary>
    public string? BackupJob { get; init; }

    public int BackupAttempt { get; init; }

    /// <summary>Route <c>aws-backup</c>: the recovery point in the source account's vault.</summary>
    public string? PointArn { get; init; }

    /// <summary>Route <c>aws-backup</c>: the copy job, and how many before it failed for a reason that passed.</summary>
    public string? CopyJob { get; init; }

    public int CopyAttempt { get; init; }

    public DateTimeOffset? SnapshotAskedAt { get; init; }

    public DateTimeOffset? SnapshotAvailableAt { get; init; }

    public bool LogicalReplication { get; init; }

    public int MaxPreparedTransactions { get; init; }

    public CopyFacts? Facts { get; init; }

    /// <summary>Digest of <see cref="Facts"/>; a drill compares it with the copy's tags.</summary>
    public string? FactsDigest { get; init; }

    public string? CopyName { get; init; }

    public string? CopyArn { get; init; }

    /// <summary>GiB.</summary>
    public int AllocatedStorage { get; init; }

    public DateTimeOffset? CopyAskedAt { get; init; }

    public DateTimeOffset? CopyAvailableAt { get; init; }

    /// <summary>When the copy's retention ends and AWS Backup removes it; null: never, or not known yet.</summary>
    public DateTimeOffset? DeleteAt { get; init; }

    /// <summary>Accounts other than the vault's that the staging snapshot was found shared with.</summary>
    public IReadOnlyList<string> Strangers { get; init; } = [];

    /// <summary>What was read of the source for drills to compare the copy with; null: no login is configured.</summary>
    public SourceStand? Reading { get; init; }

    /// <summary>Set when the run failed and only cleaning up is left.</summary>
    public string? Failure { get; init; }

    /// <summary>What holds the copy where it is, or fails to.</summary>
    public string Lock { get; init; } = LockWords.NotLookedAt;

    /// <summary>How far the run is with putting what is known of the copy into the store of facts; null: it is not so far, or none is configured.</summary>
    public DepositStand? Deposits { get; init; }
}
