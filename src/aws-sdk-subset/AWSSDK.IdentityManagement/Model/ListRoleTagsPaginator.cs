using Amazon.Runtime;
using Amazon.Wire;

namespace Amazon.IdentityManagement.Model;

internal sealed class ListRoleTagsPaginator(IAmazonIdentityManagementService client, ListRoleTagsRequest request)
    : TokenPaginator<ListRoleTagsResponse>, IListRoleTagsPaginator
{
    public IPaginatedEnumerable<Tag> Tags
        => new PaginatedResultKeyResponse<ListRoleTagsResponse, Tag>(this, static page => page.Tags ?? []);

    private protected override string FirstToken => request.Marker;

    private protected override Task<ListRoleTagsResponse> PageAsync(string token, CancellationToken cancellationToken)
    {
        request.Marker = token;
        return client.ListRoleTagsAsync(request, cancellationToken);
    }

    private protected override string NextToken(ListRoleTagsResponse page) => page.Marker;
}
