using RestoreDrill.Sandbox.Backup;

namespace RestoreDrill.Sandbox.Organizations.Structure;

/// <summary>The accounts, or the organisational units, directly below a parent.</summary>
internal sealed class ListChildren : IOrganizationsOperation
{
    private const string Account = "ACCOUNT";
    private const string Unit = "ORGANIZATIONAL_UNIT";

    public string Name => nameof(ListChildren);

    public Dictionary<string, object> Execute(OrganizationsCall call)
    {
        var parent = call.Parent();
        var type = call.Required("ChildType");
        var children = type switch
        {
            Account => call.Organisation.Members.Where(member => member.ParentId == parent).Select(member => member.AccountId),
            Unit => call.State.Units.Where(unit => unit.ParentId == parent).Select(unit => unit.Id),
            _ => throw OrganizationsError.InvalidInput("INVALID_ENUM", "You specified an invalid value."),
        };
        return call.Page("Children", children, id => id, id => BackupJson.Object(("Id", id), ("Type", type)));
    }
}
