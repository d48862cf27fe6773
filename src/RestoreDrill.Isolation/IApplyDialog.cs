namespace RestoreDrill.Isolation;

/// <summary>The person who applies.</summary>
public interface IApplyDialog
{
    /// <summary>Whether the changes of a plan are to be made.</summary>
    Task<bool> ConfirmAsync(IsolationPlan plan, CancellationToken cancellationToken);

    /// <summary>Whether what cannot be undone is to be made. Asked right before it is.</summary>
    Task<bool> ConfirmIrreversibleAsync(IsolationItem item, CancellationToken cancellationToken);

    /// <summary>Tells that a part has been made.</summary>
    void Made(IsolationItem item);
}
