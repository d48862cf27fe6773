using Microsoft.Extensions.Time.Testing;
using RestoreDrill.Core.Cloud;
using RestoreDrill.Core.Drilling;
using RestoreDrill.Core.Runs;
using RestoreDrill.Core.Sweeping;
using RestoreDrill.Core.Tests.Cloud;
using RestoreDrill.Core.Tests.Runs;
using RestoreDrill.Core.Tests.Watching;
using RestoreDrill.Core.Watching;

namespace RestoreDrill.Core.Tests.Sweeping;

/// <summary>An account, a store and a sweeper between them.</summary>
public abstract class SweeperScene
{
    private protected const string Delete = "rds:DeleteDBInstance";

    private int _ids;

    private protected FakeTimeProvider Time { get; } = new(Sample.Now);

    private protected MemoryCloud Account { get; }

    private protected MemoryRunStore Store { get; }

    private protected MemorySweeps Sweeps { get; } = new();

    private protected MemoryIncidents Incidents { get; } = new();

    private protected SweeperScene()
    {
        Account = new MemoryCloud(Time);
        Store = new MemoryRunStore(Time);
    }

    private protected Task<SweepReport> SweepAsync() =>
        new Sweeper(Sample.Options, new MemoryScratch(Account), Store, Sweeps, Incidents, Time).SweepAsync(CancellationToken.None);

    private protected RunId NewId(DateTimeOffset? made = null) => RunId.New(RunKind.Drill, made ?? Time.GetUtcNow(), new Random(++_ids));

    private protected async Task<RunId> OpenAsync()
    {
        var run = new NewRun(NewId(), RunKind.Drill, Sample.Database, RunRequest.ByPerson("test"), DrillPhases.Removing, "{}");
        return (await Store.OpenAsync(run, CancellationToken.None)).Run.Id;
    }

    private protected async Task FinishAsync(RunId drill)
    {
        var lease = (await Store.TryAcquireAsync(drill, "me", TimeSpan.FromMinutes(1), CancellationToken.None))!;
        var end = new RunChange { Phase = DrillPhases.Finished, State = "{}", Conclusion = new RunConclusion(RunOutcome.Pass, "It restores.") };
        await Store.SaveAsync(lease, end, CancellationToken.None);
    }

    private protected async Task<List<string>> AddFinishedAsync(int count)
    {
        var names = new List<string>();
        for (var i = 0; i < count; i++)
        {
            var drill = await OpenAsync();
            names.Add(Add(drill));
            await FinishAsync(drill);
        }

        return names;
    }

    private protected string Add(RunId drill, IReadOnlyDictionary<string, string>? tags = null) => Add(drill, Time.GetUtcNow(), tags);

    private protected string Add(RunId drill, DateTimeOffset? created, IReadOnlyDictionary<string, string>? tags = null) =>
        AddNamed(Sample.Names.ScratchInstance(drill), tags ?? ScratchOwnership.TagsOf(Sample.Installation, drill), created);

    private protected string AddNamed(string name, IReadOnlyDictionary<string, string> tags, DateTimeOffset? created = null)
    {
        Account.Instances[name] = new MemoryInstance(Sample.Scratch(name, tags) with { CreatedAt = created }, Time.GetUtcNow());
        return name;
    }

    /// <summary>Something that happens between the listing and what follows.</summary>
    private protected void AfterListing(Action happens) => Account.Answered = (operation, _) =>
    {
        if (operation == "rds:DescribeDBInstances")
        {
            Account.Answered = static (_, _) => { };
            happens();
        }
    };

    /// <summary>Lets the first calls to delete one instance fail. What is asked about directly before says which instance is meant.</summary>
    private protected Action<string> FailFirst(string name, CloudException answer, int times)
    {
        var failed = 0;
        return operation =>
        {
            if (operation == Delete && Incidents.Recorded.FindLast(static incident => incident.Kind == IncidentKind.ScratchRemoved)?.Subject == name
                && ++failed <= times)
            {
                throw answer;
            }
        };
    }
}
