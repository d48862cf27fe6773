using RestoreDrill.Core.Json;
using RestoreDrill.Core.Runs;
using RestoreDrill.Core.SelfTests;

namespace RestoreDrill.Core.Drilling;

/// <summary>Finds out whether a drill is to test itself.</summary>
internal sealed class EarlierSelfTests(IRunStore store, TimeProvider time)
{
    private const int Recent = 100;
    private const int All = 10_000;

    /// <summary>The decision, as a drill begins with it.</summary>
    public async Task<SelfTestStand> DecideAsync(Step<DrillState> step, TimeSpan? every, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var newest = await FindAmongAsync(step, Recent, cancellationToken).ConfigureAwait(false);
        var (isDue, why) = newest switch
        {
            _ when every is null => (false, "self-tests are switched off"),
            null => (true, "no self-test of this database has been finished"),
            (_, { Miss: not null }) => (true, "the newest self-test missed something"),
            (_, { IsClean: false }) => (true, "the newest self-test was not clean"),
            (var drill, { FinishedAt: { } finished }) when now - finished < every => (false, $"none is due: that of drill {drill} was clean, and is not older than {every:c}"),
            _ => (true, $"the newest self-test is older than {every:c}"),
        };
        return new SelfTestStand { IsDue = isDue, Why = why, Earlier = newest?.Drill, EarlierMiss = newest?.Stand.Miss, BegunAt = now };
    }

    private async Task<(RunId Drill, SelfTestStand Stand)?> FindAmongAsync(Step<DrillState> step, int newest, CancellationToken cancellationToken)
    {
        var drills = await store.ListAsync(step.Run.Database, RunKind.Drill, newest, cancellationToken).ConfigureAwait(false);
        var found = drills
            .Where(drill => drill.Id != step.Id)
            .Select(static drill => (drill.Id, Stand: CanonicalJson.Read<Tested>(drill.State).SelfTest))
            .Where(static drill => drill.Stand is { FinishedAt: not null } or { Miss: not null })
            .OrderByDescending(static drill => drill.Stand!.BegunAt)
            .Select(static drill => ((RunId Drill, SelfTestStand Stand)?)(drill.Id, drill.Stand!)).FirstOrDefault();

        // One that missed something and was then cut off counts like a finished one. And a miss must not get out of sight by drills that made no self-test.
        return found is null && drills.Count == newest && newest < All ? await FindAmongAsync(step, All, cancellationToken).ConfigureAwait(false) : found;
    }

    /// <summary>What is needed of a drill's state.</summary>
    private sealed record Tested(SelfTestStand? SelfTest);
}
