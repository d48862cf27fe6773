using Amazon.Runtime;

namespace Amazon.Organizations.Model;

/// <summary>The pages of one <c>ListPoliciesForTarget</c> question. It can be enumerated once.</summary>
public interface IListPoliciesForTargetPaginator
{
    IPaginatedEnumerable<ListPoliciesForTargetResponse> Responses { get; }

    IPaginatedEnumerable<PolicySummary> Policies { get; }
}
