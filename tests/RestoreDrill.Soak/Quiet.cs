namespace RestoreDrill.Soak;

/// <summary>The end of a soak: nothing is killed any more, everything finishes, the services are stopped.</summary>
internal static class Quiet
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    /// <summary>Waits until no run is open and stops the services; the exit codes.</summary>
    public static async Task<IReadOnlyList<int>> DownAsync(Fleet fleet, RunBook book)
    {
        await fleet.ReadyAsync();
        var exits = new List<int>();
        for (var attempt = 1; ; attempt++)
        {
            await UntilNothingIsOpenAsync(book);
            exits.AddRange(await fleet.StopAsync());

            // The schedule may have opened another one in the last moment.
            if (attempt == 3 || (await book.RunsAsync()).All(static run => run.FinishedAt is not null))
            {
                return exits;
            }

            await fleet.StartAgainAsync();
        }
    }

    private static async Task UntilNothingIsOpenAsync(RunBook book)
    {
        var started = TimeProvider.System.GetTimestamp();
        while ((await book.RunsAsync()).Any(static run => run.FinishedAt is null) && TimeProvider.System.GetElapsedTime(started) < Patience)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(500), TimeProvider.System, CancellationToken.None);
        }
    }
}
