using System.Text.Json.Serialization;
using RestoreDrill.Sandbox.Rds.Tags;

namespace RestoreDrill.Sandbox.Backup.LegalHolds;

/// <summary>A legal hold, as kept on disk: "Legal holds apply only to the original backup on which they are placed", so that no copy is held by it (developer guide, "Legal holds").</summary>
internal sealed class LegalHold
{
    public required string Id { get; init; }

    public required string AccountId { get; init; }

    public required string Region { get; init; }

    public required string Title { get; init; }

    public required string Description { get; init; }

    /// <summary>The caller's token, and what it was given for.</summary>
    public string? IdempotencyToken { get; init; }

    public required string Fingerprint { get; init; }

    /// <summary>As it was asked for; null for all points of the account and region.</summary>
    public PointSelection? Selection { get; init; }

    /// <summary>
    /// The ARNs of the points that it holds. That AWS takes in none that are made later is not said in so many words; but its dates must not lie in the future.
    /// </summary>
    public required List<string> PointArns { get; init; }

    public List<ResourceTag> Tags { get; init; } = [];

    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>One of <see cref="LegalHoldStatus"/>.</summary>
    public string Status { get; set; } = LegalHoldStatus.Active;

    public DateTimeOffset? CancelledAt { get; set; }

    public string? CancelDescription { get; set; }

    /// <summary>Of one that is cancelled: until when its record is kept; null for ever.</summary>
    public DateTimeOffset? RetainRecordUntil { get; set; }

    [JsonIgnore]
    public string Arn => $"arn:aws:backup:{Region}:{AccountId}:legal-hold:{Id}";

    [JsonIgnore]
    public bool IsActive => Status == LegalHoldStatus.Active;

    /// <summary>Whether its record is there still.</summary>
    public bool IsOnRecord(DateTimeOffset now) => !(RetainRecordUntil <= now);
}
