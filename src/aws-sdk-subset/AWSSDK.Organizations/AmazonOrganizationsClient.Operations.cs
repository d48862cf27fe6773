using Amazon.Organizations.Model;
using Amazon.Organizations.Wire;

namespace Amazon.Organizations;

/// <content>One method per operation.</content>
public partial class AmazonOrganizationsClient
{
    /// <inheritdoc/>
    public virtual Task<AttachPolicyResponse> AttachPolicyAsync(AttachPolicyRequest request, CancellationToken cancellationToken = default)
        => SendAsync(Operations.AttachPolicy, request, cancellationToken);

    /// <inheritdoc/>
    public virtual Task<CloseAccountResponse> CloseAccountAsync(CloseAccountRequest request, CancellationToken cancellationToken = default)
        => SendAsync(Operations.CloseAccount, request, cancellationToken);

    /// <inheritdoc/>
    public virtual Task<CreateOrganizationalUnitResponse> CreateOrganizationalUnitAsync(
        CreateOrganizationalUnitRequest request, CancellationToken cancellationToken = default)
        => SendAsync(Operations.CreateOrganizationalUnit, request, cancellationToken);

    /// <inheritdoc/>
    public virtual Task<CreatePolicyResponse> CreatePolicyAsync(CreatePolicyRequest request, CancellationToken cancellationToken = default)
        => SendAsync(Operations.CreatePolicy, request, cancellationToken);

    /// <inheritdoc/>
    public virtual Task<DescribeAccountResponse> DescribeAccountAsync(DescribeAccountRequest request, CancellationToken cancellationToken = default)
        => SendAsync(Operations.DescribeAccount, request, cancellationToken);

    /// <inheritdoc/>
    public virtual Task<DescribeOrganizationResponse> DescribeOrganizationAsync(
        DescribeOrganizationRequest request, CancellationToken cancellationToken = default)
        => SendAsync(Operations.DescribeOrganization, request, cancellationToken);

    /// <inheritdoc/>
    public virtual Task<DescribeOrganizationalUnitResponse> DescribeOrganizationalUnitAsync(
        DescribeOrganizationalUnitRequest request, CancellationToken cancellationToken = default)
        => SendAsync(Operations.DescribeOrganizationalUnit, request, cancellationToken);

    /// <inheritdoc/>
    public virtual Task<DescribePolicyResponse> DescribePolicyAsync(DescribePolicyRequest request, CancellationToken cancellationToken = default)
        => SendAsync(Operations.DescribePolicy, request, cancellationToken);

    /// <inheritdoc/>
    public virtual Task<DescribeResourcePolicyResponse> DescribeResourcePolicyAsync(
        DescribeResourcePolicyRequest request, CancellationToken cancellationToken = default)
        => SendAsync(Operations.DescribeResourcePolicy, request, cancellationToken);

    /// <inheritdoc/>
    public virtual Task<DetachPolicyResponse> DetachPolicyAsync(DetachPolicyRequest request, CancellationToken cancellationToken = default)
        => SendAsync(Operations.DetachPolicy, request, cancellationToken);

    /// <inheritdoc/>
    public virtual Task<EnableAWSServiceAccessResponse> EnableAWSServiceAccessAsync(
        EnableAWSServiceAccessRequest request, CancellationToken cancellationToken = default)
        => SendAsync(Operations.EnableAWSServiceAccess, request, cancellationToken);

    /// <inheritdoc/>
    public virtual Task<EnablePolicyTypeResponse> EnablePolicyTypeAsync(
        EnablePolicyTypeRequest request, CancellationToken cancellationToken = default)
        => SendAsync(Operations.EnablePolicyType, request, cancellationToken);

    /// <inheritdoc/>
    public virtual Task<LeaveOrganizationResponse> LeaveOrganizationAsync(
        LeaveOrganizationRequest request, CancellationToken cancellationToken = default)
        => SendAsync(Operations.LeaveOrganization, request, cancellationToken);

