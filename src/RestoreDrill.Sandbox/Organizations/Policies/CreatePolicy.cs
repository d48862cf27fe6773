using RestoreDrill.Sandbox.Organizations.Tagging;

namespace RestoreDrill.Sandbox.Organizations.Policies;

/// <summary>A policy can be made while its type is not on; it hangs nowhere at first.</summary>
internal sealed class CreatePolicy : IOrganizationsOperation
{
    public string Name => nameof(CreatePolicy);

    public Dictionary<string, object> Execute(OrganizationsCall call)
    {
        PolicyTypes.DemandServiceControl(call, "Type");
        var tags = OrganizationsTags.Read(call.Parameters);
        var policy = new ServiceControlPolicy
        {
            Id = OrganizationIds.New("p-", 8),
            Name = PolicyRules.Name(call.State, call.Required("Name")),
            Description = PolicyRules.Bounded(call.Parameters.Text("Description") ?? "", PolicyRules.LongestDescription),
            Content = PolicyRules.Content(call.Required("Content")),
        };
        call.State.Policies.Add(policy);
        OrganizationsTags.Put(call.State, policy.Id, tags);
        return OrganizationsJson.Policy(call.State, policy);
    }
}
