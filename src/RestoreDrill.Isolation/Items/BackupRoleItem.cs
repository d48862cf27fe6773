using System.Text.Json.Nodes;
using RestoreDrill.Isolation.Accounts;
using RestoreDrill.Isolation.Documents;

namespace RestoreDrill.Isolation.Items;

/// <summary>A role that AWS Backup works in, with the policy that AWS manages for it.</summary>
/// <param name="id">The part's.</param>
/// <param name="account"><c>vault</c> or <c>source</c>.</param>
/// <param name="arn">The role.</param>
/// <param name="key">Where the configuration names it.</param>
/// <param name="roles">The account's roles.</param>
internal sealed class BackupRoleItem(string id, string account, string arn, string key, MemberRoles roles) : IIsolationItem
{
    private const string Policy = "arn:aws:iam::aws:policy/service-role/AWSBackupServiceRolePolicyForBackup";

    private const string Frozen = "restoredrill-";

    public string Id => id;

    public string Account => account;

    public string Says => $"Role {Name} lets AWS Backup back up and copy, and nobody else in";

    private static JsonObject Trust => new()
    {
        ["Version"] = "2012-10-17",
        ["Statement"] = new JsonArray(new JsonObject
        {
            ["Effect"] = "Allow", ["Principal"] = new JsonObject { ["Service"] = "backup.amazonaws.com" }, ["Action"] = "sts:AssumeRole",
        }),
    };

    private string Name => arn[(arn.LastIndexOf('/') + 1)..];

    private NeededAction Attach => new("iam:AttachRolePolicy", arn);

    public async Task<ItemLook> LookAsync(CancellationToken cancellationToken)
    {
        if (account == "vault" && !Name.StartsWith(Frozen, StringComparison.Ordinal))
        {
            return ItemLook.NeedsPerson(
                $"role {Name} could be given to others by administrators of the vault account", $"name one that begins with {Frozen}, as the roles do that the service control policy keeps as they are: {key}");
        }

        if (await roles.FindTrustAsync(Name, cancellationToken) is not { } trust)
        {
            return ItemLook.ToDo($"there is no role {Name}", ["makes it, for AWS Backup alone", $"gives it {Policy}"], new NeededAction("iam:CreateRole", arn), Attach);
        }

        // A role that backs up other things as well may have been made for more than this.
        if (PolicyReading.LetIn(trust).Where(static principal => principal != "Service backup.amazonaws.com").ToList() is { Count: > 0 } strangers)
        {
            return ItemLook.NeedsPerson($"role {Name} can be taken on by {string.Join(", ", strangers)}", $"name a role that AWS Backup alone can take on: {key}");
        }

        // Without a managed policy its own ones have to do: copy runs tell what is missing.
        var (within, on) = (await roles.PoliciesInAsync(Name, cancellationToken), await roles.PoliciesOnAsync(Name, cancellationToken));
        return within.Count + on.Count > 0 ? ItemLook.Done($"{arn}, with {string.Join(", ", on.Concat(within))}") : ItemLook.ToDo($"role {Name} may do nothing", $"gives it {Policy}", Attach);
    }

    public async Task MakeAsync(CancellationToken cancellationToken)
    {
        if (await roles.FindTrustAsync(Name, cancellationToken) is null)
        {
            await roles.CreateAsync(Name, Trust.ToJsonString(), cancellationToken);
        }

        await roles.AttachAsync(Name, Policy, cancellationToken);
    }
}
