using RestoreDrill.Isolation.Accounts;

namespace RestoreDrill.Isolation.Items;

internal sealed class VaultItem(IsolationOptions options, MemberVaults vaults, VaultKey key) : IIsolationItem
{
    public string Id => "vault";

    public string Account => "vault";

    public string Says => "There is a backup vault for the copies, under their key";

    public async Task<ItemLook> LookAsync(CancellationToken cancellationToken)
    {
        var arn = (await key.FindAsync(cancellationToken))?.Arn;
        if (await vaults.FindAsync(options.Vault, cancellationToken) is not { } found)
        {
            return ItemLook.ToDo(
                $"there is no backup vault {options.Vault}", $"makes it, under {arn ?? "the key that is made before"}", new NeededAction("backup:CreateBackupVault", ArnOf(options.Vault)));
        }

        return arn is not null && found.KeyArn == arn
            ? ItemLook.Done(found.Arn)
            : ItemLook.NeedsPerson(
                $"backup vault {options.Vault} is under {found.KeyArn}, not under {arn ?? options.VaultKey}; a vault keeps its key", "name another vault (RestoreDrill:Backup:Vault), or this vault's key (RestoreDrill:Vault:KmsKey)");
    }

    public async Task MakeAsync(CancellationToken cancellationToken)
    {
        var found = await key.FindAsync(cancellationToken) ?? throw new InvalidOperationException($"The key {options.VaultKey}, which was made before, is not there.");
        await vaults.CreateAsync(options.Vault, found.Arn, cancellationToken);
    }

    private string ArnOf(string vault) => $"arn:aws:backup:{options.Region}:{options.VaultAccount}:backup-vault:{vault}";
}
