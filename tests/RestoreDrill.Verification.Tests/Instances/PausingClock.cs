namespace RestoreDrill.Verification.Tests.Instances;

/// <summary>The system's clock, except that a <see cref="Task.Delay(TimeSpan, TimeProvider)"/> ends when the test says, which is told how long it should be.</summary>
internal sealed class PausingClock(Func<TimeSpan, Task> pause) : TimeProvider
{
    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        _ = EndAsync(callback, state, dueTime);
        return new Timer();
    }

    private async Task EndAsync(TimerCallback callback, object? state, TimeSpan dueTime)
    {
        await Task.Yield();
        try
        {
            await pause(dueTime);
        }
        finally
        {
            callback(state);
        }
    }

    private sealed class Timer : ITimer
    {
        public bool Change(TimeSpan dueTime, TimeSpan period) => true;

        public void Dispose()
        {
        }

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
