namespace RestoreDrill.Verification.Tests.Instances;

/// <summary>Waits for what a server does in its own time, so long that only one that hangs takes longer.</summary>
internal static class Waiting
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(20);

    public static async Task UntilAsync(Func<Task<bool>> holds)
    {
        var started = TimeProvider.System.GetTimestamp();
        while (!await holds())
        {
            Assert.True(TimeProvider.System.GetElapsedTime(started) < Longest, $"It did not happen within {Longest}.");
            await Task.Delay(Pause, TimeProvider.System, TestContext.Current.CancellationToken);
        }
    }

    /// <summary>Waits until the server has noticed that every session of a database was closed: until then it counts them, and not all of what they did.</summary>
    public static Task UntilLeftAsync(this RestoredInstance instance, string database) => UntilAsync(
        async () => await instance.AskAdminAsync<long>("postgres", $"SELECT count(*) FROM pg_stat_activity WHERE datname = '{database}'") == 0);
}
