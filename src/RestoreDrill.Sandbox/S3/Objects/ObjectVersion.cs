using System.Text.Json.Serialization;
using RestoreDrill.Sandbox.S3.Locks;

namespace RestoreDrill.Sandbox.S3.Objects;

/// <summary>A version of an object, or a delete marker, as kept on disk.</summary>
internal sealed class ObjectVersion
{
    /// <summary>The id of a version that was made while the bucket had no versions, or had them suspended.</summary>
    public const string Null = "null";

    public required string Key { get; init; }

    public required string VersionId { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>What was put; null for a delete marker.</summary>
    public StoredContent? Content { get; init; }

    public Retention? Retention { get; set; }

    /// <summary><see cref="LegalHolds.On"/>, <see cref="LegalHolds.Off"/>, or null where it was never set.</summary>
    public string? LegalHold { get; set; }

    [JsonIgnore]
    public bool IsDeleteMarker => Content is null;
}
