using System.Globalization;

namespace RestoreDrill.Core.Copying.Backups;

/// <summary>A backup vault, as its account describes it (DescribeBackupVault).</summary>
public sealed record BackupVault
{
    public required string Name { get; init; }

    public required string Arn { get; init; }

    /// <summary>The key that copies into it are encrypted under.</summary>
    public string? KeyArn { get; init; }

    public required bool IsLocked { get; init; }

    /// <summary>From when on a compliance lock is immutable; null for a lock in governance mode, and without a lock.</summary>
    public DateTimeOffset? LockDate { get; init; }

    /// <summary>The shortest retention that jobs may ask for, in days; null: no bound.</summary>
    public int? MinRetentionDays { get; init; }

    /// <summary>The longest retention that jobs may ask for, in days; null: no bound.</summary>
    public int? MaxRetentionDays { get; init; }

    public VaultLockMode LockAt(DateTimeOffset now) => (IsLocked, LockDate) switch
    {
        (false, _) => VaultLockMode.None,
        (_, null) => VaultLockMode.Governance,
        (_, { } date) => date > now ? VaultLockMode.CoolingOff : VaultLockMode.Compliance,
    };

    /// <summary>Whether a job with this retention can go in: a lock does not shorten or lengthen, it fails the job.</summary>
    public bool Admits(int days) => !IsLocked || (days >= (MinRetentionDays ?? 0) && days <= (MaxRetentionDays ?? int.MaxValue));

    /// <summary>The range in words.</summary>
    public string RangeWords => (MinRetentionDays, MaxRetentionDays) switch
    {
        (null, null) => "any retention",
        ({ } least, null) => string.Create(CultureInfo.InvariantCulture, $"{least} days or more"),
        (null, { } most) => string.Create(CultureInfo.InvariantCulture, $"{most} days at most"),
        ({ } least, { } most) => string.Create(CultureInfo.InvariantCulture, $"{least} to {most} days"),
    };

    /// <summary>What holds copies in this vault, or fails to: <c>holds: ...</c> or <c>broken: ...</c>.</summary>
    public string LockWords(DateTimeOffset now) => LockAt(now) switch
    {
        VaultLockMode.None => $"broken: backup vault {Name} has no lock",
        VaultLockMode.Governance => $"broken: backup vault {Name} is locked in governance mode, which whoever has the permission can take away",
        VaultLockMode.CoolingOff => string.Create(CultureInfo.InvariantCulture, $"broken: the lock of backup vault {Name} can still be taken away, until {LockDate:yyyy-MM-dd HH:mm} UTC"),
        _ => string.Create(CultureInfo.InvariantCulture, $"holds: compliance lock of backup vault {Name}, immutable since {LockDate:yyyy-MM-dd HH:mm} UTC, for {RangeWords}"),
    };
}
