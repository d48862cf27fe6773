namespace RestoreDrill.Dashboard.Runs;

/// <summary>How a run stands to one of its phases.</summary>
internal enum PhaseStatus
{
    /// <summary>It was gone through.</summary>
    Done,

    /// <summary>The run is in it.</summary>
    Current,

    /// <summary>It was entered, left for an earlier one, and will be entered again.</summary>
    Interrupted,

    ToCome,

    /// <summary>The run went on, or ended, without it.</summary>
    PassedOver,
}
