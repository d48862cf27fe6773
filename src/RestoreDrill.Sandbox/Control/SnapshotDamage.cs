namespace RestoreDrill.Sandbox.Control;

/// <summary>A damage to do to a snapshot. Which of the optional members a fault needs is in docs/sandbox.md; one that lacks them is refused.</summary>
public sealed record SnapshotDamage
{
    /// <summary>The snapshot's identifier.</summary>
    public required string Snapshot { get; init; }

    /// <summary>The account it lies in, by name or id.</summary>
    public string Account { get; init; } = "vault";

    public required SnapshotFault Fault { get; init; }

    public string? Database { get; init; }

    /// <summary>The table, with its schema unless that is <c>public</c>. Of a partitioned table the largest partition is damaged.</summary>
    public string? Table { get; init; }

    /// <summary>Where values are swapped or changed; without one the first column that is in no index and has differing values, or the first that fits.</summary>
    public string? Column { get; init; }

    /// <summary>The object that is damaged, where it is no table: an index, a role, a policy, a schema; quoted where SQL needs quotes.</summary>
    public string? ObjectName { get; init; }

    /// <summary>
    /// Another snapshot of the same account whose content takes the place of this one's. Without one the latest that was taken before this one of the same
    /// instance, or of another instance where the fault is about that.
    /// </summary>
    public string? Donor { get; init; }
}
