using Amazon.Runtime;
using Amazon.Wire;

namespace Amazon.Organizations.Model;

internal sealed class ListAccountsPaginator(IAmazonOrganizations client, ListAccountsRequest request)
    : TokenPaginator<ListAccountsResponse>, IListAccountsPaginator
{
    public IPaginatedEnumerable<Account> Accounts
        => new PaginatedResultKeyResponse<ListAccountsResponse, Account>(this, static page => page.Accounts ?? []);

    private protected override string FirstToken => request.NextToken;

    private protected override Task<ListAccountsResponse> PageAsync(string token, CancellationToken cancellationToken)
    {
        request.NextToken = token;
        return client.ListAccountsAsync(request, cancellationToken);
    }

    private protected override string NextToken(ListAccountsResponse page) => page.NextToken;
}
