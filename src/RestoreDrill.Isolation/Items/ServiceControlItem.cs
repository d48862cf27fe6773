using System.Text.Json.Nodes;
using RestoreDrill.Core.GuardRails;
using RestoreDrill.Core.GuardRails.Policies;
using RestoreDrill.Isolation.Accounts;
using RestoreDrill.Isolation.Documents;

namespace RestoreDrill.Isolation.Items;

/// <summary>The service control policy, last of all: it freezes what came before it.</summary>
internal sealed class ServiceControlItem(IsolationOptions options, ManagementOrganisation organisation, PolicyValues values) : IIsolationItem
{
    private const string Name = "restoredrill-vault";

    /// <summary>What AWS Backup's own policy gives the role of a job on the snapshots of recovery points (AWS managed policy reference, AWSBackupServiceRolePolicyForBackup).</summary>
    private const string Sharing = "rds:ModifyDBSnapshotAttribute";

    public string Id => "service-control-policy";

    public string Account => "management";

    public string Says => "A service control policy denies everybody in the vault account, its root user included, what would take copies away";

    public async Task<ItemLook> LookAsync(CancellationToken cancellationToken)
    {
        var path = await organisation.PathAsync(cancellationToken);
        var (found, ours) = ((await organisation.FindPolicyAsync(Name, cancellationToken))?.Text, await values.FillAsync("vault-account.scp", cancellationToken));
        var merge = PolicyMerge.Of(found, ours);
        if (options.Restore?.Account is { } target && Denials(merge.Document, path).FirstOrDefault() is { } denying)
        {
            return ItemLook.NeedsPerson(
                $"policy {denying} denies {Sharing} to everybody: AWS Backup could not copy a recovery point into account {target.AccountId}",
                $"take {Sharing} out of that statement (`aws organizations update-policy`, with the management account's credentials) and apply: what takes its place denies it to everybody but {target.CopyRoleArn}. RestoreDrill has no code that takes a denial away");
        }

        var changes = merge.Changes.Select(static change => $"{change} in policy {Name}").ToList();

        // Of the root it is of every account, which it must not be.
        var at = path.Skip(1).Where(static target => !target.IsRoot).FirstOrDefault(static target => target.Policies.Any(static policy => policy.Name == Name))?.Id
            ?? path.Take(1).FirstOrDefault(static target => target.Policies.Any(static policy => policy.Name == Name))?.Id;
        if (at is null)
        {
            changes.Add($"attaches policy {Name} to the unit of account {options.VaultAccount}: from then on nobody in it can change lock, access policy, key or roles");

            // Whatever else stands in it binds the account from then on, too.
            changes.AddRange(found is null ? [] : PolicyMerge.Beside(found, ours).Select(static statement => $"and with it a statement that is not ours, {statement}"));
        }

        return changes.Count == 0 ? ItemLook.Done($"policy {Name} at {at}") : ItemLook.ToDo(at is null ? $"no policy {Name} at the vault account's unit" : $"policy {Name} does not say so", changes);
    }

    /// <summary>The policies that keep the role which AWS Backup copies in from sharing; ours is taken as it is going to be.</summary>
    private static IEnumerable<string> Denials(JsonObject ours, IReadOnlyList<OrganisationTarget> path) =>
        from policy in path.SelectMany(static target => target.Policies).Where(static policy => policy.Name != Name).Append(new AttachedPolicy(Name, ours.ToJsonString()))
        where PolicyText.Parse(policy.Document).Statements.Any(static statement => statement is { IsDeny: true, Condition: null } && statement.IsAbout(Sharing))
        select policy.Name;

    public async Task MakeAsync(CancellationToken cancellationToken)
    {
        var found = await organisation.FindPolicyAsync(Name, cancellationToken);
        var merge = PolicyMerge.Of(found?.Text, await values.FillAsync("vault-account.scp", cancellationToken));
        var id = found?.Id ?? await organisation.CreatePolicyAsync(Name, merge.Document.ToJsonString(), cancellationToken);
        if (found is not null && merge.Changes.Count > 0)
        {
            await organisation.ChangePolicyAsync(id, merge.Document.ToJsonString(), cancellationToken);
        }

        var path = await organisation.PathAsync(cancellationToken);
        if (!path.Any(static target => !target.IsRoot && target.Policies.Any(static policy => policy.Name == Name)))
        {
            await organisation.AttachAsync(id, path[1].Id, cancellationToken);
        }
    }
}
