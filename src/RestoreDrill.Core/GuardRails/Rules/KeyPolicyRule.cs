using RestoreDrill.Core.Copying;
using RestoreDrill.Core.GuardRails.Policies;
using RestoreDrill.Core.Protection;

namespace RestoreDrill.Core.GuardRails.Rules;

/// <summary>Who may use the key that copies are under: of route <c>aws-backup</c> the backup vault's, whatever an alias names by now.</summary>
/// <param name="options">The configuration.</param>
/// <param name="roles">The ARNs of RestoreDrill's roles in the vault account.</param>
/// <param name="vault">Whom to ask for the configured key.</param>
/// <param name="used">The key that the backup vault encrypts under.</param>
/// <param name="isolation">Whom to ask for its policy and grants.</param>
internal sealed class KeyPolicyRule(InstallationOptions options, IReadOnlyList<string> roles, IVaultAccount vault, BackupVaultKey used, IIsolation isolation) : IGuardRailRule
{
    public GuardRail Rail => GuardRailCatalog.KeyPolicy;

    public async Task<GuardRailAnswer> AskAsync(CancellationToken cancellationToken)
    {
        var key = await FindKeyAsync(cancellationToken).ConfigureAwait(false);
        var policy = await isolation.KeyPolicyAsync(key, cancellationToken).ConfigureAwait(false);
        var grants = await isolation.GrantsOfAsync(key, cancellationToken).ConfigureAwait(false);
        var strangers = new KeyStrangers(options.Vault.AccountId, roles, options.Restore?.Account?.AccountId);
        IEnumerable<string> denial = strangers.DenialIn(policy) is { } denied ? [denied] : [];
        var wrong = strangers.InPolicy(policy).Concat(denial).Concat(strangers.InGrants(grants)).Select(stranger => $"{key}: {stranger}").ToList();
        var given = grants.Count == 0 ? "it has no grants" : $"{grants.Count} grants are for {string.Join(", ", grants.Select(static grant => grant.Grantee).Distinct().Order(StringComparer.Ordinal))}";
        var user = options.Restore?.Account is { } target ? $", and account {target.AccountId} use it" : string.Empty;
        return GuardRailAnswer.Judge(Rail, wrong, $"{key}: its policy lets in account {options.Vault.AccountId} alone{user}; {given}");
    }

    // An alias is no name that KMS gives a policy or grants by (API reference, GetKeyPolicy, ListGrants: KeyId).
    private async Task<string> FindKeyAsync(CancellationToken cancellationToken) => await used.FindAsync(cancellationToken).ConfigureAwait(false)
        ?? (await vault.DescribeKeyAsync(options.Vault.KmsKey, cancellationToken).ConfigureAwait(false)).Arn;
}
