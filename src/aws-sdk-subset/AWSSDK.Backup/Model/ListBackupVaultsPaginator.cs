using Amazon.Runtime;
using Amazon.Wire;

namespace Amazon.Backup.Model;

internal sealed class ListBackupVaultsPaginator(IAmazonBackup client, ListBackupVaultsRequest request)
    : TokenPaginator<ListBackupVaultsResponse>, IListBackupVaultsPaginator
{
    public IPaginatedEnumerable<BackupVaultListMember> BackupVaultList
        => new PaginatedResultKeyResponse<ListBackupVaultsResponse, BackupVaultListMember>(this, static page => page.BackupVaultList ?? []);

    private protected override string FirstToken => request.NextToken;

    private protected override Task<ListBackupVaultsResponse> PageAsync(string token, CancellationToken cancellationToken)
    {
        request.NextToken = token;
        return client.ListBackupVaultsAsync(request, cancellationToken);
    }

    private protected override string NextToken(ListBackupVaultsResponse page) => page.NextToken;
}
