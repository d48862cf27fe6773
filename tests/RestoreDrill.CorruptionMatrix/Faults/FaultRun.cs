using RestoreDrill.CorruptionMatrix.Reporting;
using RestoreDrill.CorruptionMatrix.Sites;
using RestoreDrill.EndToEnd.Tests.Setting;

namespace RestoreDrill.CorruptionMatrix.Faults;

/// <summary>Does one fault after the other to a site's copy, drills it, and puts it back.</summary>
internal sealed class FaultRun(Site site, Progress progress, bool laterDrills, Action<string> say)
{
    private const string Fresh = "fresh";

    public async Task<IReadOnlyList<FaultResult>> RunAsync(IReadOnlyList<FaultCase> cases, CancellationToken ct)
    {
        if (cases.Count == 0)
        {
            return [];
        }

        await using var proven = await ProveAsync();
        var results = new List<FaultResult>();
        foreach (var one in cases)
        {
            ct.ThrowIfCancellationRequested();
            var result = await RunAsync(one, StoreOf(proven), ct);
            say($"{site.Mode.Name}: {one.Name}: {result.Judgement} ({result.First.Outcome} by {string.Join(", ", result.CaughtBy)}), "
                + $"later {result.LaterJudgement?.ToString() ?? "-"}; {result.First.Seconds:0.0} s"
                + (result.Judgement == Judgement.Unnamed ? $"; {result.First.Sentence}" : ""));
            progress.Keep(result);
            results.Add(result);
        }

        return results;
    }

    /// <summary>The undamaged copy must pass, or nothing that follows says anything. Its store knows the certificate.</summary>
    private async Task<Workbench> ProveAsync()
    {
        var workbench = await site.CloneAsync(Fresh);
        var clean = await DrillVerdict.OfAsync(workbench, Site.Database, site.Copy);
        if (clean.Outcome == "pass")
        {
            return workbench;
        }

        await workbench.DisposeAsync();
        throw new InvalidOperationException(
            $"The undamaged copy did not pass its drill in the mode {site.Mode.Name}: {clean.Sentence}\n"
            + string.Join('\n', clean.Checks.Where(static check => !check.Passed).Select(static check => $"{check.Id}: {check.Outcome}: {check.Text}")));
    }

    private async Task<FaultResult> RunAsync(FaultCase one, string proven, CancellationToken ct)
    {
        var done = await site.DamageAsync(one.Damage, ct);
        try
        {
            await using var first = await site.CloneAsync(Fresh);
            await using var later = laterDrills ? await site.CloneAsync(proven) : null;
            var drills = await Task.WhenAll(new[] { first, later }.OfType<Workbench>().Select(workbench => DrillVerdict.OfAsync(workbench, Site.Database, site.Copy)));
            if (drills.Any(static drill => drill.Outcome == "none"))
            {
                await site.RemoveScratchInstancesAsync();
            }

            return new FaultResult(one, site.Mode, done, drills[0], drills.Length > 1 ? drills[1] : null);
        }
        finally
        {
            await site.RepairAsync(ct);
        }
    }

    private static string StoreOf(Workbench workbench) => new Npgsql.NpgsqlConnectionStringBuilder(workbench.Store).Database!;
}
