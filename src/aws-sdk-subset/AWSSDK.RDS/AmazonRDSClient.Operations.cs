using Amazon.RDS.Model;
using Amazon.RDS.Wire;

namespace Amazon.RDS;

/// <content>One method per operation.</content>
public partial class AmazonRDSClient
{
    /// <inheritdoc/>
    public virtual Task<AddTagsToResourceResponse> AddTagsToResourceAsync(
        AddTagsToResourceRequest request, CancellationToken cancellationToken = default)
        => SendAsync(Operations.AddTagsToResource, request, cancellationToken);

    /// <inheritdoc/>
    public virtual Task<CopyDBSnapshotResponse> CopyDBSnapshotAsync(CopyDBSnapshotRequest request, CancellationToken cancellationToken = default)
        => SendAsync(Operations.CopyDBSnapshot, request, cancellationToken);

    /// <inheritdoc/>
    public virtual Task<CreateDBInstanceResponse> CreateDBInstanceAsync(
        CreateDBInstanceRequest request, CancellationToken cancellationToken = default)
        => SendAsync(Operations.CreateDBInstance, request, cancellationToken);

    /// <inheritdoc/>
    public virtual Task<CreateDBParameterGroupResponse> CreateDBParameterGroupAsync(
        CreateDBParameterGroupRequest request, CancellationToken cancellationToken = default)
        => SendAsync(Operations.CreateDBParameterGroup, request, cancellationToken);

    /// <inheritdoc/>
    public virtual Task<CreateDBSnapshotResponse> CreateDBSnapshotAsync(
        CreateDBSnapshotRequest request, CancellationToken cancellationToken = default)
        => SendAsync(Operations.CreateDBSnapshot, request, cancellationToken);

    /// <inheritdoc/>
    public virtual Task<CreateDBSubnetGroupResponse> CreateDBSubnetGroupAsync(
        CreateDBSubnetGroupRequest request, CancellationToken cancellationToken = default)
        => SendAsync(Operations.CreateDBSubnetGroup, request, cancellationToken);

    /// <inheritdoc/>
    public virtual Task<DeleteDBInstanceResponse> DeleteDBInstanceAsync(
        DeleteDBInstanceRequest request, CancellationToken cancellationToken = default)
        => SendAsync(Operations.DeleteDBInstance, request, cancellationToken);

    /// <inheritdoc/>
    public virtual Task<DeleteDBParameterGroupResponse> DeleteDBParameterGroupAsync(
        DeleteDBParameterGroupRequest request, CancellationToken cancellationToken = default)
        => SendAsync(Operations.DeleteDBParameterGroup, request, cancellationToken);

    /// <inheritdoc/>
    public virtual Task<DeleteDBSnapshotResponse> DeleteDBSnapshotAsync(
        DeleteDBSnapshotRequest request, CancellationToken cancellationToken = default)
        => SendAsync(Operations.DeleteDBSnapshot, request, cancellationToken);

    /// <inheritdoc/>
    public virtual Task<DeleteDBSubnetGroupResponse> DeleteDBSubnetGroupAsync(
        DeleteDBSubnetGroupRequest request, CancellationToken cancellationToken = default)
        => SendAsync(Operations.DeleteDBSubnetGroup, request, cancellationToken);

    /// <inheritdoc/>
    public virtual Task<DescribeDBInstanceAutomatedBackupsResponse> DescribeDBInstanceAutomatedBackupsAsync(
        DescribeDBInstanceAutomatedBackupsRequest request, CancellationToken cancellationToken = default)
        => SendAsync(Operations.DescribeDBInstanceAutomatedBackups, request, cancellationToken);

    /// <inheritdoc/>
    public virtual Task<DescribeDBInstancesResponse> DescribeDBInstancesAsync(CancellationToken cancellationToken = default)
        => DescribeDBInstancesAsync(new DescribeDBInstancesRequest(), cancellationToken);

    /// <inheritdoc/>
    public virtual Task<DescribeDBInstancesResponse> DescribeDBInstancesAsync(
        DescribeDBInstancesRequest request, CancellationToken cancellationToken = default)
        => SendAsync(Operations.DescribeDBInstances, request, cancellationToken);

    /// <inheritdoc/>
    public virtual Task<DescribeDBParameterGroupsResponse> DescribeDBParameterGroupsAsync(CancellationToken cancellationToken = default)
        => DescribeDBParameterGroupsAsync(new DescribeDBParameterGroupsRequest(), cancellationToken);

