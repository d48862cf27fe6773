namespace RestoreDrill.Core.GuardRails;

/// <summary>The isolation in one look: what several guard rails want to know is asked once, and an answer or a refusal stands for all of them.</summary>
internal sealed class AskedOnce(IIsolation isolation) : IIsolation
{
    private readonly Dictionary<string, Task<IReadOnlyList<OrganisationTarget>>> _paths = new(StringComparer.Ordinal);

    private Task<Organisation?>? _organisation;

    public Task<Organisation?> FindOrganisationAsync(CancellationToken cancellationToken) => _organisation ??= isolation.FindOrganisationAsync(cancellationToken);

    public Task<IReadOnlyList<OrganisationTarget>> PathOfAsync(string accountId, CancellationToken cancellationToken) =>
        _paths.TryGetValue(accountId, out var asked) ? asked : _paths[accountId] = isolation.PathOfAsync(accountId, cancellationToken);

    public Task<bool> IsMemberAsync(string accountId, CancellationToken cancellationToken) => isolation.IsMemberAsync(accountId, cancellationToken);

    public Task<IReadOnlyList<string>> AccountsInAsync(string parentId, CancellationToken cancellationToken) => isolation.AccountsInAsync(parentId, cancellationToken);

    public Task<IReadOnlyList<RoleTrust>> ListTrustsAsync(CancellationToken cancellationToken) => isolation.ListTrustsAsync(cancellationToken);

    public Task<RolePolicies?> FindPoliciesAsync(string role, CancellationToken cancellationToken) => isolation.FindPoliciesAsync(role, cancellationToken);

    public Task<string?> FindVaultPolicyAsync(string vault, CancellationToken cancellationToken) => isolation.FindVaultPolicyAsync(vault, cancellationToken);

    public Task<string> KeyPolicyAsync(string keyArn, CancellationToken cancellationToken) => isolation.KeyPolicyAsync(keyArn, cancellationToken);

    public Task<IReadOnlyList<KeyGrant>> GrantsOfAsync(string keyArn, CancellationToken cancellationToken) => isolation.GrantsOfAsync(keyArn, cancellationToken);

    public Task<IReadOnlyList<string>> SharedWithAsync(string snapshot, CancellationToken cancellationToken) => isolation.SharedWithAsync(snapshot, cancellationToken);
}
