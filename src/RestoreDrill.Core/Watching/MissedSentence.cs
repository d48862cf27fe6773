using RestoreDrill.Core.Runs;

namespace RestoreDrill.Core.Watching;

/// <summary>What is recorded of a run that did not happen: what should have begun when, what is safe, what to do next.</summary>
internal static class MissedSentence
{
    public static string Of(WatchedJob job, DueMoment moment, Run? good, DateTimeOffset now)
    {
        var (what, proof, verb) = job.Kind == RunKind.Copy ? ("copy run", "good copy", "copy") : ("drill", "proof", "drill");
        var local = TimeZoneInfo.ConvertTime(moment.Occurrence, TimeZoneInfo.FindSystemTimeZoneById(job.TimeZone));
        var safe = good is { FinishedAt: { } finished }
            ? $"the last {proof} is that of run {good.Id}, finished {At(finished)}, {Age(now - finished)} ago"
            : $"no {proof} is on record in the last {Watch.Horizon.TotalDays:0} days";
        return $"The {what} of '{job.Database}' that was scheduled for {At(moment.Occurrence)} ({local:HH:mm} {job.TimeZone}) did not happen: due at {At(moment.Due)}, "
            + $"none had begun or was under way by {At(moment.Deadline)}. The copies in the vault are untouched; {safe}. "
            + $"Next: restoredrill {verb} {job.Database} makes up for it now. Then see why: was the service running then (/healthz/ready, its log), and is {job.Name} "
            + "without an error in /hangfire/recurring? See runbooks/run-missed.md.";
    }

    private static string At(DateTimeOffset moment) => $"{moment.ToUniversalTime():yyyy-MM-dd HH:mm} UTC";

    private static string Age(TimeSpan age) => age.TotalHours < 48 ? $"{age.TotalHours:0.#} h" : $"{age.TotalDays:0.#} days";
}
