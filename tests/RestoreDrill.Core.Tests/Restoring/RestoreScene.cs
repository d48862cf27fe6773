using RestoreDrill.Core.Drilling;
using RestoreDrill.Core.Json;
using RestoreDrill.Core.Protection;
using RestoreDrill.Core.Restoring;
using RestoreDrill.Core.Runs;
using RestoreDrill.Core.Tests.Cloud;

namespace RestoreDrill.Core.Tests.Restoring;

/// <summary>A copy in the vault, proven or not, and a person with a plan.</summary>
internal sealed class RestoreScene
{
    private RestoreScene(Driven driven) => Driven = driven;

    public Driven Driven { get; }

    public MemoryEmergency Account => Driven.Emergency;

    public RestorePlanner Planner => new(Driven.Options, Account, Driven.Options.Restore?.Account is null ? null : Driven.Target, Driven.Facts, Driven.Time, new Random(5));

    public static async Task<RestoreScene> WithCopyAsync(bool proven = true)
    {
        var driven = Driven.WithFacts();
        driven.Options = driven.Options with
        {
            Facts = driven.Options.Facts! with { LongestDocument = 1_000_000 },
            Restore = new RestoreOptions
            {
                InstanceClass = "db.r6g.large", SubnetGroup = "production", SecurityGroups = ["sg-production"], ParameterGroup = "courses-{family}",
            },
        };
        await Driven.WithCopyAsync(driven);
        if (proven)
        {
            Assert.Equal(RunOutcome.Pass, (await driven.DrillAsync()).Outcome);
        }

        driven.Time.Advance(TimeSpan.FromHours(1));
        driven.Cloud.Changes.Clear();
        driven.Store.Saves.Clear();
        return new RestoreScene(driven);
    }

    /// <summary>A proven copy, to be restored into another account than the vault's.</summary>
    public static async Task<RestoreScene> IntoAnotherAccountAsync()
    {
        var scene = await WithCopyAsync();
        scene.Driven.Options = scene.Driven.Options with { Restore = scene.Driven.Options.Restore! with { Account = Sample.OtherVault } };
        return scene;
    }

    public async Task<RestorePlan> PlanAsync(RestoreWish? wish = null) => (await Planner.PlanAsync(wish ?? new RestoreWish(Sample.Database), "test", CancellationToken.None)).Plan!;

    public async Task<RunId> OpenAsync(RestorePlan plan)
    {
        await Planner.RequireStartableAsync(plan, CancellationToken.None);
        return (await Driven.Store.OpenAsync(RestoreRuns.Of(plan, RunRequest.ByPerson("test")), CancellationToken.None)).Run.Id;
    }

    public async Task<Run> RestoreAsync(RestorePlan plan) => await Driven.ToTheEndAsync(await OpenAsync(plan));

    public static DrillState StateOf(Run run) => CanonicalJson.Read<DrillState>(run.State);
}
