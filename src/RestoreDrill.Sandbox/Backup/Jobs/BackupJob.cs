using System.Text.Json.Serialization;
using RestoreDrill.Sandbox.Backup.RecoveryPoints;
using RestoreDrill.Sandbox.Rds.Tags;

namespace RestoreDrill.Sandbox.Backup.Jobs;

/// <summary>A backup job of an RDS instance, as kept on disk.</summary>
internal sealed class BackupJob
{
    public required string Id { get; init; }

    public required string AccountId { get; init; }

    public required string Region { get; init; }

    public required string VaultName { get; init; }

    /// <summary>The instance's ARN.</summary>
    public required string ResourceArn { get; init; }

    public required string ResourceName { get; init; }

    public required string RoleArn { get; init; }

    /// <summary>The caller's token, and what it was given for.</summary>
    public string? IdempotencyToken { get; init; }

    public required string Fingerprint { get; init; }

    public PointLifecycle? Lifecycle { get; init; }

    /// <summary>Of the recovery point, beside those of the instance.</summary>
    public List<ResourceTag> Tags { get; init; } = [];

    /// <summary>Whether a logically air-gapped vault was to have the backup, too.</summary>
    public bool IsForAirGappedVault { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Until when it may wait for the instance to be available.</summary>
    public required DateTimeOffset StartBy { get; init; }

    public DateTimeOffset? InitiatedAt { get; set; }

    public DateTimeOffset? CompletedAt { get; set; }

    /// <summary>One of <see cref="JobState"/>.</summary>
    public string State { get; set; } = JobState.Created;

    public string? StatusMessage { get; set; }

    public string? RecoveryPointArn { get; set; }

    public string? SnapshotStorageId { get; set; }

    public string? EncryptionKeyArn { get; set; }

    [JsonIgnore]
    public bool IsOpen => JobState.IsOpen(State);
}
