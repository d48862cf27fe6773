using Amazon.Runtime;
using Amazon.Wire;

namespace Amazon.Organizations.Model;

internal sealed class ListRootsPaginator(IAmazonOrganizations client, ListRootsRequest request)
    : TokenPaginator<ListRootsResponse>, IListRootsPaginator
{
    public IPaginatedEnumerable<Root> Roots
        => new PaginatedResultKeyResponse<ListRootsResponse, Root>(this, static page => page.Roots ?? []);

    private protected override string FirstToken => request.NextToken;

    private protected override Task<ListRootsResponse> PageAsync(string token, CancellationToken cancellationToken)
    {
        request.NextToken = token;
        return client.ListRootsAsync(request, cancellationToken);
    }

    private protected override string NextToken(ListRootsResponse page) => page.NextToken;
}
