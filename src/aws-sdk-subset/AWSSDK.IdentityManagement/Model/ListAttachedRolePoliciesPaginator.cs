using Amazon.Runtime;
using Amazon.Wire;

namespace Amazon.IdentityManagement.Model;

internal sealed class ListAttachedRolePoliciesPaginator(IAmazonIdentityManagementService client, ListAttachedRolePoliciesRequest request)
    : TokenPaginator<ListAttachedRolePoliciesResponse>, IListAttachedRolePoliciesPaginator
{
    public IPaginatedEnumerable<AttachedPolicyType> AttachedPolicies
        => new PaginatedResultKeyResponse<ListAttachedRolePoliciesResponse, AttachedPolicyType>(this, static page => page.AttachedPolicies ?? []);

    private protected override string FirstToken => request.Marker;

    private protected override Task<ListAttachedRolePoliciesResponse> PageAsync(string token, CancellationToken cancellationToken)
    {
        request.Marker = token;
        return client.ListAttachedRolePoliciesAsync(request, cancellationToken);
    }

    private protected override string NextToken(ListAttachedRolePoliciesResponse page) => page.Marker;
}
