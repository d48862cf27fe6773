namespace RestoreDrill.Core.Runs;

/// <summary>What a run does.</summary>
public enum RunKind
{
    /// <summary>"Snapshot, then copy it into the vault account".</summary>
    Copy,

    /// <summary>"Restore a copy into a scratch instance, verify it, remove it".</summary>
    Drill,

    /// <summary>"Restore a copy into an instance that is kept": an emergency restore. It is planned and confirmed by a person; no schedule, service or watch knows of it.</summary>
    Restore,
}
