namespace RestoreDrill.Sandbox.Backup.Vaults;

/// <summary>A vault's lock.</summary>
/// <param name="MinRetentionDays">Jobs with a shorter retention fail; null for none.</param>
/// <param name="MaxRetentionDays">Jobs with a longer retention, or with none, fail; null for no such bound.</param>
/// <param name="LockDate">From then on nobody can change or remove the lock (compliance mode); null for a lock that stays removable (governance mode).</param>
internal sealed record VaultLock(int? MinRetentionDays, int? MaxRetentionDays, DateTimeOffset? LockDate)
{
    public bool IsImmutable(DateTimeOffset now) => LockDate <= now;

    /// <summary>Whether a recovery point of that retention may come into the vault.</summary>
    /// <param name="days">Null for one that is kept for ever.</param>
    public bool Admits(int? days) => days is null ? MaxRetentionDays is null : !(days < MinRetentionDays) && !(days > MaxRetentionDays);
}
