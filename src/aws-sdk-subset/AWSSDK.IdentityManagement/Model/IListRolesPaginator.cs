using Amazon.Runtime;

namespace Amazon.IdentityManagement.Model;

/// <summary>The pages of one <c>ListRoles</c> question. It can be enumerated once.</summary>
public interface IListRolesPaginator
{
    IPaginatedEnumerable<ListRolesResponse> Responses { get; }

    IPaginatedEnumerable<Role> Roles { get; }
}
