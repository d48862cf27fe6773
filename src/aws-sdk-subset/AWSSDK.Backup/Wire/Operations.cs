using Amazon.Backup.Model;
using Amazon.Wire.Json;

namespace Amazon.Backup.Wire;

/// <summary>The operations of this subset, with the error codes that the service model (2018-11-15) declares for each.</summary>
internal static class Operations
{
    internal static readonly JsonOperation<CreateBackupVaultResponse> CreateBackupVault = new(
        Faults.Service, Rest("PUT", "/backup-vaults/{backupVaultName}"),
        "AlreadyExistsException", "InvalidParameterValueException", "LimitExceededException", "MissingParameterValueException",
        "ServiceUnavailableException");

    internal static readonly JsonOperation<DescribeBackupVaultResponse> DescribeBackupVault = new(
        Faults.Service, Rest("GET", "/backup-vaults/{backupVaultName}"),
        "InvalidParameterValueException", "MissingParameterValueException", "ResourceNotFoundException", "ServiceUnavailableException");

    internal static readonly JsonOperation<DeleteBackupVaultResponse> DeleteBackupVault = new(
        Faults.Service, Rest("DELETE", "/backup-vaults/{backupVaultName}"),
        "InvalidParameterValueException", "InvalidRequestException", "MissingParameterValueException", "ResourceNotFoundException",
        "ServiceUnavailableException");

    internal static readonly JsonOperation<ListBackupVaultsResponse> ListBackupVaults = new(
        Faults.Service, Rest("GET", "/backup-vaults/"),
        "InvalidParameterValueException", "MissingParameterValueException", "ResourceNotFoundException", "ServiceUnavailableException");

    internal static readonly JsonOperation<PutBackupVaultAccessPolicyResponse> PutBackupVaultAccessPolicy = new(
        Faults.Service, Rest("PUT", "/backup-vaults/{backupVaultName}/access-policy"),
        "InvalidParameterValueException", "MissingParameterValueException", "ResourceNotFoundException", "ServiceUnavailableException");

    internal static readonly JsonOperation<GetBackupVaultAccessPolicyResponse> GetBackupVaultAccessPolicy = new(
        Faults.Service, Rest("GET", "/backup-vaults/{backupVaultName}/access-policy"),
        "InvalidParameterValueException", "MissingParameterValueException", "ResourceNotFoundException", "ServiceUnavailableException");

    internal static readonly JsonOperation<DeleteBackupVaultAccessPolicyResponse> DeleteBackupVaultAccessPolicy = new(
        Faults.Service, Rest("DELETE", "/backup-vaults/{backupVaultName}/access-policy"),
        "InvalidParameterValueException", "MissingParameterValueException", "ResourceNotFoundException", "ServiceUnavailableException");

    internal static readonly JsonOperation<PutBackupVaultLockConfigurationResponse> PutBackupVaultLockConfiguration = new(
        Faults.Service, Rest("PUT", "/backup-vaults/{backupVaultName}/vault-lock"),
        "InvalidParameterValueException", "InvalidRequestException", "MissingParameterValueException", "ResourceNotFoundException",
        "ServiceUnavailableException");

    internal static readonly JsonOperation<DeleteBackupVaultLockConfigurationResponse> DeleteBackupVaultLockConfiguration = new(
        Faults.Service, Rest("DELETE", "/backup-vaults/{backupVaultName}/vault-lock"),
        "InvalidParameterValueException", "InvalidRequestException", "MissingParameterValueException", "ResourceNotFoundException",
        "ServiceUnavailableException");

    internal static readonly JsonOperation<StartBackupJobResponse> StartBackupJob = new(
        Faults.Service, Rest("PUT", "/backup-jobs"),
        "InvalidParameterValueException", "InvalidRequestException", "LimitExceededException", "MissingParameterValueException",
        "ResourceNotFoundException", "ServiceUnavailableException");

    internal static readonly JsonOperation<DescribeBackupJobResponse> DescribeBackupJob = new(
        Faults.Service, Rest("GET", "/backup-jobs/{backupJobId}"),
        "DependencyFailureException", "InvalidParameterValueException", "MissingParameterValueException", "ResourceNotFoundException",
        "ServiceUnavailableException");

    internal static readonly JsonOperation<ListBackupJobsResponse> ListBackupJobs = new(
        Faults.Service, Rest("GET", "/backup-jobs/"),
        "InvalidParameterValueException", "ServiceUnavailableException");

    internal static readonly JsonOperation<StopBackupJobResponse> StopBackupJob = new(
        Faults.Service, Rest("POST", "/backup-jobs/{backupJobId}"),
        "InvalidParameterValueException", "InvalidRequestException", "MissingParameterValueException", "ResourceNotFoundException",
        "ServiceUnavailableException");

    internal static readonly JsonOperation<StartCopyJobResponse> StartCopyJob = new(
        Faults.Service, Rest("PUT", "/copy-jobs"),
        "InvalidParameterValueException", "InvalidRequestException", "LimitExceededException", "MissingParameterValueException",
        "ResourceNotFoundException", "ServiceUnavailableException");

    internal static readonly JsonOperation<DescribeCopyJobResponse> DescribeCopyJob = new(
        Faults.Service, Rest("GET", "/copy-jobs/{copyJobId}"),
        "InvalidParameterValueException", "MissingParameterValueException", "ResourceNotFoundException", "ServiceUnavailableException");

