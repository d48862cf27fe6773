using RestoreDrill.Isolation.Accounts;

namespace RestoreDrill.Isolation.Items;

internal sealed class BackupAccessItem(ManagementOrganisation organisation) : IIsolationItem
{
    private const string Service = "backup.amazonaws.com";

    public string Id => "backup-access";

    public string Account => "management";

    public string Says => "The organisation trusts AWS Backup";

    public async Task<ItemLook> LookAsync(CancellationToken cancellationToken) => await organisation.TrustsAsync(Service, cancellationToken)
        ? ItemLook.Done($"trusted access of {Service}")
        : ItemLook.ToDo($"no trusted access of {Service}", "enables it");

    public Task MakeAsync(CancellationToken cancellationToken) => organisation.TrustAsync(Service, cancellationToken);
}
