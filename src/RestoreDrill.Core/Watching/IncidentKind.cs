namespace RestoreDrill.Core.Watching;

/// <summary>What happened outside of a run, or did not.</summary>
public enum IncidentKind
{
    /// <summary>A copy run that should have begun did not.</summary>
    CopyMissed,

    /// <summary>A drill that should have begun did not.</summary>
    DrillMissed,

    /// <summary>What was asked for could not even begin, and no run tells of it.</summary>
    Refused,

    /// <summary>A recurring job was lost, disabled or failing, and was registered again.</summary>
    RecurringRestored,

    /// <summary>An open run made no step for too long, or had lost its job, and was taken up again.</summary>
    RunTakenUp,

    /// <summary>A scratch instance whose run is gone or that is over age was removed: a defect.</summary>
    ScratchRemoved,

    /// <summary>A scratch instance that should be removed and was not: RestoreDrill cannot be sure of it, or AWS refused.</summary>
    ScratchLeft,

    /// <summary>A guard rail that held, or that nobody had asked about, is broken.</summary>
    GuardRailBroken,
}