    internal static readonly JsonOperation<ListCopyJobsResponse> ListCopyJobs = new(
        Faults.Service, Rest("GET", "/copy-jobs/"),
        "InvalidParameterValueException", "ServiceUnavailableException");

    internal static readonly JsonOperation<StartRestoreJobResponse> StartRestoreJob = new(
        Faults.Service, Rest("PUT", "/restore-jobs"),
        "InvalidParameterValueException", "InvalidRequestException", "MissingParameterValueException", "ResourceNotFoundException",
        "ServiceUnavailableException");

    internal static readonly JsonOperation<DescribeRestoreJobResponse> DescribeRestoreJob = new(
        Faults.Service, Rest("GET", "/restore-jobs/{restoreJobId}"),
        "DependencyFailureException", "InvalidParameterValueException", "MissingParameterValueException", "ResourceNotFoundException",
        "ServiceUnavailableException");

    internal static readonly JsonOperation<ListRecoveryPointsByBackupVaultResponse> ListRecoveryPointsByBackupVault = new(
        Faults.Service, Rest("GET", "/backup-vaults/{backupVaultName}/recovery-points/"),
        "InvalidParameterValueException", "MissingParameterValueException", "ResourceNotFoundException", "ServiceUnavailableException");

    internal static readonly JsonOperation<DescribeRecoveryPointResponse> DescribeRecoveryPoint = new(
        Faults.Service, Rest("GET", "/backup-vaults/{backupVaultName}/recovery-points/{recoveryPointArn}"),
        "InvalidParameterValueException", "MissingParameterValueException", "ResourceNotFoundException", "ServiceUnavailableException");

    internal static readonly JsonOperation<GetRecoveryPointRestoreMetadataResponse> GetRecoveryPointRestoreMetadata = new(
        Faults.Service, Rest("GET", "/backup-vaults/{backupVaultName}/recovery-points/{recoveryPointArn}/restore-metadata"),
        "InvalidParameterValueException", "MissingParameterValueException", "ResourceNotFoundException", "ServiceUnavailableException");

    internal static readonly JsonOperation<UpdateRecoveryPointLifecycleResponse> UpdateRecoveryPointLifecycle = new(
        Faults.Service, Rest("POST", "/backup-vaults/{backupVaultName}/recovery-points/{recoveryPointArn}"),
        "InvalidParameterValueException", "InvalidRequestException", "MissingParameterValueException", "ResourceNotFoundException",
        "ServiceUnavailableException");

    internal static readonly JsonOperation<DeleteRecoveryPointResponse> DeleteRecoveryPoint = new(
        Faults.Service, Rest("DELETE", "/backup-vaults/{backupVaultName}/recovery-points/{recoveryPointArn}"),
        "InvalidParameterValueException", "InvalidRequestException", "InvalidResourceStateException", "MissingParameterValueException",
        "ResourceNotFoundException", "ServiceUnavailableException");

    internal static readonly JsonOperation<DisassociateRecoveryPointResponse> DisassociateRecoveryPoint = new(
        Faults.Service, Rest("POST", "/backup-vaults/{backupVaultName}/recovery-points/{recoveryPointArn}/disassociate"),
        "InvalidParameterValueException", "InvalidRequestException", "InvalidResourceStateException", "MissingParameterValueException",
        "ResourceNotFoundException", "ServiceUnavailableException");

    internal static readonly JsonOperation<DescribeGlobalSettingsResponse> DescribeGlobalSettings = new(
        Faults.Service, Rest("GET", "/global-settings"),
        "InvalidRequestException", "ServiceUnavailableException");

    internal static readonly JsonOperation<UpdateGlobalSettingsResponse> UpdateGlobalSettings = new(
        Faults.Service, Rest("PUT", "/global-settings"),
        "InvalidParameterValueException", "InvalidRequestException", "MissingParameterValueException", "ServiceUnavailableException");

    internal static readonly JsonOperation<TagResourceResponse> TagResource = new(
        Faults.Service, Rest("POST", "/tags/{resourceArn}"),
        "InvalidParameterValueException", "LimitExceededException", "MissingParameterValueException", "ResourceNotFoundException",
        "ServiceUnavailableException");

    internal static readonly JsonOperation<UntagResourceResponse> UntagResource = new(
        Faults.Service, Rest("POST", "/untag/{resourceArn}"),
        "InvalidParameterValueException", "MissingParameterValueException", "ResourceNotFoundException", "ServiceUnavailableException");

    internal static readonly JsonOperation<ListTagsResponse> ListTags = new(
        Faults.Service, Rest("GET", "/tags/{resourceArn}/"),
        "InvalidParameterValueException", "MissingParameterValueException", "ResourceNotFoundException", "ServiceUnavailableException");

    internal static readonly JsonOperation<CancelLegalHoldResponse> CancelLegalHold = new(
        Faults.Service, Rest("DELETE", "/legal-holds/{legalHoldId}"),
        "InvalidParameterValueException", "InvalidResourceStateException", "MissingParameterValueException", "ResourceNotFoundException",
        "ServiceUnavailableException");

    internal static readonly JsonOperation<CreateLegalHoldResponse> CreateLegalHold = new(
        Faults.Service, Rest("POST", "/legal-holds/"),
        "InvalidParameterValueException", "LimitExceededException", "MissingParameterValueException", "ServiceUnavailableException");

    private static RestRequestMarshaller Rest(string method, string path) => new(Faults.Service, method, path);
}
