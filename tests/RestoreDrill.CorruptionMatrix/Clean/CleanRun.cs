using RestoreDrill.CorruptionMatrix.Sites;

namespace RestoreDrill.CorruptionMatrix.Clean;

/// <summary>Copies a source that is written to all the time, drills each copy, and lets nothing be wrong with any.</summary>
internal sealed class CleanRun(Site site, Random random, Action<string> say)
{
    private const int ChangesPerSecond = 50;

    public async Task<IReadOnlyList<CleanResult>> RunAsync(int count, CancellationToken ct)
    {
        if (count == 0)
        {
            return [];
        }

        using var writing = CancellationTokenSource.CreateLinkedTokenSource(ct);
        var master = await site.Cloud.MasterAsync(Site.Instance);
        var writer = new SampleWriter(SampleDatabase.AppConnection(master), ChangesPerSecond, new Random(random.Next()), TimeProvider.System);
        var work = writer.RunAsync(writing.Token);
        var load = new Load(site, random);
        var results = new List<CleanResult>();
        for (var i = 0; i < count && !work.IsCompleted; i++)
        {
            ct.ThrowIfCancellationRequested();
            var result = await RunAsync(load, Disturbance.All[i % Disturbance.All.Count]);
            say($"clean, {result.Disturbance}: {result.Verdict.Outcome}{(result.IsFalseAlarm ? ", a false alarm: " + Trouble(result) : "")}; {result.Verdict.Seconds:0.0} s");
            results.Add(result);
        }

        await writing.CancelAsync();
        await work;
        say($"the writer inserted {writer.Inserted}, updated {writer.Updated} and deleted {writer.Deleted} rows, and was cut off {writer.Reconnected} times");
        return results;
    }

    private async Task<CleanResult> RunAsync(Load load, Disturbance disturbance)
    {
        using var copied = new CancellationTokenSource();
        var disturbing = load.DisturbAsync(disturbance, copied.Token);
        string copy;
        try
        {
            copy = await site.CopyAsync(Site.Database);
        }
        finally
        {
            await copied.CancelAsync();
            await disturbing;
        }

        var verdict = await DrillVerdict.OfAsync(site.Workbench, Site.Database, copy);
        return new CleanResult(disturbance.Title, [.. disturbance.Altered.Select(static table => $"{Site.Database}.{table}")], verdict);
    }

    private static string Trouble(CleanResult result) =>
        $"{result.Verdict.Sentence} {string.Join("; ", result.Verdict.Checks.Where(static check => !check.Passed).Select(static check => $"{check.Id}: {check.Text}"))}";
}
