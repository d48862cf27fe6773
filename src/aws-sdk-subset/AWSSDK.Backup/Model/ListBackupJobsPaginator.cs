using Amazon.Runtime;
using Amazon.Wire;

namespace Amazon.Backup.Model;

internal sealed class ListBackupJobsPaginator(IAmazonBackup client, ListBackupJobsRequest request)
    : TokenPaginator<ListBackupJobsResponse>, IListBackupJobsPaginator
{
    public IPaginatedEnumerable<BackupJob> BackupJobs
        => new PaginatedResultKeyResponse<ListBackupJobsResponse, BackupJob>(this, static page => page.BackupJobs ?? []);

    private protected override string FirstToken => request.NextToken;

    private protected override Task<ListBackupJobsResponse> PageAsync(string token, CancellationToken cancellationToken)
    {
        request.NextToken = token;
        return client.ListBackupJobsAsync(request, cancellationToken);
    }

    private protected override string NextToken(ListBackupJobsResponse page) => page.NextToken;
}
