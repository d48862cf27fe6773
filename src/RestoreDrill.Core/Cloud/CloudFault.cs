namespace RestoreDrill.Core.Cloud;

/// <summary>What kind of "no" AWS said. The adapter maps codes to these; an unknown code is <see cref="Other"/> and fails the step.</summary>
public enum CloudFault
{
    /// <summary>A refusal with no meaning of its own here; never retried.</summary>
    Other,
    NotFound,
    AlreadyExists,
    AccessDenied,

    /// <summary>Credentials are missing, wrong or expired.</summary>
    Credentials,

    /// <summary>Asked too often; may pass.</summary>
    Throttled,

    /// <summary>No answer: network, DNS, time-out, 5xx after the client's own retries; may pass.</summary>
    Unreachable,

    /// <summary>A quota is full (<c>SnapshotQuotaExceeded</c>, <c>InstanceQuotaExceeded</c>, ...); may pass when others finish.</summary>
    Quota,

    /// <summary>No capacity for the instance class in this zone now; may pass.</summary>
    Capacity,

    /// <summary>The resource is not in a state that allows the call (<c>InvalidDBInstanceState</c>, ...); may pass.</summary>
    WrongState,

    /// <summary>The KMS key does not exist, is not enabled or may not be used (<c>KMSKeyNotAccessibleFault</c>).</summary>
    KeyNotAccessible,
}
