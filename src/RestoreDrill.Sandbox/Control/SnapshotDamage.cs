namespace RestoreDrill.Sandbox.Control;

/// <summary>A damage to do to a snapshot.</summary>
public sealed record SnapshotDamage
{
    /// <summary>The snapshot's identifier.</summary>
    public required string Snapshot { get; init; }

    /// <summary>The account it lies in, by name or id.</summary>
    public string Account { get; init; } = "vault";

    public required SnapshotFault Fault { get; init; }

    /// <summary>Needed by every fault but <see cref="SnapshotFault.RemoveControlFile"/>.</summary>
    public string? Database { get; init; }

    /// <summary>The table, with its schema unless that is <c>public</c>. Of a partitioned table the largest partition is damaged.</summary>
    public string? Table { get; init; }

    /// <summary>For <see cref="SnapshotFault.SwapValues"/>; without one the first column that is in no index and has differing values.</summary>
    public string? Column { get; init; }
}
