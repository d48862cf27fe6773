namespace RestoreDrill.Soak;

internal static class Pause
{
    /// <summary>Waits; false if it was cut short.</summary>
    public static async Task<bool> UnlessCancelledAsync(TimeSpan time, CancellationToken ct)
    {
        try
        {
            await Task.Delay(time, TimeProvider.System, ct);
            return true;
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }
}
