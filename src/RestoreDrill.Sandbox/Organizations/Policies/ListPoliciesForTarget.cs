namespace RestoreDrill.Sandbox.Organizations.Policies;

/// <summary>The policies that hang on the target itself: what it inherits is not told.</summary>
internal sealed class ListPoliciesForTarget : IOrganizationsOperation
{
    public string Name => nameof(ListPoliciesForTarget);

    public Dictionary<string, object> Execute(OrganizationsCall call)
    {
        var target = call.Target();
        var isKnown = PolicyTypes.Read(call, "Filter") == PolicyTypes.ServiceControl;
        return call.Page("Policies", isKnown ? call.State.PoliciesOn(target) : [], policy => policy.Id, policy => OrganizationsJson.Summary(call.State, policy));
    }
}
