using RestoreDrill.Core.Runs;

namespace RestoreDrill.Core.Watching;

/// <summary>Since when what recurs recurs as it does: nothing is missed that was not scheduled yet.</summary>
public interface IScheduleLog
{
    /// <summary>Remembers a schedule.</summary>
    /// <param name="job">The recurring job's name.</param>
    /// <param name="schedule">Expression, time zone and what else decides when it is due, as one text.</param>
    /// <param name="cancellationToken">Cancels the question.</param>
    /// <returns>Since when it is scheduled so (the store's clock).</returns>
    Task<DateTimeOffset> RememberScheduleAsync(string job, string schedule, CancellationToken cancellationToken);

    /// <summary>What is remembered of a recurring job; null: nothing.</summary>
    Task<KnownSchedule?> FindScheduleAsync(string job, CancellationToken cancellationToken);

    /// <summary>Remembers until when it is known whether a job's runs happened; an earlier moment than the remembered one changes nothing.</summary>
    Task RememberWatchedAsync(string job, DateTimeOffset until, CancellationToken cancellationToken);

    /// <summary>Forgets the schedules of copies and drills that are not scheduled any more.</summary>
    /// <param name="jobs">The jobs that are.</param>
    /// <param name="cancellationToken">Cancels the change.</param>
    Task ForgetSchedulesExceptAsync(IReadOnlyCollection<string> jobs, CancellationToken cancellationToken);

    /// <summary>Runs of a kind and database that were created in a stretch of time, oldest first.</summary>
    Task<IReadOnlyList<Run>> ListCreatedAsync(RunKind kind, string database, DateTimeOffset since, DateTimeOffset until, CancellationToken cancellationToken);

    /// <summary>The store's clock.</summary>
    Task<DateTimeOffset> ClockAsync(CancellationToken cancellationToken);
}
