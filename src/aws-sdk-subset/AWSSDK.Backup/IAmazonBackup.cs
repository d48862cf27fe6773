using Amazon.Backup.Model;
using Amazon.Runtime;
using Endpoint = Amazon.Runtime.Endpoints.Endpoint;

namespace Amazon.Backup;

/// <summary>
/// AWS Backup. Each method sends one call and returns its answer; an error the service returns is an
/// <see cref="AmazonBackupException"/> or a subclass, a connection that fails is the exception of the HTTP layer.
/// </summary>
public partial interface IAmazonBackup : IAmazonService, IDisposable
{
    IBackupPaginatorFactory Paginators { get; }

    Task<CancelLegalHoldResponse> CancelLegalHoldAsync(CancelLegalHoldRequest request, CancellationToken cancellationToken = default);

    Task<CreateBackupVaultResponse> CreateBackupVaultAsync(CreateBackupVaultRequest request, CancellationToken cancellationToken = default);

    Task<CreateLegalHoldResponse> CreateLegalHoldAsync(CreateLegalHoldRequest request, CancellationToken cancellationToken = default);

    Task<DeleteBackupVaultResponse> DeleteBackupVaultAsync(DeleteBackupVaultRequest request, CancellationToken cancellationToken = default);

    Task<DeleteBackupVaultAccessPolicyResponse> DeleteBackupVaultAccessPolicyAsync(
        DeleteBackupVaultAccessPolicyRequest request, CancellationToken cancellationToken = default);

    Task<DeleteBackupVaultLockConfigurationResponse> DeleteBackupVaultLockConfigurationAsync(
        DeleteBackupVaultLockConfigurationRequest request, CancellationToken cancellationToken = default);

    /// <summary>
    /// Asks for a deletion. <b>Where the rights do not suffice AWS Backup may answer with success all the same</b> and only mark the recovery
    /// point as expired.
    /// </summary>
    Task<DeleteRecoveryPointResponse> DeleteRecoveryPointAsync(DeleteRecoveryPointRequest request, CancellationToken cancellationToken = default);

    Task<DescribeBackupJobResponse> DescribeBackupJobAsync(DescribeBackupJobRequest request, CancellationToken cancellationToken = default);

    Task<DescribeBackupVaultResponse> DescribeBackupVaultAsync(DescribeBackupVaultRequest request, CancellationToken cancellationToken = default);

    Task<DescribeCopyJobResponse> DescribeCopyJobAsync(DescribeCopyJobRequest request, CancellationToken cancellationToken = default);

    Task<DescribeGlobalSettingsResponse> DescribeGlobalSettingsAsync(
        DescribeGlobalSettingsRequest request, CancellationToken cancellationToken = default);

    Task<DescribeRecoveryPointResponse> DescribeRecoveryPointAsync(
        DescribeRecoveryPointRequest request, CancellationToken cancellationToken = default);

    Task<DescribeRestoreJobResponse> DescribeRestoreJobAsync(DescribeRestoreJobRequest request, CancellationToken cancellationToken = default);

    Task<DisassociateRecoveryPointResponse> DisassociateRecoveryPointAsync(
        DisassociateRecoveryPointRequest request, CancellationToken cancellationToken = default);

    Task<GetBackupVaultAccessPolicyResponse> GetBackupVaultAccessPolicyAsync(
        GetBackupVaultAccessPolicyRequest request, CancellationToken cancellationToken = default);

    Task<GetRecoveryPointRestoreMetadataResponse> GetRecoveryPointRestoreMetadataAsync(
        GetRecoveryPointRestoreMetadataRequest request, CancellationToken cancellationToken = default);

    Task<ListBackupJobsResponse> ListBackupJobsAsync(ListBackupJobsRequest request, CancellationToken cancellationToken = default);

    Task<ListBackupVaultsResponse> ListBackupVaultsAsync(ListBackupVaultsRequest request, CancellationToken cancellationToken = default);

    Task<ListCopyJobsResponse> ListCopyJobsAsync(ListCopyJobsRequest request, CancellationToken cancellationToken = default);

    Task<ListRecoveryPointsByBackupVaultResponse> ListRecoveryPointsByBackupVaultAsync(
        ListRecoveryPointsByBackupVaultRequest request, CancellationToken cancellationToken = default);

    Task<ListTagsResponse> ListTagsAsync(ListTagsRequest request, CancellationToken cancellationToken = default);

    Task<PutBackupVaultAccessPolicyResponse> PutBackupVaultAccessPolicyAsync(
        PutBackupVaultAccessPolicyRequest request, CancellationToken cancellationToken = default);

    Task<PutBackupVaultLockConfigurationResponse> PutBackupVaultLockConfigurationAsync(
        PutBackupVaultLockConfigurationRequest request, CancellationToken cancellationToken = default);

    Task<StartBackupJobResponse> StartBackupJobAsync(StartBackupJobRequest request, CancellationToken cancellationToken = default);

    Task<StartCopyJobResponse> StartCopyJobAsync(StartCopyJobRequest request, CancellationToken cancellationToken = default);

    Task<StartRestoreJobResponse> StartRestoreJobAsync(StartRestoreJobRequest request, CancellationToken cancellationToken = default);

    Task<StopBackupJobResponse> StopBackupJobAsync(StopBackupJobRequest request, CancellationToken cancellationToken = default);

    Task<TagResourceResponse> TagResourceAsync(TagResourceRequest request, CancellationToken cancellationToken = default);

    Task<UntagResourceResponse> UntagResourceAsync(UntagResourceRequest request, CancellationToken cancellationToken = default);

    Task<UpdateGlobalSettingsResponse> UpdateGlobalSettingsAsync(UpdateGlobalSettingsRequest request, CancellationToken cancellationToken = default);

    Task<UpdateRecoveryPointLifecycleResponse> UpdateRecoveryPointLifecycleAsync(
        UpdateRecoveryPointLifecycleRequest request, CancellationToken cancellationToken = default);

    /// <summary>The endpoint a request would be sent to; nothing is sent.</summary>
    Endpoint DetermineServiceOperationEndpoint(AmazonWebServiceRequest request);

    static ClientConfig IAmazonService.CreateDefaultClientConfig() => new AmazonBackupConfig();

    static IAmazonService IAmazonService.CreateDefaultServiceClient(AWSCredentials awsCredentials, ClientConfig clientConfig)
        => new AmazonBackupClient(awsCredentials, (AmazonBackupConfig)clientConfig);
}
