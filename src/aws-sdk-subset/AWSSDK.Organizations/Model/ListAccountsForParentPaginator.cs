using Amazon.Runtime;
using Amazon.Wire;

namespace Amazon.Organizations.Model;

internal sealed class ListAccountsForParentPaginator(IAmazonOrganizations client, ListAccountsForParentRequest request)
    : TokenPaginator<ListAccountsForParentResponse>, IListAccountsForParentPaginator
{
    public IPaginatedEnumerable<Account> Accounts
        => new PaginatedResultKeyResponse<ListAccountsForParentResponse, Account>(this, static page => page.Accounts ?? []);

    private protected override string FirstToken => request.NextToken;

    private protected override Task<ListAccountsForParentResponse> PageAsync(string token, CancellationToken cancellationToken)
    {
        request.NextToken = token;
        return client.ListAccountsForParentAsync(request, cancellationToken);
    }

    private protected override string NextToken(ListAccountsForParentResponse page) => page.NextToken;
}
