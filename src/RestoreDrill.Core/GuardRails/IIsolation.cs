using RestoreDrill.Core.Cloud;

namespace RestoreDrill.Core.GuardRails;

/// <summary>
/// What the vault account can be asked about its own isolation, in the role <c>restoredrill-vault</c>. Every member throws <see cref="CloudException"/> when AWS refuses
/// or does not answer. Nothing can be changed through it.
/// </summary>
public interface IIsolation
{
    /// <summary>The organisation of the vault account; null: it is in none.</summary>
    Task<Organisation?> FindOrganisationAsync(CancellationToken cancellationToken);

    /// <summary>Whether an account is a member of the organisation.</summary>
    Task<bool> IsMemberAsync(string accountId, CancellationToken cancellationToken);

    /// <summary>The account, and every unit from it up to the root, with their policies. Needs what a resource policy of the organisation gives the vault account.</summary>
    Task<IReadOnlyList<OrganisationTarget>> PathOfAsync(string accountId, CancellationToken cancellationToken);

    /// <summary>The accounts in a unit or in the root, directly.</summary>
    Task<IReadOnlyList<string>> AccountsInAsync(string parentId, CancellationToken cancellationToken);

    /// <summary>All roles of the account, each with whom it trusts.</summary>
    Task<IReadOnlyList<RoleTrust>> ListTrustsAsync(CancellationToken cancellationToken);

    /// <summary>What a role may do: the policies that are written in it, and the ARNs of those that hang on it; null: there is no such role.</summary>
    Task<RolePolicies?> FindPoliciesAsync(string role, CancellationToken cancellationToken);

    /// <summary>A backup vault's access policy, JSON; null: it has none.</summary>
    Task<string?> FindVaultPolicyAsync(string vault, CancellationToken cancellationToken);

    /// <summary>A key's policy, JSON.</summary>
    /// <param name="keyArn">The key's ARN, not an alias's.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    Task<string> KeyPolicyAsync(string keyArn, CancellationToken cancellationToken);

    /// <summary>All grants on a key.</summary>
    /// <param name="keyArn">The key's ARN, not an alias's.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    Task<IReadOnlyList<KeyGrant>> GrantsOfAsync(string keyArn, CancellationToken cancellationToken);

    /// <summary>Accounts that may restore or copy a manual snapshot; <c>all</c> means public.</summary>
    Task<IReadOnlyList<string>> SharedWithAsync(string snapshot, CancellationToken cancellationToken);
}