    /// <inheritdoc/>
    public virtual Task<DescribeDBParameterGroupsResponse> DescribeDBParameterGroupsAsync(
        DescribeDBParameterGroupsRequest request, CancellationToken cancellationToken = default)
        => SendAsync(Operations.DescribeDBParameterGroups, request, cancellationToken);

    /// <inheritdoc/>
    public virtual Task<DescribeDBParametersResponse> DescribeDBParametersAsync(
        DescribeDBParametersRequest request, CancellationToken cancellationToken = default)
        => SendAsync(Operations.DescribeDBParameters, request, cancellationToken);

    /// <inheritdoc/>
    public virtual Task<DescribeDBSnapshotAttributesResponse> DescribeDBSnapshotAttributesAsync(
        DescribeDBSnapshotAttributesRequest request, CancellationToken cancellationToken = default)
        => SendAsync(Operations.DescribeDBSnapshotAttributes, request, cancellationToken);

    /// <inheritdoc/>
    public virtual Task<DescribeDBSnapshotsResponse> DescribeDBSnapshotsAsync(CancellationToken cancellationToken = default)
        => DescribeDBSnapshotsAsync(new DescribeDBSnapshotsRequest(), cancellationToken);

    /// <inheritdoc/>
    public virtual Task<DescribeDBSnapshotsResponse> DescribeDBSnapshotsAsync(
        DescribeDBSnapshotsRequest request, CancellationToken cancellationToken = default)
        => SendAsync(Operations.DescribeDBSnapshots, request, cancellationToken);

    /// <inheritdoc/>
    public virtual Task<DescribeDBSubnetGroupsResponse> DescribeDBSubnetGroupsAsync(CancellationToken cancellationToken = default)
        => DescribeDBSubnetGroupsAsync(new DescribeDBSubnetGroupsRequest(), cancellationToken);

    /// <inheritdoc/>
    public virtual Task<DescribeDBSubnetGroupsResponse> DescribeDBSubnetGroupsAsync(
        DescribeDBSubnetGroupsRequest request, CancellationToken cancellationToken = default)
        => SendAsync(Operations.DescribeDBSubnetGroups, request, cancellationToken);

    /// <inheritdoc/>
    public virtual Task<ListTagsForResourceResponse> ListTagsForResourceAsync(
        ListTagsForResourceRequest request, CancellationToken cancellationToken = default)
        => SendAsync(Operations.ListTagsForResource, request, cancellationToken);

    /// <inheritdoc/>
    public virtual Task<ModifyDBInstanceResponse> ModifyDBInstanceAsync(
        ModifyDBInstanceRequest request, CancellationToken cancellationToken = default)
        => SendAsync(Operations.ModifyDBInstance, request, cancellationToken);

    /// <inheritdoc/>
    public virtual Task<ModifyDBParameterGroupResponse> ModifyDBParameterGroupAsync(
        ModifyDBParameterGroupRequest request, CancellationToken cancellationToken = default)
        => SendAsync(Operations.ModifyDBParameterGroup, request, cancellationToken);

    /// <inheritdoc/>
    public virtual Task<ModifyDBSnapshotAttributeResponse> ModifyDBSnapshotAttributeAsync(
        ModifyDBSnapshotAttributeRequest request, CancellationToken cancellationToken = default)
        => SendAsync(Operations.ModifyDBSnapshotAttribute, request, cancellationToken);

    /// <inheritdoc/>
    public virtual Task<RebootDBInstanceResponse> RebootDBInstanceAsync(
        RebootDBInstanceRequest request, CancellationToken cancellationToken = default)
        => SendAsync(Operations.RebootDBInstance, request, cancellationToken);

    /// <inheritdoc/>
    public virtual Task<RemoveTagsFromResourceResponse> RemoveTagsFromResourceAsync(
        RemoveTagsFromResourceRequest request, CancellationToken cancellationToken = default)
        => SendAsync(Operations.RemoveTagsFromResource, request, cancellationToken);

    /// <inheritdoc/>
    public virtual Task<RestoreDBInstanceFromDBSnapshotResponse> RestoreDBInstanceFromDBSnapshotAsync(
        RestoreDBInstanceFromDBSnapshotRequest request, CancellationToken cancellationToken = default)
        => SendAsync(Operations.RestoreDBInstanceFromDBSnapshot, request, cancellationToken);
}
