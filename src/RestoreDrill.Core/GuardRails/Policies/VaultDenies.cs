namespace RestoreDrill.Core.GuardRails.Policies;

/// <summary>What nobody in the vault account may do, whatever rights it has: by service control policy, and as far as it goes by the vault's access policy.</summary>
internal static class VaultDenies
{
    private static readonly string[] OfVault =
    [
        "backup:DeleteBackupVault", "backup:DeleteBackupVaultAccessPolicy", "backup:DeleteBackupVaultLockConfiguration", "backup:DeleteRecoveryPoint",
        "backup:DisassociateRecoveryPoint", "backup:PutBackupVaultAccessPolicy", "backup:PutBackupVaultLockConfiguration", "backup:UpdateRecoveryPointLifecycle",
    ];

    private static readonly string[] OfAccount =
    [
        "account:CloseAccount", "organizations:LeaveOrganization", "backup:CancelLegalHold", "rds:DeleteDBSnapshot",
        "kms:DeleteAlias", "kms:DisableKey", "kms:PutKeyPolicy", "kms:RevokeGrant", "kms:ScheduleKeyDeletion", "kms:UpdateAlias",
    ];

    private const string Sharing = "rds:ModifyDBSnapshotAttribute";

    private static readonly string[] OfRoles =
    [
        "iam:AttachRolePolicy", "iam:DeleteRole", "iam:DeleteRolePolicy", "iam:DetachRolePolicy", "iam:PutRolePermissionsBoundary", "iam:PutRolePolicy", "iam:UpdateAssumeRolePolicy",
    ];

    /// <summary>On the bucket of facts. Object Lock keeps a fact's version, but neither its place as the latest, nor the way in for the next one.</summary>
    public static readonly string[] OfFacts =
    [
        "s3:BypassGovernanceRetention", "s3:DeleteBucket", "s3:DeleteObject", "s3:DeleteObjectVersion", "s3:PutBucketAcl", "s3:PutBucketObjectLockConfiguration",
        "s3:PutBucketOwnershipControls", "s3:PutBucketPolicy", "s3:PutBucketPublicAccessBlock", "s3:PutBucketVersioning", "s3:PutEncryptionConfiguration", "s3:PutLifecycleConfiguration",
        "s3:PutObjectAcl", "s3:PutReplicationConfiguration", "s3:ReplicateDelete", "s3:ReplicateObject",
    ];

    /// <summary>AWS's services make grants for what they encrypt, so that a denial without this exception would fail every restore and every copy.</summary>
    private static readonly RequiredDeny Grants = new("kms:CreateGrant", Excepted: ("BoolIfExists", "kms:GrantIsForAWSResource", "false"));

    /// <summary>What none of RestoreDrill's roles in the vault account may be allowed.</summary>
    public static IReadOnlyList<RequiredDeny> Harmful { get; } = [.. OfVault.Concat(OfAccount).Concat(OfRoles).Concat(OfFacts).Append(Sharing).Select(static action => new RequiredDeny(action)), Grants];

    /// <summary>What the vault's access policy must deny to everybody.</summary>
    public static IReadOnlyList<RequiredDeny> ByVaultPolicy { get; } = [.. OfVault.Select(static action => new RequiredDeny(action))];

    /// <summary>What service control policies must deny in the account.</summary>
    /// <param name="roles">The ARNs of RestoreDrill's roles in the account.</param>
    /// <param name="memberRole">The ARN of the role by which the management account enters it.</param>
    /// <param name="factBucket">The bucket of facts; null: there is none.</param>
    /// <param name="copyRole">
    /// The ARN of the role that AWS Backup copies in where emergency restores are into another account; null: there is none. It may share snapshots, which a copy across accounts seems to take: the policy
    /// that AWS manages for such roles allows it on recovery points (AWS managed policy reference, AWSBackupServiceRolePolicyForBackup). So nobody may change whom it trusts.
    /// </param>
    public static IReadOnlyList<RequiredDeny> ByControls(IEnumerable<string> roles, string memberRole, string? factBucket, string? copyRole) =>
    [
        .. OfVault.Concat(OfAccount).Select(static action => new RequiredDeny(action)),
        new RequiredDeny(Sharing, Excepted: copyRole is null ? null : ("ArnNotEquals", "aws:PrincipalArn", copyRole)),
        Grants,
        .. (copyRole is null ? roles : roles.Append(copyRole)).SelectMany(static role => OfRoles.Select(action => new RequiredDeny(action, role))),
        new RequiredDeny("iam:UpdateAssumeRolePolicy", memberRole),
        .. factBucket is null ? [] : OfFacts.Select(action => new RequiredDeny(action, IsOfObjects(action) ? $"arn:aws:s3:::{factBucket}/*" : $"arn:aws:s3:::{factBucket}")),
    ];

    // By the kind of resource that the action is granted on (service authorization reference, "Actions, resources, and condition keys for Amazon S3").
    private static bool IsOfObjects(string action) => action is
        "s3:BypassGovernanceRetention" or "s3:DeleteObject" or "s3:DeleteObjectVersion" or "s3:PutObjectAcl" or "s3:ReplicateDelete" or "s3:ReplicateObject";
}
