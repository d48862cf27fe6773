using RestoreDrill.Sandbox.Backup;

namespace RestoreDrill.Sandbox.Organizations.Structure;

/// <summary>The one parent of an account or organisational unit.</summary>
internal sealed class ListParents : IOrganizationsOperation
{
    public string Name => nameof(ListParents);

    public Dictionary<string, object> Execute(OrganizationsCall call)
    {
        var child = call.Matching("ChildId", "INVALID_PATTERN", OrganizationIds.Account(), OrganizationIds.Unit());
        var parent = call.IsInTree(child) ? call.State.ParentOf(child)! : throw OrganizationsError.NoSuchChild();
        return call.Page("Parents", [parent], id => id, id => BackupJson.Object(("Id", id), ("Type", id == call.State.RootId ? "ROOT" : "ORGANIZATIONAL_UNIT")));
    }
}
