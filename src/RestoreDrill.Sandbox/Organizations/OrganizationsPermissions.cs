using RestoreDrill.Sandbox.Accounts;
using RestoreDrill.Sandbox.Http;
using RestoreDrill.Sandbox.Organizations.Policies;
using RestoreDrill.Sandbox.Rds.Tags;

namespace RestoreDrill.Sandbox.Organizations;

/// <summary>
/// The permissions that AWS Organizations asks for (service authorization reference, "Actions, resources, and condition keys for AWS Organizations"): its action
/// on every part of the organisation that a call names, and to tag what is created with tags. All parts are the management account's.
/// </summary>
internal sealed class OrganizationsPermissions(AccountStates states, Organisation organisation)
{
    private static readonly string[] Named =
    [
        "PolicyId", "AccountId", "TargetId", "OrganizationalUnitId", "ParentId", "ChildId", "RootId", "SourceParentId", "DestinationParentId", "ResourceId",
    ];

    /// <summary>The ARN of what a call is about first; <c>*</c> if there is none.</summary>
    public string ResourceOf(AwsCall call)
    {
        lock (states.Gate)
        {
            return OrganizationArn.For(organisation.State, Ids(call).FirstOrDefault("*"));
        }
    }

    public IReadOnlyList<AccessCheck> Of(AwsCall call)
    {
        lock (states.Gate)
        {
            List<(string, string[])> keys = [.. RequestKeys(call)];
            List<AccessCheck> checks = [.. Ids(call).DefaultIfEmpty("*").Select(id => Check(call.Action, id, keys))];
            if (call.Action != "TagResource" && call.Parameters.Items("Tags") is not null)
            {
                checks.Add(Check("TagResource", "*", keys));
            }

            return checks;
        }
    }

    private static IEnumerable<string> Ids(AwsCall call) => Named.Select(call.Parameters.Text).OfType<string>();

    private AccessCheck Check(string action, string id, IEnumerable<(string, string[])> keys)
    {
        List<ResourceTag> tags = organisation.State.Tags.GetValueOrDefault(id) ?? [];
        return new AccessCheck(
            $"organizations:{action}", OrganizationArn.For(organisation.State, id), Account.Management.Id,
            [.. keys, .. tags.Select(tag => ($"aws:ResourceTag/{tag.Key}", new[] { tag.Value }))]);
    }

    private static IEnumerable<(string, string[])> RequestKeys(AwsCall call)
    {
        var parameters = call.Parameters;
        var ofPolicy = parameters.Text("PolicyId") is null ? null : PolicyTypes.ServiceControl;
        if ((parameters.Text("PolicyType") ?? parameters.Text("Type") ?? parameters.Text("Filter") ?? ofPolicy) is { } type)
        {
            yield return ("organizations:PolicyType", [type]);
        }

        if (parameters.Text("ServicePrincipal") is { } service)
        {
            yield return ("organizations:ServicePrincipal", [service]);
        }

        if (parameters.Items("Tags") is { } tags)
        {
            yield return ("aws:TagKeys", [.. tags.Select(tag => tag.Text("Key") ?? "")]);
            foreach (var tag in tags)
            {
                yield return ($"aws:RequestTag/{tag.Text("Key")}", [tag.Text("Value") ?? ""]);
            }
        }
    }
}
