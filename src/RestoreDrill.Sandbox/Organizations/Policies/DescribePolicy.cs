namespace RestoreDrill.Sandbox.Organizations.Policies;

internal sealed class DescribePolicy : IOrganizationsOperation
{
    public string Name => nameof(DescribePolicy);

    public Dictionary<string, object> Execute(OrganizationsCall call) => OrganizationsJson.Policy(call.State, call.Policy());
}
