using Amazon.Runtime;
using Amazon.Wire;

namespace Amazon.Organizations.Model;

internal sealed class ListParentsPaginator(IAmazonOrganizations client, ListParentsRequest request)
    : TokenPaginator<ListParentsResponse>, IListParentsPaginator
{
    public IPaginatedEnumerable<Parent> Parents
        => new PaginatedResultKeyResponse<ListParentsResponse, Parent>(this, static page => page.Parents ?? []);

    private protected override string FirstToken => request.NextToken;

    private protected override Task<ListParentsResponse> PageAsync(string token, CancellationToken cancellationToken)
    {
        request.NextToken = token;
        return client.ListParentsAsync(request, cancellationToken);
    }

    private protected override string NextToken(ListParentsResponse page) => page.NextToken;
}
