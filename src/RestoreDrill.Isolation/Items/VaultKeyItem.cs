using Amazon.KeyManagementService;
using RestoreDrill.Core.GuardRails.Policies;
using RestoreDrill.Isolation.Accounts;
using RestoreDrill.Isolation.Documents;

namespace RestoreDrill.Isolation.Items;

internal sealed class VaultKeyItem(IsolationOptions options, MemberKeys keys, VaultKey key, PolicyValues values) : IIsolationItem
{
    public string Id => "vault-key";

    public string Account => "vault";

    public string Says => Target is { } target
        ? $"The copies have a customer managed key of the vault account, enabled, that account {target.AccountId} may use to copy back, and nobody else outside it, by its policy or by a grant"
        : "The copies have a customer managed key of the vault account, enabled, that nobody outside it may use, by its policy or by a grant";

    private RestoreTargetOptions? Target => options.Restore?.Account;

    private string Description => $"RestoreDrill: copies of {options.Installation}";

    public async Task<ItemLook> LookAsync(CancellationToken cancellationToken)
    {
        if (await key.FindAsync(cancellationToken) is not { } found)
        {
            return key.Alias is { } alias
                ? ItemLook.ToDo($"there is no {alias}", $"makes a key and names it {alias}", new NeededAction("kms:CreateKey", "*"), new NeededAction("kms:CreateAlias", options.VaultKey))
                : ItemLook.NeedsPerson($"there is no key {options.VaultKey}", "correct RestoreDrill:Vault:KmsKey; for a key that is to be made write the ARN of its alias (arn:aws:kms:...:alias/restoredrill)");
        }

        if (found.AWSAccountId != options.VaultAccount || found.KeyManager != KeyManagerType.CUSTOMER)
        {
            return ItemLook.NeedsPerson($"{found.Arn} is not a customer managed key of account {options.VaultAccount}", "name another key: RestoreDrill:Vault:KmsKey");
        }

        if (found.KeyState != KeyState.Enabled)
        {
            return ItemLook.NeedsPerson(
                $"{found.Arn} is {found.KeyState}", $"without it no copy can be read: `aws kms cancel-key-deletion` or `enable-key`, with the vault account's credentials, and find out who did this");
        }

        var strangers = new KeyStrangers(options.VaultAccount, options.VaultRoles, Target?.AccountId);
        var policy = await keys.PolicyOfAsync(found.Arn, cancellationToken);
        var inPolicy = strangers.InPolicy(policy);
        var inGrants = strangers.InGrants(await keys.GrantsOfAsync(found.Arn, cancellationToken));
        if (strangers.DenialIn(policy) is { } denial)
        {
            return ItemLook.NeedsPerson(
                $"{found.Arn}: {denial}",
                "take that statement out of the key's policy (`aws kms put-key-policy`, with the vault account's credentials), and find out who put it there; where the service control policy is on, a person has to detach it before, and to apply afterwards");
        }

        if (inPolicy.Count + inGrants.Count > 0)
        {
            return ItemLook.NeedsPerson(
                $"{found.Arn} is others' to use: {string.Join("; ", inPolicy.Concat(inGrants))}",
                [
                    .. inPolicy.Count > 0 ? [$"take that out of the key's policy: nobody outside the vault account needs this key{(Target is { } user ? $", but account {user.AccountId} to use it and no more" : string.Empty)}"] : Array.Empty<string>(),
                    .. inGrants.Count > 0 ? ["`aws kms revoke-grant` for each, with the vault account's credentials, and find out who made them"] : Array.Empty<string>(),
                    "where the service control policy is on, it denies both: a person has to detach it before, and to apply afterwards",
                ]);
        }

        return Target is { } target && (await MergeAsync(policy, cancellationToken)).Changes is { Count: > 0 } changes
            ? ItemLook.ToDo(
                $"{found.Arn} cannot be used by account {target.AccountId}, without which nothing can be copied back into it",
                [.. changes.Select(static change => $"{change} in the key's policy")],
                new NeededAction("kms:PutKeyPolicy", found.Arn))
            : ItemLook.Done(found.Arn);
    }

    public async Task MakeAsync(CancellationToken cancellationToken)
    {
        var arn = (await key.FindAsync(cancellationToken))?.Arn ?? await MakeKeyAsync(cancellationToken);
        if (Target is not null && await MergeAsync(await keys.PolicyOfAsync(arn, cancellationToken), cancellationToken) is { Changes.Count: > 0 } merge)
        {
            await keys.PutPolicyAsync(arn, merge.Document.ToJsonString(), cancellationToken);
        }
    }

    private async Task<string> MakeKeyAsync(CancellationToken cancellationToken)
    {
        var arn = await keys.FindUnnamedAsync(Description, cancellationToken)
            ?? await keys.CreateAsync(Description, (await values.FillAsync("vault-key", cancellationToken)).ToJsonString(), cancellationToken);
        await keys.NameAsync(key.Alias!, arn, cancellationToken);
        return arn;
    }

    /// <summary>The key's policy with what the other account needs. What else is in it stays.</summary>
    private async Task<PolicyMerge> MergeAsync(string policy, CancellationToken cancellationToken) =>
        PolicyMerge.Of(policy, await values.FillAsync(PolicyValues.CopyBackOf("vault-key"), cancellationToken));
}
