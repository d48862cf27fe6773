using RestoreDrill.Sandbox.Backup.Copies;
using RestoreDrill.Sandbox.Backup.Jobs;
using RestoreDrill.Sandbox.Backup.LegalHolds;
using RestoreDrill.Sandbox.Backup.RecoveryPoints;
using RestoreDrill.Sandbox.Backup.Restores;
using RestoreDrill.Sandbox.Backup.Vaults;

namespace RestoreDrill.Sandbox.Backup;

/// <summary>What one account has in AWS Backup, over all regions, as it is written to disk.</summary>
internal sealed class BackupState
{
    /// <summary>Whether the account has been given the vaults that it begins with.</summary>
    public bool IsFurnished { get; set; }

    public List<BackupVault> Vaults { get; init; } = [];

    public List<RecoveryPoint> RecoveryPoints { get; init; } = [];

    /// <summary>Oldest first.</summary>
    public List<BackupJob> BackupJobs { get; init; } = [];

    /// <summary>Those started in this account, oldest first.</summary>
    public List<CopyJob> CopyJobs { get; init; } = [];

    /// <summary>Oldest first.</summary>
    public List<RestoreJob> RestoreJobs { get; init; } = [];

    /// <summary>Active ones, and the records of those that were cancelled; oldest first.</summary>
    public List<LegalHold> LegalHolds { get; init; } = [];

    /// <summary>Of the management account only: the organisation's settings that differ from AWS's first ones.</summary>
    public Dictionary<string, string> GlobalSettings { get; init; } = [];

    public DateTimeOffset? GlobalSettingsUpdatedAt { get; set; }
}
