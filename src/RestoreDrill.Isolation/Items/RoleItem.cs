using System.Text.Json.Nodes;
using RestoreDrill.Isolation.Accounts;
using RestoreDrill.Isolation.Documents;

namespace RestoreDrill.Isolation.Items;

/// <summary>One of RestoreDrill's own roles: trust and policy as shipped, and nothing beside them.</summary>
/// <param name="options">What is wanted.</param>
/// <param name="account"><c>vault</c> or <c>source</c>.</param>
/// <param name="arn">The role.</param>
/// <param name="shipped">The name that its policies have in docs/iam.</param>
/// <param name="takers">Who takes it on, in words.</param>
/// <param name="roles">The account's roles.</param>
/// <param name="values">What stands in the policies.</param>
internal sealed class RoleItem(IsolationOptions options, string account, string arn, string shipped, string takers, MemberRoles roles, PolicyValues values) : IIsolationItem
{
    public string Id => "role-" + shipped["restoredrill-".Length..];

    public string Account => account;

    public string Says => $"Role {Name} can be taken on by {takers} alone, and may do what docs/iam/{shipped}.json says and no more";

    private string Name => arn[(arn.LastIndexOf('/') + 1)..];

    /// <summary>Installations share the roles, each with a policy of its own.</summary>
    private string Policy => $"{Name}-{options.Installation}";

    public async Task<ItemLook> LookAsync(CancellationToken cancellationToken)
    {
        if (await roles.FindTrustAsync(Name, cancellationToken) is not { } trust)
        {
            return ItemLook.ToDo($"there is no role {Name}", [$"makes it, with the trust policy {shipped}.trust.json", $"gives it {shipped}.json"], new NeededAction("iam:CreateRole", arn), Put);
        }

        if (await StrangersAsync(cancellationToken) is { Count: > 0 } strangers)
        {
            return ItemLook.NeedsPerson($"role {Name} has policies that are not ours: {string.Join(", ", strangers)}", "take them off the role: it may then do no more than what is shipped");
        }

        var (changes, needs) = (new List<string>(), new List<NeededAction>());
        if (!PolicyMerge.Same(trust, await TrustAsync(cancellationToken)))
        {
            changes.Add($"replaces the trust policy by {shipped}.trust.json: {Differences(trust, await TrustAsync(cancellationToken))}");
            needs.Add(new NeededAction("iam:UpdateAssumeRolePolicy", arn));
        }

        var permissions = await PermissionsAsync(cancellationToken);
        if (await roles.FindPolicyAsync(Name, Policy, cancellationToken) is not { } policy)
        {
            changes.Add($"writes {shipped}.json into its policy {Policy}, which is not there");
            needs.Add(Put);
        }
        else if (!PolicyMerge.Same(policy, permissions) && await values.AreKnownAsync(shipped, cancellationToken))
        {
            changes.Add($"writes {shipped}.json into its policy {Policy}: {Differences(policy, permissions)}");
            needs.Add(Put);
        }
        else if (!PolicyMerge.Same(policy, permissions) && changes.Count == 0)
        {
            // After an incident production's keys are gone, and the copies under them are not.
            return ItemLook.NotLookedAt($"role {Name} is there, and its policy may name keys that cannot be found now: source-keys has to be right first");
        }

        return changes.Count == 0 ? ItemLook.Done(arn) : ItemLook.ToDo($"role {Name} is not as shipped", changes, [.. needs]);
    }

    public async Task MakeAsync(CancellationToken cancellationToken)
    {
        var trust = await TrustAsync(cancellationToken);
        if (await roles.FindTrustAsync(Name, cancellationToken) is not { } found)
        {
            await roles.CreateAsync(Name, trust.ToJsonString(), cancellationToken);
        }
        else if (!PolicyMerge.Same(found, trust))
        {
            await roles.TrustAsync(Name, trust.ToJsonString(), cancellationToken);
        }

        await roles.PutPolicyAsync(Name, Policy, (await PermissionsAsync(cancellationToken)).ToJsonString(), cancellationToken);
    }

    private static string Differences(string found, JsonObject shipped) =>
        PolicyMerge.Differences(found, shipped) is { Count: > 0 } all ? string.Join("; ", all) : "one statement stands twice";

    private NeededAction Put => new("iam:PutRolePolicy", arn);

    private Task<JsonObject> TrustAsync(CancellationToken cancellationToken) => values.FillAsync(shipped + ".trust", cancellationToken);

    private Task<JsonObject> PermissionsAsync(CancellationToken cancellationToken) => values.FillAsync(shipped, cancellationToken);

    private async Task<IReadOnlyList<string>> StrangersAsync(CancellationToken cancellationToken) =>
    [
        .. (await roles.PoliciesInAsync(Name, cancellationToken)).Where(policy => !policy.StartsWith(Name + "-", StringComparison.Ordinal)),
        .. await roles.PoliciesOnAsync(Name, cancellationToken),
    ];
}
