using Amazon.Runtime;

namespace Amazon.Organizations.Model;

/// <summary>The pages of one <c>ListAccounts</c> question. It can be enumerated once.</summary>
public interface IListAccountsPaginator
{
    IPaginatedEnumerable<ListAccountsResponse> Responses { get; }

    IPaginatedEnumerable<Account> Accounts { get; }
}
