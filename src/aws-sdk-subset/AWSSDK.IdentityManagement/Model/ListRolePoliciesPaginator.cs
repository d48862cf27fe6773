using Amazon.Runtime;
using Amazon.Wire;

namespace Amazon.IdentityManagement.Model;

internal sealed class ListRolePoliciesPaginator(IAmazonIdentityManagementService client, ListRolePoliciesRequest request)
    : TokenPaginator<ListRolePoliciesResponse>, IListRolePoliciesPaginator
{
    public IPaginatedEnumerable<string> PolicyNames
        => new PaginatedResultKeyResponse<ListRolePoliciesResponse, string>(this, static page => page.PolicyNames ?? []);

    private protected override string FirstToken => request.Marker;

    private protected override Task<ListRolePoliciesResponse> PageAsync(string token, CancellationToken cancellationToken)
    {
        request.Marker = token;
        return client.ListRolePoliciesAsync(request, cancellationToken);
    }

    private protected override string NextToken(ListRolePoliciesResponse page) => page.Marker;
}
