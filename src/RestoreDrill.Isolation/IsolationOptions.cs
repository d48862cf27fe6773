using RestoreDrill.Core.Facts;

namespace RestoreDrill.Isolation;

/// <summary>What the isolation is to be: accounts, names and limits, all from the configuration.</summary>
public sealed record IsolationOptions
{
    /// <summary>The lock's cooling-off: the shortest that AWS knows (API reference, PutBackupVaultLockConfiguration: "3 or more").</summary>
    public const int CoolingOffDays = 3;

    /// <summary>The installation's id.</summary>
    public required string Installation { get; init; }

    /// <summary>The region of both accounts' resources.</summary>
    public required string Region { get; init; }

    /// <summary>Twelve digits.</summary>
    public required string SourceAccount { get; init; }

    /// <summary>Twelve digits.</summary>
    public required string VaultAccount { get; init; }

    /// <summary>A profile with the management account's credentials; null: the SDK's default chain.</summary>
    public string? Profile { get; init; }

    /// <summary>Where <see cref="Profile"/> is looked up; null: the SDK's usual files.</summary>
    public string? CredentialsFile { get; init; }

    /// <summary>One address instead of AWS's own, for the sandbox.</summary>
    public Uri? Endpoint { get; init; }

    /// <summary>The role, by name, that the management account enters source and vault account by.</summary>
    public required string MemberRole { get; init; }

    /// <summary>Who alone may take on the roles of copy runs and drills: the role (or user) that the service runs in, by ARN. Never of the source account.</summary>
    public required string ServiceRoleArn { get; init; }

    /// <summary>The name of the organisational unit that is made for the vault account, where it is not in one of its own.</summary>
    public required string Unit { get; init; }

    /// <summary>The external id that the source role asks for.</summary>
    public required string ExternalId { get; init; }

    /// <summary>The role of copy runs in the source account, by ARN.</summary>
    public required string SourceRoleArn { get; init; }

    /// <summary>The role of copy runs in the vault account, by ARN.</summary>
    public required string CopyRoleArn { get; init; }

    /// <summary>The role of drills, by ARN.</summary>
    public required string DrillRoleArn { get; init; }

    /// <summary>The role of emergency restores; null: none is configured, and there is no such role.</summary>
    public RestoreRoleOptions? Restore { get; init; }

    /// <summary>The role that AWS Backup works in, in the source account, by ARN.</summary>
    public required string BackupRoleArn { get; init; }

    /// <summary>The vault's own key, by ARN or alias ARN. One that is not there is made only for an alias.</summary>
    public required string VaultKey { get; init; }

    /// <summary>The key of re-encrypted snapshots in the source account, by ARN or alias ARN; null: none is configured.</summary>
    public string? ReencryptionKey { get; init; }

    /// <summary>The backup vault in the source account, by name.</summary>
    public required string SourceVault { get; init; }

    /// <summary>The locked backup vault, by name.</summary>
    public required string Vault { get; init; }

    /// <summary>The bucket of facts; null: none is configured.</summary>
    public FactStoreOptions? Facts { get; init; }

    /// <summary>The bucket of the source account that holds Terraform's state, which the source role may look at; null: none is named.</summary>
    public string? StateBucket { get; init; }

    /// <summary>Days that copies are kept: must lie in the lock's range.</summary>
    public required int RetentionDays { get; init; }

    /// <summary>The lock's shortest retention, days.</summary>
    public required int LockLeastDays { get; init; }

    /// <summary>The lock's longest retention, days.</summary>
    public required int LockMostDays { get; init; }

    /// <summary>The subnet group of scratch instances.</summary>
    public required string SubnetGroup { get; init; }

    /// <summary>The protected instances, by DB instance identifier.</summary>
    public required IReadOnlyList<string> Instances { get; init; }

    /// <summary>Database users that log in to sources with tokens of IAM; empty: none does.</summary>
    public required IReadOnlyList<string> TokenReaders { get; init; }

    /// <summary>RestoreDrill's roles in the vault account, by ARN.</summary>
    internal IReadOnlyList<string> VaultRoles => [CopyRoleArn, DrillRoleArn, .. Restore is { } restore ? [restore.RoleArn] : Array.Empty<string>()];
}
