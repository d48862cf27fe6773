using Hangfire;
using Hangfire.Storage;
using RestoreDrill.Host.Service.Jobs;

namespace RestoreDrill.Host.Service.Recurring;

/// <summary>
/// Keeps what recurs registered with Hangfire. Hangfire disables a recurring job silently and for good after six attempts that failed to
/// schedule it (RecurringJobScheduler, 1.8.25); a full disk or a host of another release suffices.
/// </summary>
/// <remarks>While those attempts last, the job is left alone: registering it again would drop the moment that is still to be made up for.</remarks>
internal sealed class RecurringRegistry(JobStorage storage, IRecurringJobManager hangfire, IReadOnlyList<RecurringJob> jobs)
{
    /// <summary>
    /// Registers everything and takes out the copies and drills that are not scheduled, as at each start. What is registered already keeps its
    /// next moment, also if Hangfire is still trying to schedule it. Names that this release does not know are left alone.
    /// </summary>
    public void RegisterAll()
    {
        var registered = Registered();
        foreach (var job in jobs.Where(job => !IsTried(job, registered)))
        {
            Register(job);
        }

        foreach (var name in registered.Select(static found => found.Id).Where(name => RecurringName.TryParse(name, out _, out _) && jobs.All(job => job.Name != name)))
        {
            hangfire.RemoveIfExists(name);
        }
    }

    /// <summary>
    /// Registers again what is missing or disabled. One that only has another schedule is left alone: while a configuration is rolled out hosts
    /// differ, and the one that started last decides.
    /// </summary>
    /// <returns>What was, and why.</returns>
    public IReadOnlyList<(RecurringJob Job, string Reason)> Restore()
    {
        var registered = Registered();
        var restored = new List<(RecurringJob, string)>();
        foreach (var job in jobs)
        {
            if (Trouble(registered.Find(other => other.Id == job.Name)) is { } reason)
            {
                // Registering alone leaves a job without a next moment if Hangfire noted no error with it.
                hangfire.RemoveIfExists(job.Name);
                Register(job);
                restored.Add((job, reason));
            }
        }

        return restored;
    }

    private static bool IsTried(RecurringJob job, List<RecurringJobDto> registered) => registered.Exists(
        found => found.Id == job.Name && Trouble(found) is null && found.Error is { Length: > 0 } && found.Cron == job.Cron && found.TimeZoneId == job.TimeZone.Id);

    private static string? Trouble(RecurringJobDto? found) => found switch
    {
        null or { Removed: true } => "it was missing",
        { NextExecution: null } => $"Hangfire had disabled it{Because(found)}",
        { LoadException: { } exception } => $"Hangfire could not load it: {FirstLine(exception.Message)}",
        _ => null,
    };

    private static string Because(RecurringJobDto found) => string.IsNullOrEmpty(found.Error) ? "" : $": {FirstLine(found.Error)}";

    private static string FirstLine(string text) => text.Split('\n', 2)[0].Trim();

    private List<RecurringJobDto> Registered()
    {
        using var connection = storage.GetConnection();
        return connection.GetRecurringJobs();
    }

    private void Register(RecurringJob job) => hangfire.AddOrUpdate(
        job.Name, JobCall.Do(job.Name), job.Cron, new RecurringJobOptions { TimeZone = job.TimeZone, MisfireHandling = job.Misfire });
}
