using RestoreDrill.Isolation.Accounts;
using RestoreDrill.Isolation.Documents;

namespace RestoreDrill.Isolation.Items;

internal sealed class DelegationItem(ManagementOrganisation organisation, PolicyValues values) : IIsolationItem
{
    public string Id => "delegation";

    public string Account => "management";

    public string Says => "The vault account may look at the policies that bind it, and do nothing else in the organisation";

    public async Task<ItemLook> LookAsync(CancellationToken cancellationToken)
    {
        var merge = await MergeAsync(cancellationToken);
        return merge.Changes.Count == 0 ? ItemLook.Done("the organisation's resource policy says so") : ItemLook.ToDo("the organisation's resource policy does not say so", merge.Changes);
    }

    public async Task MakeAsync(CancellationToken cancellationToken) =>
        await organisation.PutResourcePolicyAsync((await MergeAsync(cancellationToken)).Document.ToJsonString(), cancellationToken);

    private async Task<PolicyMerge> MergeAsync(CancellationToken cancellationToken) =>
        PolicyMerge.Of(await organisation.FindResourcePolicyAsync(cancellationToken), await values.FillAsync("organization", cancellationToken));
}
