using System.Text.Json.Serialization;

namespace RestoreDrill.Sandbox.Backup.Restores;

/// <summary>A restore job of a recovery point of an RDS instance, as kept on disk.</summary>
internal sealed class RestoreJob
{
    public required string Id { get; init; }

    public required string AccountId { get; init; }

    public required string Region { get; init; }

    public required string RecoveryPointArn { get; init; }

    public required DateTimeOffset RecoveryPointCreatedAt { get; init; }

    public required string VaultArn { get; init; }

    /// <summary>The ARN of the instance that was backed up, in the account that it was backed up in.</summary>
    public required string SourceResourceArn { get; init; }

    public required string RoleArn { get; init; }

    /// <summary>The caller's token, and what it was given for.</summary>
    public string? IdempotencyToken { get; init; }

    public required string Fingerprint { get; init; }

    /// <summary>What RDS is asked for, as parameters of RestoreDBInstanceFromDBSnapshot.</summary>
    public required Dictionary<string, string> Parameters { get; init; }

    /// <summary>Whether the instance gets the tags of the recovery point.</summary>
    public bool CopiesTags { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset? CompletedAt { get; set; }

    /// <summary>One of <see cref="RestoreJobStatus"/>.</summary>
    public string Status { get; set; } = RestoreJobStatus.Pending;

    public string? StatusMessage { get; set; }

    /// <summary>The ARN of the restored instance, once there is one.</summary>
    public string? CreatedResourceArn { get; set; }

    /// <summary>One of <see cref="Restores.ValidationStatus"/>, once somebody has said it.</summary>
    public string? ValidationStatus { get; set; }

    public string? ValidationStatusMessage { get; set; }

    [JsonIgnore]
    public bool IsOpen => Status is RestoreJobStatus.Pending or RestoreJobStatus.Running;
}
