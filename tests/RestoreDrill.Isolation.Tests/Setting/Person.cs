namespace RestoreDrill.Isolation.Tests.Setting;

/// <summary>Somebody who applies, and says yes unless told otherwise.</summary>
internal sealed class Person : IApplyDialog
{
    public bool ConfirmsChanges { get; init; } = true;

    public bool ConfirmsLock { get; init; } = true;

    /// <summary>What was made, in order.</summary>
    public List<string> Saw { get; } = [];

    /// <summary>How often a question was asked.</summary>
    public int Asked { get; private set; }

    public Task<bool> ConfirmAsync(IsolationPlan plan, CancellationToken cancellationToken)
    {
        Asked++;
        return Task.FromResult(ConfirmsChanges);
    }

    public Task<bool> ConfirmIrreversibleAsync(IsolationItem item, CancellationToken cancellationToken)
    {
        Asked++;
        return Task.FromResult(ConfirmsLock);
    }

    public void Made(IsolationItem item)
    {
        Assert.Equal(ItemState.Done, item.Look.State);
        Saw.Add(item.Id);
    }
}
