using Amazon.Runtime;
using Amazon.Wire;

namespace Amazon.Organizations.Model;

internal sealed class ListChildrenPaginator(IAmazonOrganizations client, ListChildrenRequest request)
    : TokenPaginator<ListChildrenResponse>, IListChildrenPaginator
{
    public IPaginatedEnumerable<Child> Children
        => new PaginatedResultKeyResponse<ListChildrenResponse, Child>(this, static page => page.Children ?? []);

    private protected override string FirstToken => request.NextToken;

    private protected override Task<ListChildrenResponse> PageAsync(string token, CancellationToken cancellationToken)
    {
        request.NextToken = token;
        return client.ListChildrenAsync(request, cancellationToken);
    }

    private protected override string NextToken(ListChildrenResponse page) => page.NextToken;
}
