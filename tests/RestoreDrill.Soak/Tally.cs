using RestoreDrill.EndToEnd.Tests.Setting;

namespace RestoreDrill.Soak;

/// <summary>What a soak came to.</summary>
internal sealed record Tally
{
    public required IReadOnlyList<StoredRun> Runs { get; init; }

    public required IReadOnlyList<string> Doubled { get; init; }

    public required IReadOnlyList<string> Lost { get; init; }

    public required IReadOnlyList<string> LeftBehind { get; init; }

    public required IReadOnlyList<string> Incidents { get; init; }

    /// <summary>The initial copies were made before anything was killed.</summary>
    public IEnumerable<StoredRun> Bad => Runs.Where(static run => run is { FinishedAt: not null } && (run.Outcome is not ("pass" or "copied") || run.Defect is not null));

    public static async Task<Tally> OfAsync(Site site, RunBook book, IReadOnlyList<Demand> demands)
    {
        var runs = await book.RunsAsync();
        var calls = site.Sandbox.Control.Calls.Where(static call => call.CarriedOut).ToList();
        var repeated = calls
            .Where(static call => call.Action is "RestoreDBInstanceFromDBSnapshot" or "CreateDBSnapshot" or "CopyDBSnapshot")
            .GroupBy(static call => (call.Action, call.Resource))
            .Where(static group => group.Count() > 1)
            .Select(static group => $"{group.Key.Action} {group.Key.Resource}: {group.Count()} times");
        var copies = await Cloud.SnapshotsAsync(site.Cloud.Vault, site.Workbench.CopyPrefix);
        var copied = runs.Count(static run => run.Outcome == "copied");
        return new Tally
        {
            Runs = runs,
            Doubled =
            [
                .. demands.SelectMany(static demand => demand.Doubled),
                .. repeated,
                .. copies.Count > copied ? [$"{copies.Count} copies of {copied} copy runs"] : Array.Empty<string>(),
            ],
            Lost =
            [
                .. runs.Where(static run => run.FinishedAt is null).Select(static run => $"open: {run}"),
                .. demands.SelectMany(static demand => demand.Unanswered).Select(static wish => $"never answered: {wish}"),
                .. copies.Count < copied ? [$"only {copies.Count} copies of {copied} copy runs"] : Array.Empty<string>(),
            ],
            LeftBehind =
            [
                .. (await site.Cloud.InstancesAsync("rd-scratch-")).Select(static instance => instance.DBInstanceIdentifier),
                .. (await Cloud.SnapshotsAsync(site.Cloud.Source, "rd-staging-")).Select(static snapshot => snapshot.DBSnapshotIdentifier),
            ],
            Incidents = await book.IncidentsAsync(),
        };
    }

    public int IncidentsOf(string kind) => Incidents.Count(incident => incident.StartsWith(kind + ":", StringComparison.Ordinal));
}
