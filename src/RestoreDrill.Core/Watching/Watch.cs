using RestoreDrill.Core.Chain;
using RestoreDrill.Core.Protection;
using RestoreDrill.Core.Runs;

namespace RestoreDrill.Core.Watching;

/// <summary>
/// Finds the copies and drills that should have begun and did not. It asks the schedule and the store's runs alone, whatever the scheduler
/// thinks; only the store's clock counts.
/// </summary>
/// <remarks>
/// Each scheduled moment is judged once, when the grace after it is over: what was judged is remembered in the store, so a look costs what is
/// new, and after a time in which nobody looked all of it is new. Further back than <see cref="Horizon"/> nothing is looked for.
/// </remarks>
public sealed class Watch(InstallationOptions options, IScheduleLog schedules, IIncidentLog incidents, IChainStore chain)
{
    /// <summary>How far back scheduled moments are looked at.</summary>
    public static readonly TimeSpan Horizon = TimeSpan.FromDays(35);

    /// <summary>At most so many misses of a job are recorded singly by one look, the latest; the first of them tells of those before it.</summary>
    public const int MostAtOnce = 100;

    /// <summary>How far the clocks of hosts that begin runs may be ahead of the store's.</summary>
    private static readonly TimeSpan HostClocks = TimeSpan.FromMinutes(5);

    /// <summary>A run that began before a deadline may be seen a moment later: its transaction was under way.</summary>
    private static readonly TimeSpan Settling = TimeSpan.FromSeconds(10);

    /// <summary>No run is open for longer: the limits of its phases add up to less.</summary>
    private static readonly TimeSpan LongestRun = TimeSpan.FromDays(7);

    /// <summary>Looks once. Safe on many hosts at once: what did not happen is recorded once.</summary>
    /// <returns>How many misses were recorded that were not on record yet.</returns>
    /// <exception cref="StoreUnavailableException">The store cannot be reached; the next look looks at the same again.</exception>
    public async Task<int> LookAsync(CancellationToken cancellationToken)
    {
        var clock = await schedules.ClockAsync(cancellationToken).ConfigureAwait(false);
        var jobs = Jobs();
        await schedules.ForgetSchedulesExceptAsync([.. jobs.Select(static job => job.Name)], cancellationToken).ConfigureAwait(false);
        var recorded = 0;
        foreach (var job in jobs)
        {
            recorded += await LookAtAsync(job, clock, cancellationToken).ConfigureAwait(false);
        }

        return recorded;
    }

    /// <summary>
    /// What a look would record now. Nothing is recorded: whoever asks may have another configuration than the service, and a schedule that no service
    /// has begun to watch, or that is another one there, is not judged.
    /// </summary>
    /// <returns>The incidents, oldest first of each job, and what is scheduled here but followed by no service.</returns>
    /// <exception cref="StoreUnavailableException">The store cannot be reached.</exception>
    public async Task<WatchFindings> FindAsync(CancellationToken cancellationToken)
    {
        var clock = await schedules.ClockAsync(cancellationToken).ConfigureAwait(false);
        var unrecorded = new List<Incident>();
        var unwatched = new List<UnwatchedSchedule>();
        foreach (var job in Jobs())
        {
            var known = await schedules.FindScheduleAsync(job.Name, cancellationToken).ConfigureAwait(false);
            if (known?.Text == job.Text)
            {
                unrecorded.AddRange((await JudgeAsync(job, known.Since, known.WatchedUntil ?? known.Since, clock, cancellationToken).ConfigureAwait(false)).Missed);
            }
            else
            {
                unwatched.Add(new UnwatchedSchedule(job.Kind, job.Database, FollowedOtherwise: known is not null));
            }
        }

        return new WatchFindings(unrecorded, unwatched);
    }

    private List<WatchedJob> Jobs() =>
    [
        .. from database in options.Databases
           from kind in (RunKind[])[RunKind.Copy, RunKind.Drill]
           where database.Schedule?.Of(kind) is not null
           select new WatchedJob(kind, database.Name, database.Schedule!),
    ];

