using RestoreDrill.Sandbox.Http;

namespace RestoreDrill.Sandbox.Organizations.Tagging;

/// <summary>Finds what can have tags: the root, organisational units, accounts, policies and the resource policy.</summary>
internal static class TaggedPart
{
    /// <summary>The id that a call names.</summary>
    /// <exception cref="AwsError">InvalidInputException or TargetNotFoundException.</exception>
    public static string Of(OrganizationsCall call)
    {
        var id = call.Matching(
            "ResourceId", "INVALID_PATTERN",
            OrganizationIds.Root(), OrganizationIds.Unit(), OrganizationIds.Account(), OrganizationIds.Policy(), OrganizationIds.ResourcePolicy());
        return call.IsInTree(id) || call.State.Policies.Exists(policy => policy.Id == id) || call.State.Delegation?.Id == id
            ? id
            : throw OrganizationsError.NoSuchTarget();
    }
}
