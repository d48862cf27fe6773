using Amazon.IdentityManagement.Model;
using Amazon.IdentityManagement.Wire;

namespace Amazon.IdentityManagement;

/// <content>One method per operation.</content>
public partial class AmazonIdentityManagementServiceClient
{
    /// <inheritdoc/>
    public virtual Task<AttachRolePolicyResponse> AttachRolePolicyAsync(
        AttachRolePolicyRequest request, CancellationToken cancellationToken = default)
        => SendAsync(Operations.AttachRolePolicy, request, cancellationToken);

    /// <inheritdoc/>
    public virtual Task<CreateRoleResponse> CreateRoleAsync(CreateRoleRequest request, CancellationToken cancellationToken = default)
        => SendAsync(Operations.CreateRole, request, cancellationToken);

    /// <inheritdoc/>
    public virtual Task<DeleteRoleResponse> DeleteRoleAsync(DeleteRoleRequest request, CancellationToken cancellationToken = default)
        => SendAsync(Operations.DeleteRole, request, cancellationToken);

    /// <inheritdoc/>
    public virtual Task<DeleteRolePolicyResponse> DeleteRolePolicyAsync(
        DeleteRolePolicyRequest request, CancellationToken cancellationToken = default)
        => SendAsync(Operations.DeleteRolePolicy, request, cancellationToken);

    /// <inheritdoc/>
    public virtual Task<DetachRolePolicyResponse> DetachRolePolicyAsync(
        DetachRolePolicyRequest request, CancellationToken cancellationToken = default)
        => SendAsync(Operations.DetachRolePolicy, request, cancellationToken);

    /// <inheritdoc/>
    public virtual Task<GetPolicyResponse> GetPolicyAsync(GetPolicyRequest request, CancellationToken cancellationToken = default)
        => SendAsync(Operations.GetPolicy, request, cancellationToken);

    /// <inheritdoc/>
    public virtual Task<GetPolicyVersionResponse> GetPolicyVersionAsync(
        GetPolicyVersionRequest request, CancellationToken cancellationToken = default)
        => SendAsync(Operations.GetPolicyVersion, request, cancellationToken);

    /// <inheritdoc/>
    public virtual Task<GetRoleResponse> GetRoleAsync(GetRoleRequest request, CancellationToken cancellationToken = default)
        => SendAsync(Operations.GetRole, request, cancellationToken);

    /// <inheritdoc/>
    public virtual Task<GetRolePolicyResponse> GetRolePolicyAsync(GetRolePolicyRequest request, CancellationToken cancellationToken = default)
        => SendAsync(Operations.GetRolePolicy, request, cancellationToken);

    /// <inheritdoc/>
    public virtual Task<ListAttachedRolePoliciesResponse> ListAttachedRolePoliciesAsync(
        ListAttachedRolePoliciesRequest request, CancellationToken cancellationToken = default)
        => SendAsync(Operations.ListAttachedRolePolicies, request, cancellationToken);

    /// <inheritdoc/>
    public virtual Task<ListRolePoliciesResponse> ListRolePoliciesAsync(
        ListRolePoliciesRequest request, CancellationToken cancellationToken = default)
        => SendAsync(Operations.ListRolePolicies, request, cancellationToken);

    /// <inheritdoc/>
    public virtual Task<ListRoleTagsResponse> ListRoleTagsAsync(ListRoleTagsRequest request, CancellationToken cancellationToken = default)
        => SendAsync(Operations.ListRoleTags, request, cancellationToken);

    /// <inheritdoc/>
    public virtual Task<ListRolesResponse> ListRolesAsync(CancellationToken cancellationToken = default)
        => ListRolesAsync(new ListRolesRequest(), cancellationToken);

    /// <inheritdoc/>
    public virtual Task<ListRolesResponse> ListRolesAsync(ListRolesRequest request, CancellationToken cancellationToken = default)
        => SendAsync(Operations.ListRoles, request, cancellationToken);

    /// <inheritdoc/>
    public virtual Task<PutRolePolicyResponse> PutRolePolicyAsync(PutRolePolicyRequest request, CancellationToken cancellationToken = default)
        => SendAsync(Operations.PutRolePolicy, request, cancellationToken);

    /// <inheritdoc/>
    public virtual Task<TagRoleResponse> TagRoleAsync(TagRoleRequest request, CancellationToken cancellationToken = default)
        => SendAsync(Operations.TagRole, request, cancellationToken);

    /// <inheritdoc/>
    public virtual Task<UpdateAssumeRolePolicyResponse> UpdateAssumeRolePolicyAsync(
        UpdateAssumeRolePolicyRequest request, CancellationToken cancellationToken = default)
        => SendAsync(Operations.UpdateAssumeRolePolicy, request, cancellationToken);

    /// <inheritdoc/>
    public virtual Task<UpdateRoleResponse> UpdateRoleAsync(UpdateRoleRequest request, CancellationToken cancellationToken = default)
        => SendAsync(Operations.UpdateRole, request, cancellationToken);
}
