namespace RestoreDrill.Sandbox.Organizations.Policies;

/// <summary>All policies of a type, wherever they hang. Of other types than service control policies there are none here.</summary>
internal sealed class ListPolicies : IOrganizationsOperation
{
    public string Name => nameof(ListPolicies);

    public Dictionary<string, object> Execute(OrganizationsCall call)
    {
        var isKnown = PolicyTypes.Read(call, "Filter") == PolicyTypes.ServiceControl;
        return call.Page("Policies", isKnown ? call.State.Policies : [], policy => policy.Id, policy => OrganizationsJson.Summary(call.State, policy));
    }
}
