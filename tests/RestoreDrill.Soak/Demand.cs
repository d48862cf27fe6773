namespace RestoreDrill.Soak;

/// <summary>A person who wants one drill of a database after the other (now and then a copy before), and presses the button again when nothing happens.</summary>
internal sealed class Demand(string database, Fleet fleet, RunBook book, Random random)
{
    /// <summary>A request that a killed service had taken comes back after three minutes; a person does not wait for so long.</summary>
    private static readonly TimeSpan Impatience = TimeSpan.FromSeconds(15);

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(8);

    /// <summary>Wishes that brought more than one run.</summary>
    public List<string> Doubled { get; } = [];

    /// <summary>Wishes that nothing answered.</summary>
    public List<string> Unanswered { get; } = [];

    public int Presses { get; private set; }

    public async Task GoOnAsync(CancellationToken ct)
    {
        for (var round = 1; !ct.IsCancellationRequested; round++)
        {
            if (round % 12 == 0)
            {
                await WishAsync("copy");
            }

            await WishAsync("drill");
        }
    }

    private async Task WishAsync(string kind)
    {
        var before = (await book.RunsAsync(kind, database)).Select(static run => run.Id).ToHashSet();
        var name = $"{kind}:{database}";
        var started = TimeProvider.System.GetTimestamp();

        // Two people now and then, at the same moment.
        await Task.WhenAll(PressAsync(name), random.Next(4) == 0 ? PressAsync(name) : Task.CompletedTask);
        var pressed = TimeProvider.System.GetTimestamp();
        while (TimeProvider.System.GetElapsedTime(started) < Patience)
        {
            var runs = (await book.RunsAsync(kind, database)).Where(run => !before.Contains(run.Id)).ToList();
            if (runs.Count > 1)
            {
                Doubled.Add($"{name}: {string.Join(", ", runs.Select(static run => run.Id))}");
            }

            if (runs is [{ FinishedAt: not null }, ..])
            {
                return;
            }

            if (runs.Count == 0 && TimeProvider.System.GetElapsedTime(pressed) > Impatience)
            {
                await PressAsync(name);
                pressed = TimeProvider.System.GetTimestamp();
            }

            await Task.Delay(TimeSpan.FromMilliseconds(250), TimeProvider.System, CancellationToken.None);
        }

        Unanswered.Add(name);
    }

    /// <summary>Presses "trigger now" on some service until one has taken it.</summary>
    private async Task PressAsync(string name)
    {
        while (true)
        {
            try
            {
                Presses++;
                await fleet.Any(random).Dashboard.TriggerAsync(name);
                return;
            }
            catch (Exception e) when (e is HttpRequestException or OperationCanceledException or ObjectDisposedException)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(300), TimeProvider.System, CancellationToken.None);
            }
        }
    }
}
