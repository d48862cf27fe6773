using RestoreDrill.Core.Runs;
using RestoreDrill.Core.Watching;

namespace RestoreDrill.Core.Tests.Watching;

/// <summary>What the watch asks of the store, in memory; the clock is set by hand.</summary>
internal sealed class MemorySchedules : IScheduleLog
{
    private readonly Dictionary<string, (string Schedule, DateTimeOffset Since, DateTimeOffset? Watched)> _known = [];

    public DateTimeOffset Now { get; set; } = Sample.Now;

    public List<Run> Runs { get; } = [];

    public int Listings { get; private set; }

    public IEnumerable<string> Jobs => _known.Keys;

    public Task<DateTimeOffset> RememberScheduleAsync(string job, string schedule, CancellationToken cancellationToken)
    {
        if (!_known.TryGetValue(job, out var known) || known.Schedule != schedule)
        {
            known = _known[job] = (schedule, Now, known.Watched);
        }

        return Task.FromResult(known.Since);
    }

    public Task<KnownSchedule?> FindScheduleAsync(string job, CancellationToken cancellationToken) =>
        Task.FromResult(_known.TryGetValue(job, out var known) ? new KnownSchedule(known.Schedule, known.Since, known.Watched) : null);

    public Task RememberWatchedAsync(string job, DateTimeOffset until, CancellationToken cancellationToken)
    {
        _known[job] = _known[job] with { Watched = until };
        return Task.CompletedTask;
    }

    public Task ForgetSchedulesExceptAsync(IReadOnlyCollection<string> jobs, CancellationToken cancellationToken)
    {
        foreach (var job in _known.Keys.Except(jobs).ToList())
        {
            _known.Remove(job);
        }

        return Task.CompletedTask;
    }

    public Task<IReadOnlyList<Run>> ListCreatedAsync(
        RunKind kind, string database, DateTimeOffset since, DateTimeOffset until, CancellationToken cancellationToken)
    {
        Listings++;
        return Task.FromResult<IReadOnlyList<Run>>(
        [
            .. Runs.Where(run => run.Kind == kind && run.Database == database && run.CreatedAt >= since && run.CreatedAt <= until)
                .OrderBy(static run => run.CreatedAt),
        ]);
    }

    public Task<DateTimeOffset> ClockAsync(CancellationToken cancellationToken) => Task.FromResult(Now);
}
