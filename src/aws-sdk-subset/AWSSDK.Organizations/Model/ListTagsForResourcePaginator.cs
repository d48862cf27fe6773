using Amazon.Runtime;
using Amazon.Wire;

namespace Amazon.Organizations.Model;

internal sealed class ListTagsForResourcePaginator(IAmazonOrganizations client, ListTagsForResourceRequest request)
    : TokenPaginator<ListTagsForResourceResponse>, IListTagsForResourcePaginator
{
    public IPaginatedEnumerable<Tag> Tags
        => new PaginatedResultKeyResponse<ListTagsForResourceResponse, Tag>(this, static page => page.Tags ?? []);

    private protected override string FirstToken => request.NextToken;

    private protected override Task<ListTagsForResourceResponse> PageAsync(string token, CancellationToken cancellationToken)
    {
        request.NextToken = token;
        return client.ListTagsForResourceAsync(request, cancellationToken);
    }

    private protected override string NextToken(ListTagsForResourceResponse page) => page.NextToken;
}
