using Amazon.Runtime;
using Amazon.Wire;

namespace Amazon.Backup.Model;

internal sealed class ListCopyJobsPaginator(IAmazonBackup client, ListCopyJobsRequest request)
    : TokenPaginator<ListCopyJobsResponse>, IListCopyJobsPaginator
{
    public IPaginatedEnumerable<CopyJob> CopyJobs
        => new PaginatedResultKeyResponse<ListCopyJobsResponse, CopyJob>(this, static page => page.CopyJobs ?? []);

    private protected override string FirstToken => request.NextToken;

    private protected override Task<ListCopyJobsResponse> PageAsync(string token, CancellationToken cancellationToken)
    {
        request.NextToken = token;
        return client.ListCopyJobsAsync(request, cancellationToken);
    }

    private protected override string NextToken(ListCopyJobsResponse page) => page.NextToken;
}
