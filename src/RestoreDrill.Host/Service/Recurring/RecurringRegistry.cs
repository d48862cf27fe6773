using Hangfire;
using Hangfire.Common;
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
    /// <summary>Registers everything, as at each start. What is registered already keeps its next moment.</summary>
    public void RegisterAll()
    {
        foreach (var job in jobs)
        {
            Register(job);
        }
    }

    /// <summary>Registers again what is missing, disabled or altered.</summary>
    /// <returns>What was, and why.</returns>
    public IReadOnlyList<(RecurringJob Job, string Reason)> Restore()
    {
        using var connection = storage.GetConnection();
        var registered = connection.GetRecurringJobs();
        var restored = new List<(RecurringJob, string)>();
        foreach (var job in jobs)
        {
            if ((Trouble(job, registered.Find(other => other.Id == job.Name)) ?? MisfireTrouble(job, connection)) is { } reason)
            {
                // Registering alone leaves a job without a next moment if Hangfire noted no error with it.
                hangfire.RemoveIfExists(job.Name);
                Register(job);
                restored.Add((job, reason));
            }
        }

        return restored;
    }

    private static string? Trouble(RecurringJob job, RecurringJobDto? found) => found switch
    {
        null or { Removed: true } => "it was missing",
        { NextExecution: null } => $"Hangfire had disabled it{Because(found)}",
        { LoadException: { } exception } => $"Hangfire could not load it: {FirstLine(exception.Message)}",
        _ when found.Cron != job.Cron || found.TimeZoneId != job.TimeZone.Id => $"its schedule was '{found.Cron}' {found.TimeZoneId}, not '{job.Cron}' {job.TimeZone.Id}",
        _ when !Calls(found.Job, job.Name) => "it called something else",
        _ => null,
    };

    /// <summary>Only Hangfire's own hash tells the misfire mode; relaxed is not written (RecurringJobEntity, 1.8.25).</summary>
    private static string? MisfireTrouble(RecurringJob job, IStorageConnection connection)
    {
        var stored = connection.GetAllEntriesFromHash($"recurring-job:{job.Name}")?.GetValueOrDefault("Misfire");
        var found = Enum.TryParse<MisfireHandlingMode>(stored, out var mode) ? mode : MisfireHandlingMode.Relaxed;
        return found == job.Misfire ? null : $"moments that passed without a service were {found} to it, not {job.Misfire}";
    }

    private static bool Calls(Job? found, string name) =>
        JobCall.Do(name) is var call && found?.Type == call.Type && found.Method == call.Method && Equals(found.Args[0], name);

    private static string Because(RecurringJobDto found) => string.IsNullOrEmpty(found.Error) ? "" : $": {FirstLine(found.Error)}";

    private static string FirstLine(string text) => text.Split('\n', 2)[0].Trim();

    private void Register(RecurringJob job) => hangfire.AddOrUpdate(
        job.Name, JobCall.Do(job.Name), job.Cron, new RecurringJobOptions { TimeZone = job.TimeZone, MisfireHandling = job.Misfire });
}
