namespace RestoreDrill.Core.Runs;

/// <summary>What a line of a run's history is about.</summary>
public enum RunEventKind
{
    /// <summary>The run entered a phase.</summary>
    Phase,

    /// <summary>AWS was asked to change something, and answered.</summary>
    Call,

    /// <summary>Something was observed: a status, a reading, a hazard.</summary>
    Observed,

    /// <summary>Something to know that does not decide the outcome.</summary>
    Warning,

    /// <summary>A step failed in a way that may pass; it is tried again.</summary>
    Trouble,

    /// <summary>A failure that decides the outcome.</summary>
    Failure,

    /// <summary>The verdict or the end.</summary>
    Conclusion,
}
