using RestoreDrill.Core.Cloud;
using RestoreDrill.Core.Runs;
using RestoreDrill.Host.Commands;

namespace RestoreDrill.Host.Restoring;

/// <summary>An emergency restore, or its planning, could not go on.</summary>
/// <param name="cause">Why.</param>
/// <param name="plan">The plan's file that was being carried out; null: it was planned.</param>
internal sealed class RestoreBrokenOffException(Exception cause, string? plan) : Exception(cause.Message, cause)
{
    /// <summary>What kind of error it is, for machines.</summary>
    public string Kind { get; } = cause switch
    {
        RunHeldUpException => "safety-rule",
        CloudException => "aws",
        _ => "journal",
    };

    public int ExitCode { get; } = cause is RunHeldUpException ? ExitCodes.SafetyRule : ExitCodes.Failed;

    public string Safe { get; } = plan is null
        ? "Nothing was changed."
        : "No copy is touched, and nothing is removed. What AWS was asked for goes on there; what was done is in the journal beside the plan.";

    public string Next { get; } = (cause, plan) switch
    {
        (_, null) => "Mend what is named, and repeat the command. Without RestoreDrill: runbooks/emergency-restore.md, \"By hand\".",
        (RunHeldUpException held, _) =>
            $"If it is still the restored instance, put back what it lacks, as an administrator of the vault account: `{held.Remedy}`. Then go on with the same command: restoredrill restore run {plan}. It never makes a second instance.",
        _ => $"Mend what is named, and go on with the same command: restoredrill restore run {plan}. It never makes a second instance.",
    };
}
