namespace RestoreDrill.Core.Cloud;

/// <summary>
/// Collects the calls that adapters make while a step runs, so that each one's request id lands in the run's history. Flows with the
/// asynchronous context: concurrent steps never see each other's calls.
/// </summary>
public sealed class CloudCallLog
{
    private static readonly AsyncLocal<List<CloudCall>?> Current = new();

    private CloudCallLog()
    {
    }

    /// <summary>Begins collecting in this asynchronous context and what it starts.</summary>
    public static IReadOnlyList<CloudCall> Begin()
    {
        var calls = new List<CloudCall>();
        Current.Value = calls;
        return calls;
    }

    /// <summary>Notes an answered call; does nothing where nobody collects.</summary>
    public static void Note(CloudCall call)
    {
        if (Current.Value is { } calls)
        {
            lock (calls)
            {
                calls.Add(call);
            }
        }
    }
}
