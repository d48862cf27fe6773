namespace RestoreDrill.Sandbox.Organizations.Units;

/// <summary>The organisational units directly below a parent.</summary>
internal sealed class ListOrganizationalUnitsForParent : IOrganizationsOperation
{
    public string Name => nameof(ListOrganizationalUnitsForParent);

    public Dictionary<string, object> Execute(OrganizationsCall call)
    {
        var parent = call.Parent();
        return call.Page(
            "OrganizationalUnits", call.State.Units.Where(unit => unit.ParentId == parent), unit => unit.Id, unit => OrganizationsJson.Unit(call.State, unit));
    }
}
