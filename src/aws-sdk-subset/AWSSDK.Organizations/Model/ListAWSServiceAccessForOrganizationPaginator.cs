using Amazon.Runtime;
using Amazon.Wire;

namespace Amazon.Organizations.Model;

internal sealed class ListAWSServiceAccessForOrganizationPaginator(IAmazonOrganizations client, ListAWSServiceAccessForOrganizationRequest request)
    : TokenPaginator<ListAWSServiceAccessForOrganizationResponse>, IListAWSServiceAccessForOrganizationPaginator
{
    public IPaginatedEnumerable<EnabledServicePrincipal> EnabledServicePrincipals
        => new PaginatedResultKeyResponse<ListAWSServiceAccessForOrganizationResponse, EnabledServicePrincipal>(
            this, static page => page.EnabledServicePrincipals ?? []);

    private protected override string FirstToken => request.NextToken;

    private protected override Task<ListAWSServiceAccessForOrganizationResponse> PageAsync(string token, CancellationToken cancellationToken)
    {
        request.NextToken = token;
        return client.ListAWSServiceAccessForOrganizationAsync(request, cancellationToken);
    }

    private protected override string NextToken(ListAWSServiceAccessForOrganizationResponse page) => page.NextToken;
}
