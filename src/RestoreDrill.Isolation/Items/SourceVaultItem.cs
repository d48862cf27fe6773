using RestoreDrill.Isolation.Accounts;

namespace RestoreDrill.Isolation.Items;

internal sealed class SourceVaultItem(IsolationOptions options, MemberVaults vaults) : IIsolationItem
{
    public string Id => "source-vault";

    public string Account => "source";

    public string Says => "There is a backup vault in the source account, for recovery points on their way";

    public async Task<ItemLook> LookAsync(CancellationToken cancellationToken) => await vaults.FindAsync(options.SourceVault, cancellationToken) is { } found
        ? ItemLook.Done(found.Arn)
        : ItemLook.ToDo($"there is no backup vault {options.SourceVault}", "makes it; a backup of RDS is under its instance's key, whatever the vault's is");

    public Task MakeAsync(CancellationToken cancellationToken) => vaults.CreateAsync(options.SourceVault, null, cancellationToken);
}
