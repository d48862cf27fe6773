using RestoreDrill.Core.GuardRails.Policies;
using RestoreDrill.Isolation.Accounts;
using RestoreDrill.Isolation.Documents;

namespace RestoreDrill.Isolation.Items;

/// <summary>
/// The access policy, which denies everybody to lock the vault, too: it comes after the lock. It denies to be changed itself, so that whatever stands beside ours when it is put on
/// stays for good: what lets others in or keeps us out is not frozen.
/// </summary>
internal sealed class VaultPolicyItem(IsolationOptions options, MemberVaults vaults, PolicyValues values) : IIsolationItem
{
    private const string Put = "backup:PutBackupVaultAccessPolicy";

    public string Id => "vault-policy";

    public string Account => "vault";

    public string Says => "The vault's access policy lets the source account copy in, and denies everybody to remove or weaken, the policy itself included: it is for good";

    public async Task<ItemLook> LookAsync(CancellationToken cancellationToken)
    {
        if (await vaults.FindAsync(options.Vault, cancellationToken) is not { } vault)
        {
            return ItemLook.ToDo("there is no vault yet", "puts the policy on it once it is made", new NeededAction(Put, "*"));
        }

        var found = await vaults.FindPolicyAsync(options.Vault, cancellationToken);
        var isFrozen = PolicyReading.DeniesEverybody(found, Put);
        if (found is not null && new VaultPolicyTroubles(options.SourceAccount, options.VaultAccount).In(PolicyText.Parse(found).Statements) is { Count: > 0 } troubles)
        {
            return ItemLook.NeedsPerson(
                $"an access policy that does other things: {string.Join("; ", troubles)}",
                isFrozen
                    ? "the policy denies to be changed: nobody can mend it, and it stays. Name another vault (RestoreDrill:Backup:Vault); what lies in this one can still be restored"
                    : "take that out of the policy (`aws backup put-backup-vault-access-policy`, with the vault account's credentials), and find out who put it there: once our policy is on, nobody can change it any more");
        }

        var merge = PolicyMerge.Of(found, await values.FillAsync("backup-vault", cancellationToken));
        if (merge.Changes.Count == 0)
        {
            return ItemLook.Done($"access policy of {vault.Name}");
        }

        return isFrozen
            ? ItemLook.NeedsPerson($"an access policy that does not say so, and denies everybody {Put}", [.. merge.Changes, "but the policy that is there denies to be changed: name another vault (RestoreDrill:Backup:Vault)"])
            : ItemLook.ToDo(found is null ? "no access policy" : "an access policy that does not say so", merge.Changes, new NeededAction(Put, vault.Arn));
    }

    public async Task MakeAsync(CancellationToken cancellationToken)
    {
        var merge = PolicyMerge.Of(await vaults.FindPolicyAsync(options.Vault, cancellationToken), await values.FillAsync("backup-vault", cancellationToken));
        await vaults.PutPolicyAsync(options.Vault, merge.Document.ToJsonString(), cancellationToken);
    }
}
