namespace RestoreDrill.Aws.Tests.Paths;

internal static class Eventually
{
    /// <summary>Asks again and again until it holds; fails after a minute.</summary>
    public static async Task Async(Func<Task<bool>> holds, string what)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        while (!await holds())
        {
            Assert.False(limit.IsCancellationRequested, $"After a minute it still does not hold that {what}.");
            await Task.Delay(TimeSpan.FromMilliseconds(100), TimeProvider.System, CancellationToken.None);
        }
    }
}
