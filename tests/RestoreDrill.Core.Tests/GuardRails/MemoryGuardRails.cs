using RestoreDrill.Core.GuardRails;
using RestoreDrill.Core.Runs;
using RestoreDrill.Core.Watching;

namespace RestoreDrill.Core.Tests.GuardRails;

/// <summary>Guard rails that answer as a test says, and what is recorded of them.</summary>
internal sealed class MemoryGuardRails : IGuardRails, IGuardRailLog, IIncidentLog
{
    private readonly TimeProvider _time;

    public MemoryGuardRails(TimeProvider time)
    {
        _time = time;
        Watch = new GuardRailWatch(this, this, this, time);
    }

    public GuardRailWatch Watch { get; }

    /// <summary>All hold, unless a test says otherwise.</summary>
    public List<GuardRailAnswer> Answers { get; } = [GuardRailAnswer.Holds(GuardRailCatalog.VaultLock, "locked"), GuardRailAnswer.Holds(GuardRailCatalog.NewestProof, "of last night") with { Database = "courses" }];

    public List<RecordedAnswer> Recorded { get; } = [];

    public List<Incident> Incidents { get; } = [];

    /// <summary>Called before answers are recorded; may throw.</summary>
    public Action BeforeRecording { get; set; } = static () => { };

    public Task<IReadOnlyList<GuardRailAnswer>> LookAsync(IReadOnlyCollection<string> databases, CancellationToken cancellationToken) => Task.FromResult<IReadOnlyList<GuardRailAnswer>>([.. Answers]);

    public Task<IReadOnlyList<GuardRailAnswer>> LookAtAsync(IReadOnlyCollection<GuardRail> rails, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<GuardRailAnswer>>([.. Answers.Where(answer => rails.Any(rail => rail.Id == answer.Rail))]);

    public Task RecordAsync(IReadOnlyList<GuardRailAnswer> answers, RunId? run, CancellationToken cancellationToken)
    {
        BeforeRecording();
        Recorded.AddRange(answers.Select(answer => new RecordedAnswer(_time.GetUtcNow(), run, answer)));
        return Task.CompletedTask;
    }

    public Task<IReadOnlyList<RecordedAnswer>> LatestAnswersAsync(CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<RecordedAnswer>>([.. Recorded.GroupBy(static one => (one.Answer.Rail, one.Answer.Database)).Select(static same => same.Last())]);

    public Task<bool> RecordAsync(Incident incident, CancellationToken cancellationToken)
    {
        var isNew = Incidents.TrueForAll(known => known.Key != incident.Key);
        if (isNew)
        {
            Incidents.Add(incident);
        }

        return Task.FromResult(isNew);
    }

    public Task<IReadOnlyList<Incident>> ListIncidentsAsync(int limit, CancellationToken cancellationToken) => Task.FromResult<IReadOnlyList<Incident>>([.. Incidents]);
}
