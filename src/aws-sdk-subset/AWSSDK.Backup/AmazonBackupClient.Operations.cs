using Amazon.Backup.Model;
using Amazon.Backup.Wire;

namespace Amazon.Backup;

/// <content>One method per operation.</content>
public partial class AmazonBackupClient
{
    /// <inheritdoc/>
    public virtual Task<CancelLegalHoldResponse> CancelLegalHoldAsync(CancelLegalHoldRequest request, CancellationToken cancellationToken = default)
        => SendAsync(Operations.CancelLegalHold, request, cancellationToken);

    /// <inheritdoc/>
    public virtual Task<CreateBackupVaultResponse> CreateBackupVaultAsync(
        CreateBackupVaultRequest request, CancellationToken cancellationToken = default)
        => SendAsync(Operations.CreateBackupVault, request, cancellationToken);

    /// <inheritdoc/>
    public virtual Task<CreateLegalHoldResponse> CreateLegalHoldAsync(CreateLegalHoldRequest request, CancellationToken cancellationToken = default)
        => SendAsync(Operations.CreateLegalHold, request, cancellationToken);

    /// <inheritdoc/>
    public virtual Task<DeleteBackupVaultResponse> DeleteBackupVaultAsync(
        DeleteBackupVaultRequest request, CancellationToken cancellationToken = default)
        => SendAsync(Operations.DeleteBackupVault, request, cancellationToken);

    /// <inheritdoc/>
    public virtual Task<DeleteBackupVaultAccessPolicyResponse> DeleteBackupVaultAccessPolicyAsync(
        DeleteBackupVaultAccessPolicyRequest request, CancellationToken cancellationToken = default)
        => SendAsync(Operations.DeleteBackupVaultAccessPolicy, request, cancellationToken);

    /// <inheritdoc/>
    public virtual Task<DeleteBackupVaultLockConfigurationResponse> DeleteBackupVaultLockConfigurationAsync(
        DeleteBackupVaultLockConfigurationRequest request, CancellationToken cancellationToken = default)
        => SendAsync(Operations.DeleteBackupVaultLockConfiguration, request, cancellationToken);

    /// <inheritdoc/>
    public virtual Task<DeleteRecoveryPointResponse> DeleteRecoveryPointAsync(
        DeleteRecoveryPointRequest request, CancellationToken cancellationToken = default)
        => SendAsync(Operations.DeleteRecoveryPoint, request, cancellationToken);

    /// <inheritdoc/>
    public virtual Task<DescribeBackupJobResponse> DescribeBackupJobAsync(
        DescribeBackupJobRequest request, CancellationToken cancellationToken = default)
        => SendAsync(Operations.DescribeBackupJob, request, cancellationToken);

    /// <inheritdoc/>
    public virtual Task<DescribeBackupVaultResponse> DescribeBackupVaultAsync(
        DescribeBackupVaultRequest request, CancellationToken cancellationToken = default)
        => SendAsync(Operations.DescribeBackupVault, request, cancellationToken);

    /// <inheritdoc/>
    public virtual Task<DescribeCopyJobResponse> DescribeCopyJobAsync(DescribeCopyJobRequest request, CancellationToken cancellationToken = default)
        => SendAsync(Operations.DescribeCopyJob, request, cancellationToken);

    /// <inheritdoc/>
    public virtual Task<DescribeGlobalSettingsResponse> DescribeGlobalSettingsAsync(
        DescribeGlobalSettingsRequest request, CancellationToken cancellationToken = default)
        => SendAsync(Operations.DescribeGlobalSettings, request, cancellationToken);

    /// <inheritdoc/>
    public virtual Task<DescribeRecoveryPointResponse> DescribeRecoveryPointAsync(
        DescribeRecoveryPointRequest request, CancellationToken cancellationToken = default)
        => SendAsync(Operations.DescribeRecoveryPoint, request, cancellationToken);

    /// <inheritdoc/>
    public virtual Task<DescribeRestoreJobResponse> DescribeRestoreJobAsync(
        DescribeRestoreJobRequest request, CancellationToken cancellationToken = default)
        => SendAsync(Operations.DescribeRestoreJob, request, cancellationToken);

    /// <inheritdoc/>
    public virtual Task<DisassociateRecoveryPointResponse> DisassociateRecoveryPointAsync(
        DisassociateRecoveryPointRequest request, CancellationToken cancellationToken = default)
        => SendAsync(Operations.DisassociateRecoveryPoint, request, cancellationToken);

    /// <inheritdoc/>
    public virtual Task<GetBackupVaultAccessPolicyResponse> GetBackupVaultAccessPolicyAsync(
        GetBackupVaultAccessPolicyRequest request, CancellationToken cancellationToken = default)
        => SendAsync(Operations.GetBackupVaultAccessPolicy, request, cancellationToken);

