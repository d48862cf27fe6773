using RestoreDrill.Core.Runs;

namespace RestoreDrill.Core.Copying.Backups;

/// <summary>Reads job states.</summary>
internal static class JobStates
{
    /// <param name="job">The job in words, with its id.</param>
    /// <param name="state">AWS's state.</param>
    /// <param name="message">AWS's words.</param>
    /// <param name="next">What to do when nothing is known of the trouble, as a sentence.</param>
    /// <exception cref="StepFailedException">The job failed for good, or is in a state that this version does not know.</exception>
    public static JobState Of(
        string job, string state, string? message, string next = "Look at the job in the AWS Backup console of the source account; start a new copy run when the cause is known.")
    {
        switch (state)
        {
            case "COMPLETED":
                return JobState.Completed;
            case "CREATED" or "PENDING" or "RUNNING":
                return JobState.OnItsWay;
            case "FAILED" or "ABORTING" or "ABORTED" or "EXPIRED" or "PARTIAL":
                var trouble = JobTrouble.In(message);
                return trouble is { MayPass: true } ? JobState.MayBeAskedAgain : throw new StepFailedException(
                    $"{job} is {state}: {message?.TrimEnd('.') ?? "AWS gives no reason"}. {trouble?.Advice ?? next}");
            default:
                throw new StepFailedException($"{job} is '{state}', which is neither completed nor on its way. {next}");
        }
    }

    /// <summary>A job may be COMPLETED with words about what it did not do: they go into the run's history.</summary>
    /// <param name="step">The step that saw the job completed.</param>
    /// <param name="job">The job in words, with its id.</param>
    /// <param name="message">AWS's words; null: none.</param>
    public static IReadOnlyList<RunEvent> WordsOf<TState>(Step<TState> step, string job, string? message)
        where TState : class =>
        message is { Length: > 0 } words ? [step.Event(RunEventKind.Warning, $"AWS Backup says of {job}: {words}")] : [];
}