    private async Task<int> LookAtAsync(WatchedJob job, DateTimeOffset clock, CancellationToken cancellationToken)
    {
        var since = await schedules.RememberScheduleAsync(job.Name, job.Text, cancellationToken).ConfigureAwait(false);
        var known = await schedules.FindScheduleAsync(job.Name, cancellationToken).ConfigureAwait(false);
        var (isNew, missed) = await JudgeAsync(job, since, known?.WatchedUntil ?? since, clock, cancellationToken).ConfigureAwait(false);
        var recorded = 0;
        foreach (var incident in missed)
        {
            recorded += await incidents.RecordAsync(incident, cancellationToken).ConfigureAwait(false) ? 1 : 0;
        }

        if (isNew)
        {
            await schedules.RememberWatchedAsync(job.Name, clock - Settling, cancellationToken).ConfigureAwait(false);
        }

        return recorded;
    }

    /// <summary>Whether any scheduled moment came to its deadline since it was last judged, and what was missed of them, oldest first.</summary>
    private async Task<(bool IsNew, IReadOnlyList<Incident> Missed)> JudgeAsync(
        WatchedJob job, DateTimeOffset since, DateTimeOffset judgedUntil, DateTimeOffset clock, CancellationToken cancellationToken)
    {
        var due = job.DueBetween(judgedUntil, clock - Settling, Later(since, clock - Horizon));
        if (due.Count == 0)
        {
            return (false, []);
        }

        var runs = await schedules.ListCreatedAsync(job.Kind, job.Database, due[0].Occurrence - LongestRun, clock, cancellationToken).ConfigureAwait(false);
        var missed = due.Where(moment => !runs.Any(run => Keeps(run, moment))).ToList();
        return (true, missed.Count == 0 ? [] : await IncidentsAsync(job, missed, clock, cancellationToken).ConfigureAwait(false));
    }

    /// <summary>The run began in time and stands for the scheduled moment, or was open at some time between it and its deadline.</summary>
    private static bool Keeps(Run run, DueMoment moment) =>
        run.CreatedAt <= moment.Deadline && (run.Occurrence == moment.Occurrence || run.FinishedAt is not { } finished || finished >= Earliest(run, moment));

    /// <summary>A host whose clock is ahead asks early, and may have been answered by a run that a person had asked for.</summary>
    private static DateTimeOffset Earliest(Run run, DueMoment moment) => run.Occurrence is null ? moment.Occurrence - HostClocks : moment.Occurrence;

    private async Task<IReadOnlyList<Incident>> IncidentsAsync(WatchedJob job, List<DueMoment> missed, DateTimeOffset clock, CancellationToken cancellationToken)
    {
        var known = await schedules.ListCreatedAsync(job.Kind, job.Database, clock - Horizon, clock, cancellationToken).ConfigureAwait(false);
        var revoked = new RevokedCopies(await chain.RevocationsAsync(job.Database, cancellationToken).ConfigureAwait(false));
        var good = known.LastOrDefault(run => run.Outcome == RunOutcome.Copied || revoked.IsProof(run));
        var unnamed = Math.Max(0, missed.Count - MostAtOnce);
        var before = unnamed > 0 ? $" {unnamed} more, since {missed[0].Occurrence:yyyy-MM-dd HH:mm} UTC, were missed before it." : string.Empty;
        return
        [
            .. missed.Skip(unnamed).Select((moment, i) => new Incident
            {
                Key = $"missed:{job.Name}:{moment.Occurrence:yyyy-MM-ddTHH:mm:ssZ}",
                Kind = job.Kind == RunKind.Copy ? IncidentKind.CopyMissed : IncidentKind.DrillMissed,
                Subject = job.Name,
                Message = MissedSentence.Of(job, moment, good, clock) + (i == 0 ? before : string.Empty),
                Database = job.Database,
                At = clock,
            }),
        ];
    }

    private static DateTimeOffset Later(DateTimeOffset one, DateTimeOffset other) => one > other ? one : other;
}
