using System.Text.Json.Serialization;
using RestoreDrill.Sandbox.Backup.Vaults;

namespace RestoreDrill.Sandbox.Backup.RecoveryPoints;

/// <summary>A recovery point of an RDS instance, as kept on disk. RDS is not "fully managed" by AWS Backup: the point is a DB snapshot and has its ARN.</summary>
internal sealed class RecoveryPoint
{
    public const string Creating = "CREATING";
    public const string Completed = "COMPLETED";

    /// <summary>Its retention is over, or it was to be deleted and could not be; what <see cref="PointExpiry"/> and <see cref="PointRemoval"/> say.</summary>
    public const string Expired = "EXPIRED";

    public required string AccountId { get; init; }

    public required string Region { get; init; }

    public required string VaultName { get; init; }

    /// <summary>The ARN of the DB snapshot.</summary>
    public required string Arn { get; init; }

    public required string SnapshotStorageId { get; init; }

    /// <summary>The ARN of the instance, in the account that it was backed up in.</summary>
    public required string ResourceArn { get; init; }

    public required string ResourceName { get; init; }

    /// <summary>Of a copy: the vault it was copied from.</summary>
    public string? SourceVaultArn { get; init; }

    public required string RoleArn { get; init; }

    /// <summary><see cref="Creating"/>, <see cref="Completed"/> or <see cref="Expired"/>.</summary>
    public required string Status { get; set; }

    /// <summary>Why it could not be deleted; null as long as nobody has tried in vain.</summary>
    public string? StatusMessage { get; set; }

    /// <summary>
    /// What its retention counts from. "Copies retain their source configuration, including creation dates ... The creation date refers to when the source was
    /// created, not when the copy was created" (AWS Backup developer guide, "Backup and tag copy").
    /// </summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>When the job that made it began.</summary>
    public required DateTimeOffset InitiatedAt { get; init; }

    public DateTimeOffset? CompletedAt { get; set; }

    public PointLifecycle? Lifecycle { get; set; }

    public string? EncryptionKeyArn { get; init; }

    /// <summary>What GetRecoveryPointRestoreMetadata answers.</summary>
    public Dictionary<string, string> RestoreMetadata { get; init; } = [];

    /// <summary>When its retention is over; null for never.</summary>
    [JsonIgnore]
    public DateTimeOffset? DeleteAt => Lifecycle?.RetentionDays is { } days ? CreatedAt.AddDays(days) : null;

    /// <summary>Whether it can be restored and copied.</summary>
    [JsonIgnore]
    public bool IsCompleted => Status == Completed;

    public bool IsIn(BackupVault vault) => VaultName == vault.Name && Region == vault.Region && AccountId == vault.AccountId;
}
