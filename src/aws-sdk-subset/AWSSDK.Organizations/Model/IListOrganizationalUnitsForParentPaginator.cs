using Amazon.Runtime;

namespace Amazon.Organizations.Model;

/// <summary>The pages of one <c>ListOrganizationalUnitsForParent</c> question. It can be enumerated once.</summary>
public interface IListOrganizationalUnitsForParentPaginator
{
    IPaginatedEnumerable<ListOrganizationalUnitsForParentResponse> Responses { get; }

    IPaginatedEnumerable<OrganizationalUnit> OrganizationalUnits { get; }
}
