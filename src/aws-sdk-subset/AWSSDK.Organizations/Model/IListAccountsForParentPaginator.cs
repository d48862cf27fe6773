using Amazon.Runtime;

namespace Amazon.Organizations.Model;

/// <summary>The pages of one <c>ListAccountsForParent</c> question. It can be enumerated once.</summary>
public interface IListAccountsForParentPaginator
{
    IPaginatedEnumerable<ListAccountsForParentResponse> Responses { get; }

    IPaginatedEnumerable<Account> Accounts { get; }
}
