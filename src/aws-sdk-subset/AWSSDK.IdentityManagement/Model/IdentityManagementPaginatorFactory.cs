namespace Amazon.IdentityManagement.Model;

/// <inheritdoc/>
public class IdentityManagementPaginatorFactory : IIdentityManagementPaginatorFactory
{
    private readonly IAmazonIdentityManagementService client;

    internal IdentityManagementPaginatorFactory(IAmazonIdentityManagementService client) => this.client = client;

    public IListAttachedRolePoliciesPaginator ListAttachedRolePolicies(ListAttachedRolePoliciesRequest request)
        => new ListAttachedRolePoliciesPaginator(client, request);

    public IListRolePoliciesPaginator ListRolePolicies(ListRolePoliciesRequest request) => new ListRolePoliciesPaginator(client, request);

    public IListRoleTagsPaginator ListRoleTags(ListRoleTagsRequest request) => new ListRoleTagsPaginator(client, request);

    public IListRolesPaginator ListRoles(ListRolesRequest request) => new ListRolesPaginator(client, request);
}
