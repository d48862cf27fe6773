using RestoreDrill.Sandbox.Backup;
using RestoreDrill.Sandbox.Http;

namespace RestoreDrill.Sandbox.Organizations.Policies;

/// <summary>
/// Turns service control policies on: AWS then hangs its FullAWSAccess on the root, every organisational unit and every account (Organizations user guide, "Service
/// control policies"). AWS does so in the background, and the sandbox at once.
/// </summary>
internal sealed class EnablePolicyType : IOrganizationsOperation
{
    public string Name => nameof(EnablePolicyType);

    public Dictionary<string, object> Execute(OrganizationsCall call)
    {
        var state = call.State;
        var root = call.Matching("RootId", "INVALID_PATTERN", OrganizationIds.Root());
        PolicyTypes.DemandServiceControl(call, "PolicyType");
        if (root != state.RootId)
        {
            throw OrganizationsError.NoSuchRoot();
        }

        if (state.HasServiceControlPolicies)
        {
            throw new AwsError("PolicyTypeAlreadyEnabledException", "The specified policy type is already enabled.");
        }

        state.HasServiceControlPolicies = true;
        foreach (var target in (IEnumerable<string>)
            [state.RootId, .. state.Units.Select(unit => unit.Id), .. call.Organisation.Members.Select(member => member.AccountId)])
        {
            state.AttachFirst(target);
        }

        return BackupJson.Object(("Root", OrganizationsJson.Root(state)));
    }
}
