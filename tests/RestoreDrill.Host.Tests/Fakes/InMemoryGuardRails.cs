using RestoreDrill.Core.GuardRails;
using RestoreDrill.Core.Runs;

namespace RestoreDrill.Host.Tests.Fakes;

/// <summary>Guard rails that all hold, but for those that a test breaks, and what is on record of them.</summary>
internal sealed class InMemoryGuardRails(TimeProvider time) : IGuardRails, IGuardRailLog
{
    private static readonly string[] OfDatabases =
        [GuardRailCatalog.CopiesOutliveDrills.Id, GuardRailCatalog.SourceProtected.Id, GuardRailCatalog.NewestCopy.Id, GuardRailCatalog.NewestProof.Id];

    /// <summary>Answers that are given instead of the ones that hold, by guard rail.</summary>
    public Dictionary<string, GuardRailAnswer> Answers { get; } = [];

    public List<RecordedAnswer> Recorded { get; } = [];

    /// <summary>Whether the store refuses to record.</summary>
    public bool StoreIsAway { get; set; }

    /// <summary>As a look at that moment would have left them.</summary>
    public void LookedAt(DateTimeOffset moment, params string[] databases) => Recorded.AddRange(All(databases).Select(answer => new RecordedAnswer(moment, null, answer)));

    public Task<IReadOnlyList<GuardRailAnswer>> LookAsync(IReadOnlyCollection<string> databases, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<GuardRailAnswer>>([.. All(databases)]);

    public Task<IReadOnlyList<GuardRailAnswer>> LookAtAsync(IReadOnlyCollection<GuardRail> rails, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<GuardRailAnswer>>([.. rails.Where(rail => Answers.ContainsKey(rail.Id)).Select(Answer)]);

    public Task RecordAsync(IReadOnlyList<GuardRailAnswer> answers, RunId? run, CancellationToken cancellationToken)
    {
        Require();
        Recorded.AddRange(answers.Select(answer => new RecordedAnswer(time.GetUtcNow(), run, answer)));
        return Task.CompletedTask;
    }

    public Task<IReadOnlyList<RecordedAnswer>> LatestAnswersAsync(CancellationToken cancellationToken)
    {
        Require();
        return Task.FromResult<IReadOnlyList<RecordedAnswer>>([.. Recorded.GroupBy(static one => (one.Answer.Rail, one.Answer.Database)).Select(static same => same.Last())]);
    }

    private IEnumerable<GuardRailAnswer> All(IReadOnlyCollection<string> databases)
    {
        var rails = GuardRailCatalog.All.ToLookup(static rail => OfDatabases.Contains(rail.Id));
        return rails[false].Select(Answer).Concat(databases.SelectMany(database => rails[true].Select(rail => Answer(rail) with { Database = database })));
    }

    private GuardRailAnswer Answer(GuardRail rail) => Answers.GetValueOrDefault(rail.Id) ?? GuardRailAnswer.Holds(rail, "as it should");

    private void Require()
    {
        if (StoreIsAway)
        {
            throw new StoreUnavailableException("the store does not answer", new TimeoutException());
        }
    }
}
