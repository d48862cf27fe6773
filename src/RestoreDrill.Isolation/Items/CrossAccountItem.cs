using RestoreDrill.Isolation.Accounts;

namespace RestoreDrill.Isolation.Items;

internal sealed class CrossAccountItem(ManagementOrganisation organisation) : IIsolationItem
{
    public string Id => "cross-account-backup";

    public string Account => "management";

    public string Says => "AWS Backup may copy from one account of the organisation to another";

    public async Task<ItemLook> LookAsync(CancellationToken cancellationToken) => await organisation.CopiesAcrossAccountsAsync(cancellationToken)
        ? ItemLook.Done("isCrossAccountBackupEnabled is true")
        : ItemLook.ToDo("isCrossAccountBackupEnabled is not true", "sets it");

    public Task MakeAsync(CancellationToken cancellationToken) => organisation.CopyAcrossAccountsAsync(cancellationToken);
}
