using RestoreDrill.Core.Copying;

namespace RestoreDrill.Core.Tests.Cloud;

/// <summary>A snapshot and when it becomes available.</summary>
internal sealed class MemorySnapshot(CloudSnapshot snapshot, DateTimeOffset availableAt)
{
    public CloudSnapshot Snapshot { get; set; } = snapshot;

    public DateTimeOffset AvailableAt { get; } = availableAt;

    /// <summary>A status of its own, whatever the time; null: none.</summary>
    public string? Status { get; set; }
}
