namespace RestoreDrill.Sandbox.Accounts;

/// <summary>
/// The sandbox's time. Two readings: <see cref="GetUtcNow"/> is the time of resources and sessions and can be advanced;
/// <see cref="WallNow"/> is what signatures are held against and what the Date header says, and can be set apart from the host's by a skew.
/// </summary>
internal sealed class SandboxClock(TimeProvider host) : TimeProvider
{
    private readonly Lock gate = new();
    private TaskCompletionSource advanced = New();
    private TimeSpan offset;

    /// <summary>How far resource time runs ahead of the host's clock.</summary>
    public TimeSpan Offset { get { lock (gate) { return offset; } } }

    /// <summary>How far AWS's own clock is from the host's, as a client with a wrong clock would see it.</summary>
    public TimeSpan Skew { get; set; }

    public DateTimeOffset WallNow => host.GetUtcNow() + Skew;

    public override DateTimeOffset GetUtcNow() => host.GetUtcNow() + Offset;

    public void Advance(TimeSpan by)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(by, TimeSpan.Zero);
        TaskCompletionSource waiting;
        lock (gate)
        {
            offset += by;
            waiting = advanced;
            advanced = New();
        }

        waiting.SetResult();
    }

    /// <summary>Comes back once this clock reads <paramref name="time"/>, by waiting or by being advanced.</summary>
    public async Task Until(DateTimeOffset time, CancellationToken cancellationToken)
    {
        while (true)
        {
            Task moved;
            TimeSpan left;
            lock (gate)
            {
                moved = advanced.Task;
                left = time - (host.GetUtcNow() + offset);
            }

            if (left <= TimeSpan.Zero)
            {
                return;
            }

            using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
            await Task.WhenAny(Task.Delay(left, host, stop.Token), moved);
            await stop.CancelAsync();
            cancellationToken.ThrowIfCancellationRequested();
        }
    }

    private static TaskCompletionSource New() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
