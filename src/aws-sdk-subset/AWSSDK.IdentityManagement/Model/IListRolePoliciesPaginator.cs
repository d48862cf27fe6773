using Amazon.Runtime;

namespace Amazon.IdentityManagement.Model;

/// <summary>The pages of one <c>ListRolePolicies</c> question. It can be enumerated once.</summary>
public interface IListRolePoliciesPaginator
{
    IPaginatedEnumerable<ListRolePoliciesResponse> Responses { get; }

    IPaginatedEnumerable<string> PolicyNames { get; }
}
