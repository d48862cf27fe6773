namespace Amazon.Organizations.Model;

/// <inheritdoc/>
public class OrganizationsPaginatorFactory : IOrganizationsPaginatorFactory
{
    private readonly IAmazonOrganizations client;

    internal OrganizationsPaginatorFactory(IAmazonOrganizations client) => this.client = client;

    public IListAWSServiceAccessForOrganizationPaginator ListAWSServiceAccessForOrganization(ListAWSServiceAccessForOrganizationRequest request)
        => new ListAWSServiceAccessForOrganizationPaginator(client, request);

    public IListAccountsPaginator ListAccounts(ListAccountsRequest request) => new ListAccountsPaginator(client, request);

    public IListAccountsForParentPaginator ListAccountsForParent(ListAccountsForParentRequest request)
        => new ListAccountsForParentPaginator(client, request);

    public IListChildrenPaginator ListChildren(ListChildrenRequest request) => new ListChildrenPaginator(client, request);

    public IListOrganizationalUnitsForParentPaginator ListOrganizationalUnitsForParent(ListOrganizationalUnitsForParentRequest request)
        => new ListOrganizationalUnitsForParentPaginator(client, request);

    public IListParentsPaginator ListParents(ListParentsRequest request) => new ListParentsPaginator(client, request);

    public IListPoliciesPaginator ListPolicies(ListPoliciesRequest request) => new ListPoliciesPaginator(client, request);

    public IListPoliciesForTargetPaginator ListPoliciesForTarget(ListPoliciesForTargetRequest request)
        => new ListPoliciesForTargetPaginator(client, request);

    public IListRootsPaginator ListRoots(ListRootsRequest request) => new ListRootsPaginator(client, request);

    public IListTagsForResourcePaginator ListTagsForResource(ListTagsForResourceRequest request) => new ListTagsForResourcePaginator(client, request);
}
