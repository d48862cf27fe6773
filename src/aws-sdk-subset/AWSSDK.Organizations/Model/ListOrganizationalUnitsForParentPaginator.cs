using Amazon.Runtime;
using Amazon.Wire;

namespace Amazon.Organizations.Model;

internal sealed class ListOrganizationalUnitsForParentPaginator(IAmazonOrganizations client, ListOrganizationalUnitsForParentRequest request)
    : TokenPaginator<ListOrganizationalUnitsForParentResponse>, IListOrganizationalUnitsForParentPaginator
{
    public IPaginatedEnumerable<OrganizationalUnit> OrganizationalUnits
        => new PaginatedResultKeyResponse<ListOrganizationalUnitsForParentResponse, OrganizationalUnit>(
            this, static page => page.OrganizationalUnits ?? []);

    private protected override string FirstToken => request.NextToken;

    private protected override Task<ListOrganizationalUnitsForParentResponse> PageAsync(string token, CancellationToken cancellationToken)
    {
        request.NextToken = token;
        return client.ListOrganizationalUnitsForParentAsync(request, cancellationToken);
    }

    private protected override string NextToken(ListOrganizationalUnitsForParentResponse page) => page.NextToken;
}
