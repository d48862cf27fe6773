using RestoreDrill.Sandbox.Organizations.Accounts;
using RestoreDrill.Sandbox.Organizations.Delegation;
using RestoreDrill.Sandbox.Organizations.Policies;
using RestoreDrill.Sandbox.Organizations.Services;
using RestoreDrill.Sandbox.Organizations.Structure;
using RestoreDrill.Sandbox.Organizations.Tagging;
using RestoreDrill.Sandbox.Organizations.Units;

namespace RestoreDrill.Sandbox.Organizations;

/// <summary>The operations that there are.</summary>
internal static class OrganizationsOperations
{
    public static IReadOnlyList<IOrganizationsOperation> All { get; } =
    [
        new DescribeOrganization(), new ListRoots(), new ListParents(), new ListChildren(),
        new ListAccounts(), new ListAccountsForParent(), new DescribeAccount(), new MoveAccount(), new LeaveOrganization(), new CloseAccount(),
        new RemoveAccountFromOrganization(),
        new CreateOrganizationalUnit(), new DescribeOrganizationalUnit(), new ListOrganizationalUnitsForParent(),
        new EnablePolicyType(), new CreatePolicy(), new UpdatePolicy(), new DescribePolicy(), new ListPolicies(), new ListPoliciesForTarget(),
        new AttachPolicy(), new DetachPolicy(),
        new PutResourcePolicy(), new DescribeResourcePolicy(),
        new EnableAWSServiceAccess(), new ListAWSServiceAccessForOrganization(),
        new TagResource(), new ListTagsForResource(),
    ];

    /// <summary>What every member may ask or do for itself (API reference).</summary>
    public static IReadOnlyList<string> ForMembers { get; } = [nameof(DescribeOrganization), nameof(LeaveOrganization)];
}
