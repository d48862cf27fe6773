using Amazon.Runtime;
using Amazon.Wire;

namespace Amazon.Organizations.Model;

internal sealed class ListPoliciesForTargetPaginator(IAmazonOrganizations client, ListPoliciesForTargetRequest request)
    : TokenPaginator<ListPoliciesForTargetResponse>, IListPoliciesForTargetPaginator
{
    public IPaginatedEnumerable<PolicySummary> Policies
        => new PaginatedResultKeyResponse<ListPoliciesForTargetResponse, PolicySummary>(this, static page => page.Policies ?? []);

    private protected override string FirstToken => request.NextToken;

    private protected override Task<ListPoliciesForTargetResponse> PageAsync(string token, CancellationToken cancellationToken)
    {
        request.NextToken = token;
        return client.ListPoliciesForTargetAsync(request, cancellationToken);
    }

    private protected override string NextToken(ListPoliciesForTargetResponse page) => page.NextToken;
}
