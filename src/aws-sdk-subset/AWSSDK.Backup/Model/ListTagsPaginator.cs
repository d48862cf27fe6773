using Amazon.Wire;

namespace Amazon.Backup.Model;

internal sealed class ListTagsPaginator(IAmazonBackup client, ListTagsRequest request)
    : TokenPaginator<ListTagsResponse>, IListTagsPaginator
{
    private protected override string FirstToken => request.NextToken;

    private protected override Task<ListTagsResponse> PageAsync(string token, CancellationToken cancellationToken)
    {
        request.NextToken = token;
        return client.ListTagsAsync(request, cancellationToken);
    }

    private protected override string NextToken(ListTagsResponse page) => page.NextToken;
}
