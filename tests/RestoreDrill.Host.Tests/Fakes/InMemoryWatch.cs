using RestoreDrill.Core.Runs;
using RestoreDrill.Core.Sweeping;
using RestoreDrill.Core.Watching;

namespace RestoreDrill.Host.Tests.Fakes;

/// <summary>What the service keeps beside its runs, in memory; the real store has its own tests.</summary>
internal sealed class InMemoryWatch(InMemoryStore store, TimeProvider time) : IOpenRuns, IIncidentLog, IScheduleLog, ISweepLog
{
    private readonly List<Incident> _incidents = [];
    private readonly Dictionary<string, (string Schedule, DateTimeOffset Since)> _schedules = [];
    private readonly Dictionary<string, DateTimeOffset> _watched = [];

    public List<SweepReport> Sweeps { get; } = [];

    public void Add(Incident incident) => _incidents.Add(incident);

    /// <summary>As if no service had ever run.</summary>
    public void ForgetSchedules() => _schedules.Clear();

    public Task<bool> RecordAsync(Incident incident, CancellationToken cancellationToken)
    {
        var isNew = _incidents.All(known => known.Key != incident.Key);
        if (isNew)
        {
            _incidents.Add(incident with { At = time.GetUtcNow() });
        }

        return Task.FromResult(isNew);
    }

    public Task<IReadOnlyList<Incident>> ListIncidentsAsync(int limit, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<Incident>>([.. _incidents.OrderByDescending(static incident => incident.At).Take(limit)]);

    public Task<DateTimeOffset> RememberScheduleAsync(string job, string schedule, CancellationToken cancellationToken)
    {
        if (!_schedules.TryGetValue(job, out var known) || known.Schedule != schedule)
        {
            known = _schedules[job] = (schedule, time.GetUtcNow());
        }

        return Task.FromResult(known.Since);
    }

    public Task<KnownSchedule?> FindScheduleAsync(string job, CancellationToken cancellationToken) => Task.FromResult(
        _schedules.TryGetValue(job, out var known) ? new KnownSchedule(known.Schedule, known.Since, _watched.TryGetValue(job, out var until) ? until : null) : null);

    public Task RememberWatchedAsync(string job, DateTimeOffset until, CancellationToken cancellationToken)
    {
        _watched[job] = until;
        return Task.CompletedTask;
    }

    public Task ForgetSchedulesExceptAsync(IReadOnlyCollection<string> jobs, CancellationToken cancellationToken)
    {
        foreach (var job in _schedules.Keys.Except(jobs).ToList())
        {
            _schedules.Remove(job);
            _watched.Remove(job);
        }

        return Task.CompletedTask;
    }

    public async Task<IReadOnlyList<Run>> ListCreatedAsync(
        RunKind kind, string database, DateTimeOffset since, DateTimeOffset until, CancellationToken cancellationToken) =>
        [.. (await store.ListAsync(database, kind, 10_000, cancellationToken)).Where(run => run.CreatedAt >= since && run.CreatedAt <= until).Reverse()];

    public Task<DateTimeOffset> ClockAsync(CancellationToken cancellationToken) => Task.FromResult(time.GetUtcNow());

    public Task RecordSweepAsync(SweepReport report, CancellationToken cancellationToken)
    {
        Sweeps.Add(report);
        return Task.CompletedTask;
    }

    public Task<TimeSpan?> SilenceAroundAsync(DateTimeOffset moment, CancellationToken cancellationToken) => Task.FromResult<TimeSpan?>(null);

    public async Task<IReadOnlyList<OpenRun>> ListOpenAsync(CancellationToken cancellationToken) =>
    [
        .. (await store.ListAsync(null, null, 10_000, cancellationToken)).Where(static run => run.FinishedAt is null).Reverse()
            .Select(run => new OpenRun(run, Leased: false, time.GetUtcNow() - (run.NextStepAt ?? run.PhaseSince))),
    ];

    public async Task<bool> AssignJobAsync(RunId id, string? before, string job, CancellationToken cancellationToken)
    {
        if (await store.FindAsync(id, cancellationToken) is not { FinishedAt: null } run || run.Job != before)
        {
            return false;
        }

        store.Replace(run with { Job = job });
        return true;
    }

    public async Task<Run?> FindByJobAsync(string job, CancellationToken cancellationToken) =>
        (await store.ListAsync(null, null, 10_000, cancellationToken)).SingleOrDefault(run => run.Job == job);
}
