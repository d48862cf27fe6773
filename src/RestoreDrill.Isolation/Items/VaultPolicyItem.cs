using RestoreDrill.Isolation.Accounts;
using RestoreDrill.Isolation.Documents;

namespace RestoreDrill.Isolation.Items;

/// <summary>The access policy, which denies everybody to lock the vault, too: it comes after the lock.</summary>
internal sealed class VaultPolicyItem(IsolationOptions options, MemberVaults vaults, PolicyValues values) : IIsolationItem
{
    private const string Put = "backup:PutBackupVaultAccessPolicy";

    public string Id => "vault-policy";

    public string Account => "vault";

    public string Says => "The vault's access policy lets the source account copy in, and denies everybody to remove or weaken";

    public async Task<ItemLook> LookAsync(CancellationToken cancellationToken)
    {
        if (await vaults.FindAsync(options.Vault, cancellationToken) is not { } vault)
        {
            return ItemLook.ToDo("there is no vault yet", "puts the policy on it once it is made", new NeededAction(Put, "*"));
        }

        var found = await vaults.FindPolicyAsync(options.Vault, cancellationToken);
        var merge = PolicyMerge.Of(found, await values.FillAsync("backup-vault", cancellationToken));
        if (merge.Changes.Count == 0)
        {
            return ItemLook.Done($"access policy of {vault.Name}");
        }

        return PolicyReading.DeniesEverybody(found, Put)
            ? ItemLook.NeedsPerson($"an access policy that does not say so, and denies everybody {Put}", [.. merge.Changes, "but the policy that is there denies to be changed: name another vault (RestoreDrill:Backup:Vault)"])
            : ItemLook.ToDo(found is null ? "no access policy" : "an access policy that does not say so", merge.Changes, new NeededAction(Put, vault.Arn));
    }

    public async Task MakeAsync(CancellationToken cancellationToken)
    {
        var merge = PolicyMerge.Of(await vaults.FindPolicyAsync(options.Vault, cancellationToken), await values.FillAsync("backup-vault", cancellationToken));
        await vaults.PutPolicyAsync(options.Vault, merge.Document.ToJsonString(), cancellationToken);
    }
}
