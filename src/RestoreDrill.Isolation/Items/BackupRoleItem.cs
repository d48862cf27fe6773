using System.Text.Json.Nodes;
using RestoreDrill.Isolation.Accounts;
using RestoreDrill.Isolation.Documents;

namespace RestoreDrill.Isolation.Items;

/// <summary>The role that AWS Backup works in, with the policy that AWS manages for it.</summary>
internal sealed class BackupRoleItem(IsolationOptions options, MemberRoles roles) : IIsolationItem
{
    private const string Policy = "arn:aws:iam::aws:policy/service-role/AWSBackupServiceRolePolicyForBackup";

    public string Id => "role-backup";

    public string Account => "source";

    public string Says => $"Role {Name} lets AWS Backup back up and copy, and nobody else in";

    private static JsonObject Trust => new()
    {
        ["Version"] = "2012-10-17",
        ["Statement"] = new JsonArray(new JsonObject
        {
            ["Effect"] = "Allow", ["Principal"] = new JsonObject { ["Service"] = "backup.amazonaws.com" }, ["Action"] = "sts:AssumeRole",
        }),
    };

    private string Name => options.BackupRoleArn[(options.BackupRoleArn.LastIndexOf('/') + 1)..];

    public async Task<ItemLook> LookAsync(CancellationToken cancellationToken)
    {
        if (await roles.FindTrustAsync(Name, cancellationToken) is not { } trust)
        {
            return ItemLook.ToDo($"there is no role {Name}", ["makes it, for AWS Backup alone", $"gives it {Policy}"]);
        }

        // A role that backs up other things as well may have been made for more than this.
        if (PolicyReading.LetIn(trust).Where(static principal => principal != "Service backup.amazonaws.com").ToList() is { Count: > 0 } strangers)
        {
            return ItemLook.NeedsPerson($"role {Name} can be taken on by {string.Join(", ", strangers)}", "name a role that AWS Backup alone can take on: RestoreDrill:Backup:RoleArn");
        }

        // Without a managed policy its own ones have to do: copy runs tell what is missing.
        var (within, on) = (await roles.PoliciesInAsync(Name, cancellationToken), await roles.PoliciesOnAsync(Name, cancellationToken));
        return within.Count + on.Count > 0 ? ItemLook.Done($"{options.BackupRoleArn}, with {string.Join(", ", on.Concat(within))}") : ItemLook.ToDo($"role {Name} may do nothing", $"gives it {Policy}");
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
