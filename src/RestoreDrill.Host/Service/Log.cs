using Microsoft.Extensions.Logging;
using RestoreDrill.Core.Runs;

namespace RestoreDrill.Host.Service;

/// <summary>All that the service logs. Event ids are stable: alerts may rely on them.</summary>
internal static partial class Log
{
    [LoggerMessage(1, LogLevel.Information, "RestoreDrill {Version} serves installation {Installation} at {Address}: dashboard {Address}/hangfire, health {Address}/healthz/ready")]
    public static partial void Serving(this ILogger log, string version, string installation, string address);

    [LoggerMessage(2, LogLevel.Warning, "Not ready: {Reason} It is tried again every {Seconds} s.")]
    public static partial void NotReady(this ILogger log, string reason, double seconds);

    [LoggerMessage(3, LogLevel.Information, "Ready: {Workers} workers for scheduled runs, {AskedWorkers} for what people ask for; {Recurring} recurring jobs")]
    public static partial void Ready(this ILogger log, int workers, int askedWorkers, int recurring);

    [LoggerMessage(4, LogLevel.Information, "Stopping: steps under way are cut off and go on elsewhere")]
    public static partial void Stopping(this ILogger log);

    [LoggerMessage(5, LogLevel.Information, "Ready again: the store answers. Workers come back within a minute")]
    public static partial void ReadyAgain(this ILogger log);

    [LoggerMessage(10, LogLevel.Information, "Run {RunId} ({Kind} of {Database}) is opened, asked for by {Trigger}, carried by job {JobId}")]
    public static partial void RunOpened(this ILogger log, RunId runId, RunKind kind, string database, string trigger, string jobId);

    [LoggerMessage(11, LogLevel.Information, "Run {RunId} is in {Phase}: {Note}")]
    public static partial void PhaseEntered(this ILogger log, RunId runId, string phase, string note);

    [LoggerMessage(12, LogLevel.Information, "Run {RunId} ended {Outcome}: {Summary}")]
    public static partial void RunFinished(this ILogger log, RunId runId, RunOutcome outcome, string summary);

    [LoggerMessage(13, LogLevel.Warning, "Run {RunId} is taken up again by job {JobId}: {Reason}")]
    public static partial void RunTakenUp(this ILogger log, RunId runId, string jobId, string reason);

    [LoggerMessage(14, LogLevel.Warning, "Run {RunId} has trouble in {Phase}, the {Troubles}. time; it is tried again: {Note}")]
    public static partial void InTrouble(this ILogger log, RunId runId, string phase, int troubles, string note);

    [LoggerMessage(20, LogLevel.Warning, "Recurring job {Name} is registered again: {Reason}")]
    public static partial void RecurringRestored(this ILogger log, string name, string reason);

    [LoggerMessage(21, LogLevel.Warning, "The watch found {Count} new incidents; restoredrill status shows them")]
    public static partial void WatchFound(this ILogger log, int count);

    [LoggerMessage(22, LogLevel.Information, "Sweep: {Found} scratch instances found, {Removed} removed, {Left} left")]
    public static partial void Swept(this ILogger log, int found, int removed, int left);

    [LoggerMessage(24, LogLevel.Information, "Looked at the guard rails: {Found}")]
    public static partial void LookedAtGuardRails(this ILogger log, string found);

    [LoggerMessage(23, LogLevel.Warning, "The guard could not look: {Reason}")]
    public static partial void GuardCouldNotLook(this ILogger log, string reason);
}