    /// <inheritdoc/>
    public virtual Task<ListAWSServiceAccessForOrganizationResponse> ListAWSServiceAccessForOrganizationAsync(
        ListAWSServiceAccessForOrganizationRequest request, CancellationToken cancellationToken = default)
        => SendAsync(Operations.ListAWSServiceAccessForOrganization, request, cancellationToken);

    /// <inheritdoc/>
    public virtual Task<ListAccountsResponse> ListAccountsAsync(ListAccountsRequest request, CancellationToken cancellationToken = default)
        => SendAsync(Operations.ListAccounts, request, cancellationToken);

    /// <inheritdoc/>
    public virtual Task<ListAccountsForParentResponse> ListAccountsForParentAsync(
        ListAccountsForParentRequest request, CancellationToken cancellationToken = default)
        => SendAsync(Operations.ListAccountsForParent, request, cancellationToken);

    /// <inheritdoc/>
    public virtual Task<ListChildrenResponse> ListChildrenAsync(ListChildrenRequest request, CancellationToken cancellationToken = default)
        => SendAsync(Operations.ListChildren, request, cancellationToken);

    /// <inheritdoc/>
    public virtual Task<ListOrganizationalUnitsForParentResponse> ListOrganizationalUnitsForParentAsync(
        ListOrganizationalUnitsForParentRequest request, CancellationToken cancellationToken = default)
        => SendAsync(Operations.ListOrganizationalUnitsForParent, request, cancellationToken);

    /// <inheritdoc/>
    public virtual Task<ListParentsResponse> ListParentsAsync(ListParentsRequest request, CancellationToken cancellationToken = default)
        => SendAsync(Operations.ListParents, request, cancellationToken);

    /// <inheritdoc/>
    public virtual Task<ListPoliciesResponse> ListPoliciesAsync(ListPoliciesRequest request, CancellationToken cancellationToken = default)
        => SendAsync(Operations.ListPolicies, request, cancellationToken);

    /// <inheritdoc/>
    public virtual Task<ListPoliciesForTargetResponse> ListPoliciesForTargetAsync(
        ListPoliciesForTargetRequest request, CancellationToken cancellationToken = default)
        => SendAsync(Operations.ListPoliciesForTarget, request, cancellationToken);

    /// <inheritdoc/>
    public virtual Task<ListRootsResponse> ListRootsAsync(ListRootsRequest request, CancellationToken cancellationToken = default)
        => SendAsync(Operations.ListRoots, request, cancellationToken);

    /// <inheritdoc/>
    public virtual Task<ListTagsForResourceResponse> ListTagsForResourceAsync(
        ListTagsForResourceRequest request, CancellationToken cancellationToken = default)
        => SendAsync(Operations.ListTagsForResource, request, cancellationToken);

    /// <inheritdoc/>
    public virtual Task<MoveAccountResponse> MoveAccountAsync(MoveAccountRequest request, CancellationToken cancellationToken = default)
        => SendAsync(Operations.MoveAccount, request, cancellationToken);

    /// <inheritdoc/>
    public virtual Task<PutResourcePolicyResponse> PutResourcePolicyAsync(
        PutResourcePolicyRequest request, CancellationToken cancellationToken = default)
        => SendAsync(Operations.PutResourcePolicy, request, cancellationToken);

    /// <inheritdoc/>
    public virtual Task<RemoveAccountFromOrganizationResponse> RemoveAccountFromOrganizationAsync(
        RemoveAccountFromOrganizationRequest request, CancellationToken cancellationToken = default)
        => SendAsync(Operations.RemoveAccountFromOrganization, request, cancellationToken);

    /// <inheritdoc/>
    public virtual Task<TagResourceResponse> TagResourceAsync(TagResourceRequest request, CancellationToken cancellationToken = default)
        => SendAsync(Operations.TagResource, request, cancellationToken);

    /// <inheritdoc/>
    public virtual Task<UpdatePolicyResponse> UpdatePolicyAsync(UpdatePolicyRequest request, CancellationToken cancellationToken = default)
        => SendAsync(Operations.UpdatePolicy, request, cancellationToken);
}
