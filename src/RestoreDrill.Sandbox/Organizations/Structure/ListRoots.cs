namespace RestoreDrill.Sandbox.Organizations.Structure;

internal sealed class ListRoots : IOrganizationsOperation
{
    public string Name => nameof(ListRoots);

    public Dictionary<string, object> Execute(OrganizationsCall call) => call.Page("Roots", [call.State], state => state.RootId, OrganizationsJson.Root);
}
