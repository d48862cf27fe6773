using System.Text.Json.Serialization;
using RestoreDrill.Sandbox.Backup.Jobs;
using RestoreDrill.Sandbox.Backup.RecoveryPoints;

namespace RestoreDrill.Sandbox.Backup.Copies;

/// <summary>A copy job, as kept on disk in the account that started it.</summary>
internal sealed class CopyJob
{
    public required string Id { get; init; }

    public required string AccountId { get; init; }

    public required string Region { get; init; }

    public required string SourceVaultArn { get; init; }

    public required string SourcePointArn { get; init; }

    public required string DestinationVaultArn { get; init; }

    public required string ResourceArn { get; init; }

    public required string ResourceName { get; init; }

    public required string RoleArn { get; init; }

    /// <summary>The caller's token, and what it was given for.</summary>
    public string? IdempotencyToken { get; init; }

    public required string Fingerprint { get; init; }

    /// <summary>As it was asked for; null for that of the source.</summary>
    public PointLifecycle? Lifecycle { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset? CompletedAt { get; set; }

    /// <summary>One of <see cref="JobState"/>, never expired.</summary>
    public string State { get; set; } = JobState.Created;

    public string? StatusMessage { get; set; }

    public string? DestinationPointArn { get; set; }

    public string? DestinationKeyArn { get; set; }

    /// <summary>What the copy has; null until the job runs.</summary>
    public PointLifecycle? DestinationLifecycle { get; set; }

    /// <summary><c>LOCKED</c> or <c>UNLOCKED</c>, as the destination was when the job ran; null until then.</summary>
    public string? DestinationLockState { get; set; }

    [JsonIgnore]
    public bool IsOpen => JobState.IsOpen(State);
}
