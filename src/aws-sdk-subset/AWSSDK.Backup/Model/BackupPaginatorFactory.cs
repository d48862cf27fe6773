namespace Amazon.Backup.Model;

/// <inheritdoc/>
public class BackupPaginatorFactory : IBackupPaginatorFactory
{
    private readonly IAmazonBackup client;

    internal BackupPaginatorFactory(IAmazonBackup client) => this.client = client;

    public IListBackupJobsPaginator ListBackupJobs(ListBackupJobsRequest request) => new ListBackupJobsPaginator(client, request);

    public IListBackupVaultsPaginator ListBackupVaults(ListBackupVaultsRequest request) => new ListBackupVaultsPaginator(client, request);

    public IListCopyJobsPaginator ListCopyJobs(ListCopyJobsRequest request) => new ListCopyJobsPaginator(client, request);

    public IListRecoveryPointsByBackupVaultPaginator ListRecoveryPointsByBackupVault(ListRecoveryPointsByBackupVaultRequest request)
        => new ListRecoveryPointsByBackupVaultPaginator(client, request);

    public IListTagsPaginator ListTags(ListTagsRequest request) => new ListTagsPaginator(client, request);
}
