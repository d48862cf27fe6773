using Amazon.Organizations;
using RestoreDrill.Isolation.Accounts;

namespace RestoreDrill.Isolation.Items;

internal sealed class PolicyTypeItem(ManagementOrganisation organisation) : IIsolationItem
{
    public string Id => "policy-type";

    public string Account => "management";

    public string Says => "Service control policies are enabled in the organisation";

    public async Task<ItemLook> LookAsync(CancellationToken cancellationToken)
    {
        var root = await organisation.RootAsync(cancellationToken);
        var type = (root.PolicyTypes ?? []).Find(static one => one.Type == PolicyType.SERVICE_CONTROL_POLICY);
        return type?.Status == PolicyTypeStatus.ENABLED
            ? ItemLook.Done($"enabled at {root.Id}")
            : ItemLook.ToDo($"not enabled at {root.Id}", "enables them: until a policy is attached, they allow everything");
    }

    public async Task MakeAsync(CancellationToken cancellationToken) =>
        await organisation.EnablePoliciesAsync((await organisation.RootAsync(cancellationToken)).Id, cancellationToken);
}
