namespace RestoreDrill.Sandbox.Control;

/// <summary>The calls received since the start or the last clearing; the oldest are forgotten beyond a bound.</summary>
internal sealed class CallLog
{
    private const int Kept = 50_000;
    private readonly Lock gate = new();
    private readonly Queue<LoggedCall> calls = [];
    private int count;

    public void Add(LoggedCall call)
    {
        lock (gate)
        {
            calls.Enqueue(call with { Number = ++count });
            if (calls.Count > Kept)
            {
                calls.Dequeue();
            }
        }
    }

    public IReadOnlyList<LoggedCall> All()
    {
        lock (gate)
        {
            return [.. calls];
        }
    }

    public void Clear()
    {
        lock (gate)
        {
            calls.Clear();
        }
    }
}
