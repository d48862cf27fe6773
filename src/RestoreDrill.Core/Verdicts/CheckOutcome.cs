namespace RestoreDrill.Core.Verdicts;

/// <summary>How a check ended. Only <see cref="Passed"/> is a pass.</summary>
public enum CheckOutcome
{
    Passed,
    Failed,
    Errored,
    TimedOut,

    /// <summary>Could not be asked here, for a stated reason; lowers what is proven.</summary>
    NotAvailable,
}
