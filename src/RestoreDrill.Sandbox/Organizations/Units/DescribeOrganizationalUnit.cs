using RestoreDrill.Sandbox.Backup;

namespace RestoreDrill.Sandbox.Organizations.Units;

internal sealed class DescribeOrganizationalUnit : IOrganizationsOperation
{
    public string Name => nameof(DescribeOrganizationalUnit);

    public Dictionary<string, object> Execute(OrganizationsCall call)
    {
        var id = call.Matching("OrganizationalUnitId", "INVALID_PATTERN", OrganizationIds.Unit());
        var unit = call.State.Units.Find(candidate => candidate.Id == id) ?? throw OrganizationsError.NoSuchUnit();
        return BackupJson.Object(("OrganizationalUnit", OrganizationsJson.Unit(call.State, unit)));
    }
}
