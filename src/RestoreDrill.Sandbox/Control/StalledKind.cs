namespace RestoreDrill.Sandbox.Control;

/// <summary>What a stall is about.</summary>
public enum StalledKind
{
    /// <summary>A DB instance.</summary>
    Instance,

    /// <summary>A DB snapshot or copy.</summary>
    Snapshot,
}
