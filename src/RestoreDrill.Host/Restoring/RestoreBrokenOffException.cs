using RestoreDrill.Core.Cloud;
using RestoreDrill.Core.Refusals;
using RestoreDrill.Core.Runs;
using RestoreDrill.Host.Commands;
using RestoreDrill.Host.Configuration;
using RestoreDrill.Host.Running;
using RestoreDrill.Records.Journal;

namespace RestoreDrill.Host.Restoring;

/// <summary>An emergency restore, or its planning, could not go on.</summary>
internal sealed class RestoreBrokenOffException : Exception
{
    private const string ByHand = "Without RestoreDrill: runbooks/emergency-restore.md, \"By hand\".";

    private RestoreBrokenOffException(Exception cause, string message, string next, string safe)
        : base(message, cause) => (Next, Safe) = (next, safe);

    /// <summary>What kind of error it is, for machines.</summary>
    public string Kind => InnerException switch
    {
        OperationCanceledException => "cancelled",
        RunHeldUpException { InnerException: CloudException } => "aws",
        RunHeldUpException => "safety-rule",
        CloudException => "aws",
        StoreUnavailableException or IOException or UnauthorizedAccessException => "journal",
        _ => "unexpected",
    };

    public int ExitCode => InnerException switch
    {
        OperationCanceledException => ExitCodes.Cancelled,
        RunHeldUpException { InnerException: not CloudException } => ExitCodes.SafetyRule,
        _ => ExitCodes.Failed,
    };

    public string Safe { get; }

    public string Next { get; }

    /// <summary>Whether an exception is a refusal that says itself what is so and what to do.</summary>
    public static bool IsRefusal(Exception exception) =>
        exception is RefusedException or UsageException or ConfigurationException or BrokenJournalException or JournalInUseException or RestoreBrokenOffException;

    /// <summary>Planning broke off.</summary>
    /// <param name="cause">Why.</param>
    /// <param name="command">The command that was given.</param>
    public static RestoreBrokenOffException OfPlanning(Exception cause, string command) => Of(cause, "Nothing was changed.", $"repeat the command: {command}.", ByHand);

    /// <summary>A restore broke off.</summary>
    /// <param name="cause">Why.</param>
    /// <param name="command">The command that was given; it goes on.</param>
    /// <param name="isBegun">Whether there is a journal of it.</param>
    public static RestoreBrokenOffException OfRestore(Exception cause, string command, bool isBegun) => Of(
        cause,
        isBegun ? "No copy is touched, and nothing is removed. What AWS was asked for goes on there; what was done is in the journal beside the plan." : "Nothing was begun, and nothing was changed.",
        $"go on with the same command: {command}. It never makes a second instance.",
        cause is CloudException ? string.Empty : ByHand);

    private static RestoreBrokenOffException Of(Exception cause, string safe, string again, string byHand) => cause switch
    {
        OperationCanceledException => new(cause, "Cancelled.", $"To {again}", safe),
        RunHeldUpException held => new(cause, cause.Message, held.GoesOn ? $"{held.Advice} Then {again}" : held.Advice, safe),
        CloudException or StoreUnavailableException or IOException or UnauthorizedAccessException => new(cause, cause.Message, $"Mend what is named, and {again} {byHand}".TrimEnd(), safe),
        _ => new(
            cause,
            $"{cause.GetType().Name}: {cause.Message}",
            $"To try once more, {again} If it ends so again, repeat it with RESTOREDRILL_TRACE=1 and report what it prints. {byHand}".TrimEnd(),
            safe),
    };
}
