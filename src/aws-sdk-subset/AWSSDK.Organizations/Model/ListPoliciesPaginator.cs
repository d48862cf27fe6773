using Amazon.Runtime;
using Amazon.Wire;

namespace Amazon.Organizations.Model;

internal sealed class ListPoliciesPaginator(IAmazonOrganizations client, ListPoliciesRequest request)
    : TokenPaginator<ListPoliciesResponse>, IListPoliciesPaginator
{
    public IPaginatedEnumerable<PolicySummary> Policies
        => new PaginatedResultKeyResponse<ListPoliciesResponse, PolicySummary>(this, static page => page.Policies ?? []);

    private protected override string FirstToken => request.NextToken;

    private protected override Task<ListPoliciesResponse> PageAsync(string token, CancellationToken cancellationToken)
    {
        request.NextToken = token;
        return client.ListPoliciesAsync(request, cancellationToken);
    }

    private protected override string NextToken(ListPoliciesResponse page) => page.NextToken;
}
