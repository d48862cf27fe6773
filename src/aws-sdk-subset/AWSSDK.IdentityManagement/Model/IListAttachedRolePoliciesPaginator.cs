using Amazon.Runtime;

namespace Amazon.IdentityManagement.Model;

/// <summary>The pages of one <c>ListAttachedRolePolicies</c> question. It can be enumerated once.</summary>
public interface IListAttachedRolePoliciesPaginator
{
    IPaginatedEnumerable<ListAttachedRolePoliciesResponse> Responses { get; }

    IPaginatedEnumerable<AttachedPolicyType> AttachedPolicies { get; }
}
