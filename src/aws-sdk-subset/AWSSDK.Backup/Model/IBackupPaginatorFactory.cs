namespace Amazon.Backup.Model;

/// <summary>Paginators: each reads page after page, following <c>NextToken</c>, while it is enumerated.</summary>
public interface IBackupPaginatorFactory
{
    IListBackupJobsPaginator ListBackupJobs(ListBackupJobsRequest request);

    IListBackupVaultsPaginator ListBackupVaults(ListBackupVaultsRequest request);

    IListCopyJobsPaginator ListCopyJobs(ListCopyJobsRequest request);

    IListRecoveryPointsByBackupVaultPaginator ListRecoveryPointsByBackupVault(ListRecoveryPointsByBackupVaultRequest request);

    IListTagsPaginator ListTags(ListTagsRequest request);
}
