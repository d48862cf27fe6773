namespace RestoreDrill.Soak;

/// <summary>What a soak prints last.</summary>
internal static class ClosingTable
{
    /// <summary>Prints the table, and each problem; how many problems there are.</summary>
    public static int Print(Tally tally, SoakOptions options, Fleet fleet, StoreStorms storms, int presses, IReadOnlyList<int> exits, TimeSpan took)
    {
        Console.WriteLine();
        foreach (var group in tally.Runs.GroupBy(static run => (run.Kind, Outcome: run.Outcome ?? "open")).OrderBy(static group => group.Key))
        {
            Row($"{group.Key.Kind} runs, {group.Key.Outcome}", group.Count());
        }

        Row("by the schedule", tally.Runs.Count(static run => !run.Asked));
        Row("presses of \"trigger now\"", presses);
        Row("kills of services (-9)", fleet.Kills);
        Row("kills of the store (-9)", storms.Kills);
        Row("runs taken up again", tally.IncidentsOf("run taken up"));
        Row("recurring jobs restored", tally.IncidentsOf("recurring restored"));
        Row("missed", tally.IncidentsOf("drill missed") + tally.IncidentsOf("copy missed"));
        Row("doubled", tally.Doubled.Count);
        Row("lost", tally.Lost.Count);
        Row("left behind", tally.LeftBehind.Count);
        Row("services that ended by themselves", fleet.Crashes.Count);
        Console.WriteLine($"  {took:hh\\:mm\\:ss}, seed {options.Seed}");

        var drills = tally.Runs.Count(static run => run is { Kind: "drill", FinishedAt: not null });
        List<string> problems =
        [
            .. tally.Doubled.Select(static what => $"doubled: {what}"),
            .. tally.Lost.Select(static what => $"lost: {what}"),
            .. tally.LeftBehind.Select(static what => $"left behind: {what}"),
            .. tally.Bad.Select(static run => $"ended badly: {run}"),
            .. fleet.Crashes.Select(static log => $"a service ended by itself:\n{log}"),
            .. exits.Where(static code => code != 0).Select(static code => $"a service ended with {code} after SIGTERM"),
            .. drills < options.Drills ? [$"only {drills} of {options.Drills} drills finished"] : Array.Empty<string>(),
        ];
        foreach (var problem in problems)
        {
            Console.WriteLine($"  ! {problem}");
        }

        Console.WriteLine(problems.Count == 0 ? "Nothing doubled, nothing lost, nothing left behind." : $"{problems.Count} problems.");
        return problems.Count;
    }

    private static void Row(string what, int count) => Console.WriteLine($"  {what,-34}{count,6}");
}
