using System.Collections.Frozen;
using RestoreDrill.Core.Cloud;

namespace RestoreDrill.Aws.Calls;

/// <summary>Which kind of "no" each of AWS's error codes is. What is not here is <see cref="CloudFault.Other"/>, never retried.</summary>
/// <remarks>
/// RDS (API version 2014-10-31), AWS Backup (2018-11-15), Organizations (2016-11-28), IAM (2010-05-08), KMS (2014-11-01), STS (2011-06-15) and S3 (2006-03-01) with the errors common to all services. RDS writes some codes with
/// <c>Fault</c> at the end and some without; the ones it has been seen to write both ways stand here both ways.
/// </remarks>
internal static class FaultCodes
{
    private static readonly FrozenDictionary<string, CloudFault> ByCode = new Dictionary<CloudFault, string[]>
    {
        [CloudFault.NotFound] =
        [
            "DBInstanceNotFound", "DBInstanceNotFoundFault", "DBSnapshotNotFound", "DBSnapshotNotFoundFault", "DBParameterGroupNotFound",
            "DBParameterGroupNotFoundFault", "DBSubnetGroupNotFoundFault", "DBSubnetGroupNotFound", "DBSecurityGroupNotFound",
            "OptionGroupNotFoundFault", "NotFoundException", "ResourceNotFoundFault", "ResourceNotFoundException", "NoSuchEntity",
            "AccountNotFoundException", "ChildNotFoundException", "ParentNotFoundException", "TargetNotFoundException", "PolicyNotFoundException",
            "AWSOrganizationsNotInUseException", "NoSuchBucket", "NoSuchKey", "NoSuchVersion", "NotFound",
        ],
        [CloudFault.AlreadyExists] =
        [
            "DBInstanceAlreadyExists", "DBSnapshotAlreadyExists", "DBInstanceAlreadyExistsFault", "DBSnapshotAlreadyExistsFault", "AlreadyExistsException", "PreconditionFailed",
            "DuplicatePolicyAttachmentException", "DuplicatePolicyException", "DuplicateOrganizationalUnitException", "PolicyTypeAlreadyEnabledException", "EntityAlreadyExists",
            "BucketAlreadyOwnedByYou",
        ],
        [CloudFault.AccessDenied] =
        [
            "AccessDenied", "AccessDeniedException", "UnauthorizedOperation", "AuthorizationError", "UnauthorizedException", "Forbidden",
            "OptInRequired",
        ],
        [CloudFault.Credentials] =
        [
            "ExpiredToken", "ExpiredTokenException", "InvalidClientTokenId", "UnrecognizedClientException", "SignatureDoesNotMatch",
            "InvalidSignatureException", "IncompleteSignature", "IncompleteSignatureException", "MissingAuthenticationToken",
            "MissingAuthenticationTokenException", "InvalidAccessKeyId", "AuthFailure", "RequestExpired", "RequestTimeTooSkewed",
            "InvalidToken",
        ],
        [CloudFault.Throttled] =
        [
            "Throttling", "ThrottlingException", "ThrottledException", "RequestThrottled", "RequestThrottledException", "RequestLimitExceeded",
            "TooManyRequestsException", "BandwidthLimitExceeded", "PriorRequestNotComplete", "SlowDown",
        ],
        [CloudFault.Unreachable] =
        [
            "ServiceUnavailable", "ServiceUnavailableException", "InternalFailure", "InternalError", "InternalServerError",
            "InternalServerException", "InternalServiceError", "KMSInternalException", "DependencyTimeoutException", "DependencyTimeout",
            "RequestTimeout", "RequestTimeoutException",
        ],
        [CloudFault.Quota] =
        [
            "SnapshotQuotaExceeded", "SharedSnapshotQuotaExceeded", "InstanceQuotaExceeded", "StorageQuotaExceeded",
            "DBInstanceAutomatedBackupQuotaExceeded", "DBParameterGroupQuotaExceeded", "LimitExceededException", "LimitExceeded",
        ],
        [CloudFault.Capacity] = ["InsufficientDBInstanceCapacity", "InsufficientDBInstanceCapacityFault", "ProvisionedIopsNotAvailableInAZFault"],
        [CloudFault.WrongState] =
        [
            "InvalidDBInstanceState", "InvalidDBInstanceStateFault", "InvalidDBSnapshotState", "InvalidDBSnapshotStateFault",
            "InvalidDBParameterGroupState", "InvalidDBSubnetGroupStateFault", "ConditionalRequestConflict", "OperationAborted",
        ],
        [CloudFault.KeyNotAccessible] = ["KMSKeyNotAccessibleFault", "KMSKeyNotAccessible", "DisabledException", "KMSInvalidStateException", "KeyUnavailableException", "KMS.DisabledException", "KMS.KMSInvalidStateException", "KMS.NotFoundException"],
    }
    .SelectMany(static entry => entry.Value.Select(code => KeyValuePair.Create(code, entry.Key)))
    .ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>Every code that has a meaning.</summary>
    public static IReadOnlyDictionary<string, CloudFault> All => ByCode;

    /// <param name="code">AWS's code, as on the wire.</param>
    /// <param name="status">The HTTP status: an unknown code with 5xx is the service's trouble, with 429 too many calls.</param>
    public static CloudFault Of(string? code, int status) => ByCode.TryGetValue(code ?? "", out var fault) ? fault
        : status >= 500 ? CloudFault.Unreachable
        : status == 429 ? CloudFault.Throttled
        : CloudFault.Other;

    /// <summary>Whether the code says that a session's time is over.</summary>
    public static bool IsExpiredSession(string? code) => code is "ExpiredToken" or "ExpiredTokenException";
}
