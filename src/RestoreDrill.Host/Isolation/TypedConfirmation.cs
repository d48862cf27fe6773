using RestoreDrill.Host.Running;
using RestoreDrill.Isolation;

namespace RestoreDrill.Host.Isolation;

/// <summary>A person who types what is to be confirmed, a line each. What is typed comes from standard input, what is asked goes to standard error.</summary>
internal sealed class TypedConfirmation(Invocation invocation, IsolationOptions options) : IApplyDialog, IDisposable
{
    private readonly TypedLines _typed = new(invocation.Surroundings);

    public async Task<bool> ConfirmAsync(IsolationPlan plan, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(plan);
        foreach (var item in plan.Items.Where(static item => item.Look.State == ItemState.ToDo))
        {
            foreach (var change in item.Look.Changes)
            {
                invocation.Presenter.Say($"{item.Id} ({item.Account} account): {change}");
            }
        }

        return await TypedAsync("To make these changes, type the id of the vault account:", options.VaultAccount, cancellationToken);
    }

    public async Task<bool> ConfirmIrreversibleAsync(IsolationItem item, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(item);
        foreach (var change in item.Look.Changes)
        {
            invocation.Presenter.Say($"{item.Id} ({item.Account} account): {change}");
        }

        invocation.Presenter.Say($"THIS CANNOT BE UNDONE: {item.Irreversible}.");
        return await TypedAsync("To lock the vault, type its name; anything else leaves it open:", options.Vault, cancellationToken);
    }

    public void Made(IsolationItem item)
    {
        ArgumentNullException.ThrowIfNull(item);
        invocation.Presenter.Say(item.Look.State == ItemState.Done ? $"{item.Id}: made: {item.Look.Found}" : $"{item.Id}: made, and does not show yet: {item.Look.Found}");
    }

    public void Dispose() => _typed.Dispose();

    private async Task<bool> TypedAsync(string question, string wanted, CancellationToken cancellationToken) =>
        await _typed.AskAsync(question, cancellationToken) == wanted;
}
