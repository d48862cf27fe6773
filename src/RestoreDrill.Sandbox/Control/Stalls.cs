using System.IO.Enumeration;
using RestoreDrill.Sandbox.Accounts;

namespace RestoreDrill.Sandbox.Control;

/// <summary>The stalls in force.</summary>
internal sealed class Stalls
{
    private readonly Lock gate = new();
    private readonly List<Stall> inForce = [];
    private TaskCompletionSource released = New();

    public void Add(Stall stall)
    {
        lock (gate)
        {
            inForce.Add(stall);
        }
    }

    /// <summary>Releases the stalls of that name; all of them without one.</summary>
    public void Release(string? name)
    {
        TaskCompletionSource waiting;
        lock (gate)
        {
            inForce.RemoveAll(stall => name is null || stall.Name == name);
            waiting = released;
            released = New();
        }

        waiting.SetResult();
    }

    /// <summary>Comes back at once, or when nothing stalls this resource any more.</summary>
    public async Task Pass(StalledKind kind, string accountId, string identifier, string status, CancellationToken cancellationToken)
    {
        while (true)
        {
            Task change;
            lock (gate)
            {
                var isStalled = inForce.Exists(stall => stall.Kind == kind
                    && FileSystemName.MatchesSimpleExpression(stall.Name, identifier)
                    && (stall.Status is null || stall.Status == status)
                    && (stall.Account is null || Account.Named(stall.Account).Id == accountId));
                if (!isStalled)
                {
                    return;
                }

                change = released.Task;
            }

            await change.WaitAsync(cancellationToken);
        }
    }

    private static TaskCompletionSource New() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
