using RestoreDrill.Isolation.Accounts;
using RestoreDrill.Isolation.Documents;

namespace RestoreDrill.Isolation.Items;

internal sealed class SourceKeysItem(SourceKeys sourceKeys, MemberKeys keys, PolicyValues values) : IIsolationItem
{
    public string Id => "source-keys";

    public string Account => "source";

    public string Says => "The vault account may use the keys of the protected instances, by way of RDS and AWS Backup, to copy what is under them";

    public async Task<ItemLook> LookAsync(CancellationToken cancellationToken)
    {
        var found = await sourceKeys.FindAsync(cancellationToken);
        if (found.Troubles.Count > 0)
        {
            return ItemLook.NeedsPerson(
                string.Join("; ", found.Troubles), "a protected instance has to be there, under a customer managed key that is enabled. Is the account, the region and the instance's name right (RestoreDrill:Source, RestoreDrill:Databases)? If it is under another key, restore a snapshot of it that was copied under a customer managed one");
        }

        var changes = new List<string>();
        foreach (var arn in found.Arns)
        {
            changes.AddRange((await MergeAsync(arn, cancellationToken)).Changes.Select(change => $"{change} in the policy of {arn}"));
        }

        return changes.Count == 0 ? ItemLook.Done(string.Join(", ", found.Arns)) : ItemLook.ToDo("key policies do not say so", changes);
    }

    public async Task MakeAsync(CancellationToken cancellationToken)
    {
        foreach (var arn in (await sourceKeys.FindAsync(cancellationToken)).Arns)
        {
            if (await MergeAsync(arn, cancellationToken) is { Changes.Count: > 0 } merge)
            {
                await keys.PutPolicyAsync(arn, merge.Document.ToJsonString(), cancellationToken);
            }
        }
    }

    private async Task<PolicyMerge> MergeAsync(string arn, CancellationToken cancellationToken) =>
        PolicyMerge.Of(await keys.PolicyOfAsync(arn, cancellationToken), await values.FillAsync("source-key", cancellationToken));
}
