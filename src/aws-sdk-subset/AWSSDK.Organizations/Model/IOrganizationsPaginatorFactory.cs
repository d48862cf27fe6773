namespace Amazon.Organizations.Model;

/// <summary>Paginators: each reads page after page, following <c>NextToken</c>, while it is enumerated.</summary>
public interface IOrganizationsPaginatorFactory
{
    IListAWSServiceAccessForOrganizationPaginator ListAWSServiceAccessForOrganization(ListAWSServiceAccessForOrganizationRequest request);

    IListAccountsPaginator ListAccounts(ListAccountsRequest request);

    IListAccountsForParentPaginator ListAccountsForParent(ListAccountsForParentRequest request);

    IListChildrenPaginator ListChildren(ListChildrenRequest request);

    IListOrganizationalUnitsForParentPaginator ListOrganizationalUnitsForParent(ListOrganizationalUnitsForParentRequest request);

    IListParentsPaginator ListParents(ListParentsRequest request);

    IListPoliciesPaginator ListPolicies(ListPoliciesRequest request);

    IListPoliciesForTargetPaginator ListPoliciesForTarget(ListPoliciesForTargetRequest request);

    IListRootsPaginator ListRoots(ListRootsRequest request);

    IListTagsForResourcePaginator ListTagsForResource(ListTagsForResourceRequest request);
}
