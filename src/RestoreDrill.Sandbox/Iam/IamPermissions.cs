using RestoreDrill.Sandbox.Accounts;
using RestoreDrill.Sandbox.Http;
using RestoreDrill.Sandbox.Iam.Roles;
using RestoreDrill.Sandbox.Rds.Tags;

namespace RestoreDrill.Sandbox.Iam;

/// <summary>
/// The permissions that IAM asks for: its action on the role or the managed policy, and iam:TagRole besides for a role that is created with tags (service
/// authorization reference, "Actions, resources, and condition keys for AWS Identity and Access Management").
/// </summary>
internal sealed class IamPermissions(AccountStates states)
{
    /// <summary>The region that every call of IAM counts as (IAM user guide, aws:RequestedRegion).</summary>
    private const string Region = "us-east-1";

    /// <summary>The ARN of the role, else of the managed policy that a call is about; <c>*</c> if it is about neither.</summary>
    public string ResourceOf(AwsCall call)
    {
        var parameters = call.Parameters;
        if (parameters.Text("RoleName") is { } name)
        {
            var path = call.Action == "CreateRole" ? parameters.Text("Path") : Find(call.AccountId, name)?.Path;
            return IamRole.ArnOf(call.AccountId, path ?? "/", name);
        }

        return parameters.Text("PolicyArn")
            ?? (call.Action == "ListRoles" ? IamRole.ArnOf(call.AccountId, parameters.Text("PathPrefix") ?? "/", "") : "*");
    }

    public IReadOnlyList<AccessCheck> Of(AwsCall call)
    {
        lock (states.Gate)
        {
            var resource = ResourceOf(call);
            var asked = Keys(call);
            AccessCheck Check(string action) => new($"iam:{action}", resource, call.AccountId, asked);
            return call.Action == "CreateRole" && call.Parameters.Items("Tags") is not null ? [Check(call.Action), Check("TagRole")] : [Check(call.Action)];
        }
    }

    /// <summary>The condition keys that a role's tags are.</summary>
    public static IEnumerable<(string, string[])> ResourceKeys(IamRole? role) => (role?.Tags ?? [])
        .SelectMany(static tag => (IEnumerable<(string, string[])>)[($"aws:ResourceTag/{tag.Key}", [tag.Value]), ($"iam:ResourceTag/{tag.Key}", [tag.Value])]);

    private IamRole? Find(string accountId, string name)
    {
        lock (states.Gate)
        {
            return states.Of(accountId).Iam.Roles.Find(role => role.Name == name);
        }
    }

    private List<(string, string[])> Keys(AwsCall call)
    {
        var parameters = call.Parameters;
        List<(string, string[])> keys = [("aws:RequestedRegion", [Region])];
        if (call.Action is "AttachRolePolicy" or "DetachRolePolicy" && parameters.Text("PolicyArn") is { } policy)
        {
            keys.Add(("iam:PolicyARN", [policy]));
        }

        if (call.Action != "CreateRole" && parameters.Text("RoleName") is { } name)
        {
            keys.AddRange(ResourceKeys(Find(call.AccountId, name)));
        }

        List<ResourceTag> tags = [.. (parameters.Items("Tags") ?? []).Select(item => new ResourceTag(item.Text("Key") ?? "", item.Text("Value") ?? ""))];
        if (tags.Count > 0)
        {
            keys.Add(("aws:TagKeys", [.. tags.Select(tag => tag.Key)]));
            keys.AddRange(tags.Select(tag => ($"aws:RequestTag/{tag.Key}", new[] { tag.Value })));
        }

        return keys;
    }
}