    /// <inheritdoc/>
    public virtual Task<GetRecoveryPointRestoreMetadataResponse> GetRecoveryPointRestoreMetadataAsync(
        GetRecoveryPointRestoreMetadataRequest request, CancellationToken cancellationToken = default)
        => SendAsync(Operations.GetRecoveryPointRestoreMetadata, request, cancellationToken);

    /// <inheritdoc/>
    public virtual Task<ListBackupJobsResponse> ListBackupJobsAsync(ListBackupJobsRequest request, CancellationToken cancellationToken = default)
        => SendAsync(Operations.ListBackupJobs, request, cancellationToken);

    /// <inheritdoc/>
    public virtual Task<ListBackupVaultsResponse> ListBackupVaultsAsync(
        ListBackupVaultsRequest request, CancellationToken cancellationToken = default)
        => SendAsync(Operations.ListBackupVaults, request, cancellationToken);

    /// <inheritdoc/>
    public virtual Task<ListCopyJobsResponse> ListCopyJobsAsync(ListCopyJobsRequest request, CancellationToken cancellationToken = default)
        => SendAsync(Operations.ListCopyJobs, request, cancellationToken);

    /// <inheritdoc/>
    public virtual Task<ListRecoveryPointsByBackupVaultResponse> ListRecoveryPointsByBackupVaultAsync(
        ListRecoveryPointsByBackupVaultRequest request, CancellationToken cancellationToken = default)
        => SendAsync(Operations.ListRecoveryPointsByBackupVault, request, cancellationToken);

    /// <inheritdoc/>
    public virtual Task<ListTagsResponse> ListTagsAsync(ListTagsRequest request, CancellationToken cancellationToken = default)
        => SendAsync(Operations.ListTags, request, cancellationToken);

    /// <inheritdoc/>
    public virtual Task<PutBackupVaultAccessPolicyResponse> PutBackupVaultAccessPolicyAsync(
        PutBackupVaultAccessPolicyRequest request, CancellationToken cancellationToken = default)
        => SendAsync(Operations.PutBackupVaultAccessPolicy, request, cancellationToken);

    /// <inheritdoc/>
    public virtual Task<PutBackupVaultLockConfigurationResponse> PutBackupVaultLockConfigurationAsync(
        PutBackupVaultLockConfigurationRequest request, CancellationToken cancellationToken = default)
        => SendAsync(Operations.PutBackupVaultLockConfiguration, request, cancellationToken);

    /// <inheritdoc/>
    public virtual Task<StartBackupJobResponse> StartBackupJobAsync(StartBackupJobRequest request, CancellationToken cancellationToken = default)
        => SendAsync(Operations.StartBackupJob, request, cancellationToken);

    /// <inheritdoc/>
    public virtual Task<StartCopyJobResponse> StartCopyJobAsync(StartCopyJobRequest request, CancellationToken cancellationToken = default)
        => SendAsync(Operations.StartCopyJob, request, cancellationToken);

    /// <inheritdoc/>
    public virtual Task<StartRestoreJobResponse> StartRestoreJobAsync(StartRestoreJobRequest request, CancellationToken cancellationToken = default)
        => SendAsync(Operations.StartRestoreJob, request, cancellationToken);

    /// <inheritdoc/>
    public virtual Task<StopBackupJobResponse> StopBackupJobAsync(StopBackupJobRequest request, CancellationToken cancellationToken = default)
        => SendAsync(Operations.StopBackupJob, request, cancellationToken);

    /// <inheritdoc/>
    public virtual Task<TagResourceResponse> TagResourceAsync(TagResourceRequest request, CancellationToken cancellationToken = default)
        => SendAsync(Operations.TagResource, request, cancellationToken);

    /// <inheritdoc/>
    public virtual Task<UntagResourceResponse> UntagResourceAsync(UntagResourceRequest request, CancellationToken cancellationToken = default)
        => SendAsync(Operations.UntagResource, request, cancellationToken);

    /// <inheritdoc/>
    public virtual Task<UpdateGlobalSettingsResponse> UpdateGlobalSettingsAsync(
        UpdateGlobalSettingsRequest request, CancellationToken cancellationToken = default)
        => SendAsync(Operations.UpdateGlobalSettings, request, cancellationToken);

    /// <inheritdoc/>
    public virtual Task<UpdateRecoveryPointLifecycleResponse> UpdateRecoveryPointLifecycleAsync(
        UpdateRecoveryPointLifecycleRequest request, CancellationToken cancellationToken = default)
        => SendAsync(Operations.UpdateRecoveryPointLifecycle, request, cancellationToken);
}
