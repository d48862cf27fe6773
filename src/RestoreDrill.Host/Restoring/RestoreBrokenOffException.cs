namespace RestoreDrill.Host.Restoring;

/// <summary>An emergency restore, or its planning, could not go on.</summary>
/// <param name="cause">Why.</param>
/// <param name="plan">The plan's file that was being carried out; null: it was planned.</param>
internal sealed class RestoreBrokenOffException(Exception cause, string? plan) : Exception(cause.Message, cause)
{
    public string Safe { get; } = plan is null
        ? "Nothing was changed."
        : "No copy is touched, and nothing is removed. What AWS was asked for goes on there; what was done is in the journal beside the plan.";

    public string Next { get; } = plan is null
        ? "Mend what is named, and repeat the command. Without RestoreDrill: runbooks/emergency-restore.md, \"By hand\"."
        : $"Mend what is named, and go on with the same command: restoredrill restore run {plan}. It never makes a second instance.";
}
