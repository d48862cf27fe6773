using RestoreDrill.Sandbox.Accounts;
using RestoreDrill.Sandbox.Http;
using RestoreDrill.Sandbox.Policies;

namespace RestoreDrill.Sandbox.Organizations.Delegation;

/// <summary>
/// What the organisation's resource policy lets members do (Organizations user guide, "Delegated administrator for AWS Organizations"): a member's own policies
/// and this one both have to allow. Delegated administrators of single services are not known here.
/// </summary>
internal sealed class Delegations(Organisation organisation, Authorization authorization)
{
    /// <summary>Call with the states held.</summary>
    public bool Cover(AwsCall call, IEnumerable<AccessCheck> checks)
    {
        if (organisation.State.Delegation is not { } delegation)
        {
            return false;
        }

        var arn = OrganizationArn.For(organisation.State, delegation.Id);
        var policy = new ResourcePolicy(
            PolicyKind.Resource, new NamedPolicy(arn, organisation.Read(delegation.Content, PolicyKind.Resource)), IsRequired: false);
        return checks.All(check => authorization.Allows(call, check with { Policy = policy }));
    }
}
