using Amazon.Runtime;
using Amazon.Wire;

namespace Amazon.IdentityManagement.Model;

internal sealed class ListRolesPaginator(IAmazonIdentityManagementService client, ListRolesRequest request)
    : TokenPaginator<ListRolesResponse>, IListRolesPaginator
{
    public IPaginatedEnumerable<Role> Roles
        => new PaginatedResultKeyResponse<ListRolesResponse, Role>(this, static page => page.Roles ?? []);

    private protected override string FirstToken => request.Marker;

    private protected override Task<ListRolesResponse> PageAsync(string token, CancellationToken cancellationToken)
    {
        request.Marker = token;
        return client.ListRolesAsync(request, cancellationToken);
    }

    private protected override string NextToken(ListRolesResponse page) => page.Marker;
}
