using RestoreDrill.Sandbox.Policies;

namespace RestoreDrill.Sandbox.Organizations.Delegation;

/// <summary>
/// The actions that a resource policy can give a member: those that read, and those of policies and tags (Organizations user guide, "Resource-based policy
/// examples"). Whether AWS takes wildcards in it is not known; here one may stand for such actions only.
/// </summary>
internal static class DelegableActions
{
    private static readonly string[] Delegable =
    [
        "DescribeAccount", "DescribeCreateAccountStatus", "DescribeEffectivePolicy", "DescribeHandshake", "DescribeOrganization", "DescribeOrganizationalUnit",
        "DescribePolicy", "DescribeResourcePolicy", "ListAWSServiceAccessForOrganization", "ListAccounts", "ListAccountsForParent", "ListChildren",
        "ListCreateAccountStatus", "ListDelegatedAdministrators", "ListDelegatedServicesForAccount", "ListHandshakesForAccount",
        "ListHandshakesForOrganization", "ListOrganizationalUnitsForParent", "ListParents", "ListPolicies", "ListPoliciesForTarget", "ListRoots",
        "ListTagsForResource", "ListTargetsForPolicy", "CreatePolicy", "UpdatePolicy", "DeletePolicy", "AttachPolicy", "DetachPolicy", "EnablePolicyType",
        "DisablePolicyType", "TagResource", "UntagResource",
    ];

    private static readonly string[] Others =
    [
        "AcceptHandshake", "CancelHandshake", "CloseAccount", "CreateAccount", "CreateGovCloudAccount", "CreateOrganization", "CreateOrganizationalUnit",
        "DeclineHandshake", "DeleteOrganization", "DeleteOrganizationalUnit", "DeleteResourcePolicy", "DeregisterDelegatedAdministrator",
        "DisableAWSServiceAccess", "EnableAWSServiceAccess", "EnableAllFeatures", "InviteAccountToOrganization", "LeaveOrganization", "MoveAccount",
        "PutResourcePolicy", "RegisterDelegatedAdministrator", "RemoveAccountFromOrganization", "UpdateOrganizationalUnit",
    ];

    /// <summary>Whether a statement that gives these actions can stand in a resource policy.</summary>
    public static bool Include(ActionMatch actions) =>
        Delegable.Any(action => actions.Covers(Full(action))) && !Others.Any(action => actions.Covers(Full(action)));

    private static string Full(string action) => $"organizations:{action}";
}
