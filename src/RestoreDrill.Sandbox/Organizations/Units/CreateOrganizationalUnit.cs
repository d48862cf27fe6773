using RestoreDrill.Sandbox.Backup;
using RestoreDrill.Sandbox.Http;
using RestoreDrill.Sandbox.Organizations.Tagging;

namespace RestoreDrill.Sandbox.Organizations.Units;

/// <summary>Its name is the only one below its parent, and it is at most the fifth below the root (Organizations user guide, "Quotas").</summary>
internal sealed class CreateOrganizationalUnit : IOrganizationsOperation
{
    private const int Deepest = 5;

    public string Name => nameof(CreateOrganizationalUnit);

    public Dictionary<string, object> Execute(OrganizationsCall call)
    {
        var state = call.State;
        var parent = call.Parent();
        var name = call.Required("Name");
        var tags = OrganizationsTags.Read(call.Parameters);
        if (name.Length > 128)
        {
            throw OrganizationsError.InvalidInput("MAX_LENGTH_EXCEEDED", "You provided a string parameter that is longer than allowed.");
        }

        if (state.Units.Exists(unit => unit.ParentId == parent && unit.Name == name))
        {
            throw new AwsError("DuplicateOrganizationalUnitException", "An OU with the same name already exists.");
        }

        // The line of the parent has the root in it.
        if (state.LineOf(parent).Count > Deepest)
        {
            throw OrganizationsError.ConstraintViolation("OU_DEPTH_LIMIT_EXCEEDED", "You attempted to create an OU tree that is too many levels deep.");
        }

        var created = new Unit(OrganizationIds.New($"ou-{state.RootId[2..]}-", 8), name, parent);
        state.Units.Add(created);
        state.AttachFirst(created.Id);
        OrganizationsTags.Put(state, created.Id, tags);
        return BackupJson.Object(("OrganizationalUnit", OrganizationsJson.Unit(state, created)));
    }
}
