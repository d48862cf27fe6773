using Amazon.RDS.Model;
using Amazon.Runtime;
using Endpoint = Amazon.Runtime.Endpoints.Endpoint;

namespace Amazon.RDS;

/// <summary>
/// Amazon RDS. Each method sends one call and returns its answer; an error the service returns is an <see cref="AmazonRDSException"/> or a
/// subclass, a connection that fails is the exception of the HTTP layer.
/// </summary>
public partial interface IAmazonRDS : IAmazonService, IDisposable
{
    IRDSPaginatorFactory Paginators { get; }

    Task<AddTagsToResourceResponse> AddTagsToResourceAsync(AddTagsToResourceRequest request, CancellationToken cancellationToken = default);

    Task<CopyDBSnapshotResponse> CopyDBSnapshotAsync(CopyDBSnapshotRequest request, CancellationToken cancellationToken = default);

    Task<CreateDBInstanceResponse> CreateDBInstanceAsync(CreateDBInstanceRequest request, CancellationToken cancellationToken = default);

    Task<CreateDBParameterGroupResponse> CreateDBParameterGroupAsync(
        CreateDBParameterGroupRequest request, CancellationToken cancellationToken = default);

    Task<CreateDBSnapshotResponse> CreateDBSnapshotAsync(CreateDBSnapshotRequest request, CancellationToken cancellationToken = default);

    Task<CreateDBSubnetGroupResponse> CreateDBSubnetGroupAsync(CreateDBSubnetGroupRequest request, CancellationToken cancellationToken = default);

    Task<DeleteDBInstanceResponse> DeleteDBInstanceAsync(DeleteDBInstanceRequest request, CancellationToken cancellationToken = default);

    Task<DeleteDBParameterGroupResponse> DeleteDBParameterGroupAsync(
        DeleteDBParameterGroupRequest request, CancellationToken cancellationToken = default);

    Task<DeleteDBSnapshotResponse> DeleteDBSnapshotAsync(DeleteDBSnapshotRequest request, CancellationToken cancellationToken = default);

    Task<DeleteDBSubnetGroupResponse> DeleteDBSubnetGroupAsync(DeleteDBSubnetGroupRequest request, CancellationToken cancellationToken = default);

    Task<DescribeDBInstanceAutomatedBackupsResponse> DescribeDBInstanceAutomatedBackupsAsync(
        DescribeDBInstanceAutomatedBackupsRequest request, CancellationToken cancellationToken = default);

    Task<DescribeDBInstancesResponse> DescribeDBInstancesAsync(CancellationToken cancellationToken = default);

    Task<DescribeDBInstancesResponse> DescribeDBInstancesAsync(DescribeDBInstancesRequest request, CancellationToken cancellationToken = default);

    Task<DescribeDBParameterGroupsResponse> DescribeDBParameterGroupsAsync(CancellationToken cancellationToken = default);

    Task<DescribeDBParameterGroupsResponse> DescribeDBParameterGroupsAsync(
        DescribeDBParameterGroupsRequest request, CancellationToken cancellationToken = default);

    Task<DescribeDBParametersResponse> DescribeDBParametersAsync(DescribeDBParametersRequest request, CancellationToken cancellationToken = default);

    Task<DescribeDBSnapshotAttributesResponse> DescribeDBSnapshotAttributesAsync(
        DescribeDBSnapshotAttributesRequest request, CancellationToken cancellationToken = default);

    Task<DescribeDBSnapshotsResponse> DescribeDBSnapshotsAsync(CancellationToken cancellationToken = default);

    Task<DescribeDBSnapshotsResponse> DescribeDBSnapshotsAsync(DescribeDBSnapshotsRequest request, CancellationToken cancellationToken = default);

    Task<DescribeDBSubnetGroupsResponse> DescribeDBSubnetGroupsAsync(CancellationToken cancellationToken = default);

    Task<DescribeDBSubnetGroupsResponse> DescribeDBSubnetGroupsAsync(
        DescribeDBSubnetGroupsRequest request, CancellationToken cancellationToken = default);

    Task<ListTagsForResourceResponse> ListTagsForResourceAsync(ListTagsForResourceRequest request, CancellationToken cancellationToken = default);

    Task<ModifyDBInstanceResponse> ModifyDBInstanceAsync(ModifyDBInstanceRequest request, CancellationToken cancellationToken = default);

    Task<ModifyDBParameterGroupResponse> ModifyDBParameterGroupAsync(
        ModifyDBParameterGroupRequest request, CancellationToken cancellationToken = default);

    Task<ModifyDBSnapshotAttributeResponse> ModifyDBSnapshotAttributeAsync(
        ModifyDBSnapshotAttributeRequest request, CancellationToken cancellationToken = default);

    /// <summary>Restarts an instance, which is out of reach meanwhile; static parameters of its group come into force.</summary>
    Task<RebootDBInstanceResponse> RebootDBInstanceAsync(RebootDBInstanceRequest request, CancellationToken cancellationToken = default);

    Task<RemoveTagsFromResourceResponse> RemoveTagsFromResourceAsync(
        RemoveTagsFromResourceRequest request, CancellationToken cancellationToken = default);

    Task<RestoreDBInstanceFromDBSnapshotResponse> RestoreDBInstanceFromDBSnapshotAsync(
        RestoreDBInstanceFromDBSnapshotRequest request, CancellationToken cancellationToken = default);

    /// <summary>The endpoint a request would be sent to; nothing is sent.</summary>
    Endpoint DetermineServiceOperationEndpoint(AmazonWebServiceRequest request);

    static ClientConfig IAmazonService.CreateDefaultClientConfig() => new AmazonRDSConfig();

    static IAmazonService IAmazonService.CreateDefaultServiceClient(AWSCredentials awsCredentials, ClientConfig clientConfig)
        => new AmazonRDSClient(awsCredentials, (AmazonRDSConfig)clientConfig);
}
