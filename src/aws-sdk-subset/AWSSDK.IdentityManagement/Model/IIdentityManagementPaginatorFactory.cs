namespace Amazon.IdentityManagement.Model;

/// <summary>Paginators: each reads page after page, following <c>Marker</c>, while it is enumerated.</summary>
public interface IIdentityManagementPaginatorFactory
{
    IListAttachedRolePoliciesPaginator ListAttachedRolePolicies(ListAttachedRolePoliciesRequest request);

    IListRolePoliciesPaginator ListRolePolicies(ListRolePoliciesRequest request);

    IListRoleTagsPaginator ListRoleTags(ListRoleTagsRequest request);

    IListRolesPaginator ListRoles(ListRolesRequest request);
}
