using System.Text.Json.Nodes;

namespace RestoreDrill.EndToEnd.Tests.Setting;

/// <summary>A workbench whose runs a service carries out.</summary>
internal static class Served
{
    /// <summary>The 29th of February: nothing recurs by itself while a test runs.</summary>
    public const string Never = "0 0 29 2 *";

    /// <summary>Short intervals, and a schedule for every database on which nothing is due.</summary>
    public static Workbench ForService(this Workbench workbench)
    {
        workbench.Settings["Service"] = new JsonObject
        {
            ["QueuePoll"] = "00:00:00.200",
            ["SchedulePoll"] = "00:00:00.500",
            ["StuckAfter"] = "00:00:02",
        };
        foreach (var database in workbench.Settings["Databases"]!.AsArray())
        {
            database!["Schedule"] = new JsonObject
            {
                ["Copy"] = new JsonObject { ["Cron"] = Never },
                ["Drill"] = new JsonObject { ["Cron"] = Never },
            };
        }

        workbench.Save();
        return workbench;
    }

    /// <summary>The runs of a kind, oldest first.</summary>
    public static async Task<IReadOnlyList<StoredRun>> RunsAsync(this Workbench workbench, string kind) =>
        [.. (await StoredRun.AllAsync(workbench.Store)).Where(run => run.Kind == kind)];

    /// <summary>Waits until the store has so many runs of a kind, all of them finished.</summary>
    public static Task<IReadOnlyList<StoredRun>> UntilFinishedAsync(this Workbench workbench, string kind, int count, TimeSpan? patience = null) =>
        workbench.UntilAsync(
            kind, $"{count} finished", runs => runs.Count >= count && runs.All(static run => run.FinishedAt is not null), patience ?? TimeSpan.FromSeconds(120));

    /// <summary>Waits until the runs of a kind are as wanted.</summary>
    public static async Task<IReadOnlyList<StoredRun>> UntilAsync(
        this Workbench workbench, string kind, string wanted, Func<IReadOnlyList<StoredRun>, bool> reached, TimeSpan patience)
    {
        using var deadline = new CancellationTokenSource(patience);
        await using var connection = await workbench.OpenStoreAsync();
        IReadOnlyList<StoredRun> runs = [];
        while (!deadline.IsCancellationRequested)
        {
            runs = [.. (await StoredRun.AllAsync(connection)).Where(run => run.Kind == kind)];
            if (reached(runs))
            {
                return runs;
            }

            await Task.Delay(TimeSpan.FromMilliseconds(100), TimeProvider.System, CancellationToken.None);
        }

        throw new TimeoutException($"Not {wanted} in {patience.TotalSeconds:0} s: {string.Join("; ", runs)}");
    }

    /// <summary>What happened outside of runs: <c>kind: subject: message</c>, oldest first.</summary>
    public static async Task<IReadOnlyList<string>> IncidentsAsync(this Workbench workbench) => await workbench.AskStoreAsync<string[]>(
        "SELECT coalesce(array_agg(kind || ': ' || subject || ': ' || message ORDER BY sequence), '{}') FROM restoredrill.incident");

    /// <summary>Waits for an incident whose text begins so.</summary>
    public static async Task<string> UntilIncidentAsync(this Workbench workbench, string beginning, TimeSpan patience)
    {
        using var deadline = new CancellationTokenSource(patience);
        while (!deadline.IsCancellationRequested)
        {
            if ((await workbench.IncidentsAsync()).FirstOrDefault(incident => incident.StartsWith(beginning, StringComparison.Ordinal)) is { } found)
            {
                return found;
            }

            await Task.Delay(TimeSpan.FromMilliseconds(200), TimeProvider.System, CancellationToken.None);
        }

        throw new TimeoutException($"No incident '{beginning}' in {patience.TotalSeconds:0} s: {string.Join("; ", await workbench.IncidentsAsync())}");
    }
}
