namespace RestoreDrill.Core.Runs;

/// <summary>What a run does.</summary>
public enum RunKind
{
    /// <summary>"Snapshot, then copy it into the vault account".</summary>
    Copy,

    /// <summary>"Restore a copy into a scratch instance, verify it, remove it".</summary>
    Drill,
}
