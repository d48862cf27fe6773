using Amazon.Runtime;

namespace Amazon.Organizations.Model;

/// <summary>The pages of one <c>ListPolicies</c> question. It can be enumerated once.</summary>
public interface IListPoliciesPaginator
{
    IPaginatedEnumerable<ListPoliciesResponse> Responses { get; }

    IPaginatedEnumerable<PolicySummary> Policies { get; }
}
