using Amazon.Backup.Model;
using Amazon.IdentityManagement.Model;
using Amazon.KeyManagementService.Model;
using Amazon.Organizations.Model;
using Amazon.RDS.Model;
using Amazon.S3;
using Amazon.S3.Model;
using Amazon.SecurityToken.Model;

namespace RestoreDrill.Incident.Destruction;

/// <summary>Everything that we know of that would destroy copies, make them unreadable, or open the way to either.</summary>
internal static class VaultDestruction
{
    private const string Everything = """{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":"*","Action":"*","Resource":"*"}]}""";
    private const string EverythingToRoles = """{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"*","Resource":"*"}]}""";
    private const string EverybodyIn = """{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"AWS":"*"},"Action":"sts:AssumeRole"}]}""";
    private const string Source = "111111111111";

    /// <summary>What anybody could try who is in the vault account.</summary>
    public static IReadOnlyList<DestructiveAction> FromWithin(VaultTargets at) =>
    [
        .. Of(at),
        new("organizations:LeaveOrganization", "with the account, the organisation", hands => hands.Organizations.LeaveOrganizationAsync(new LeaveOrganizationRequest())),

        // An alias has no name that another account could say (KMS API reference, AliasName): there it would be one's own.
        new("kms:UpdateAlias", "the key's alias", hands => hands.Kms.UpdateAliasAsync(new UpdateAliasRequest { AliasName = VaultTargets.KeyAlias, TargetKeyId = at.KeyArn })),
        new("kms:DeleteAlias", "the key's alias", hands => hands.Kms.DeleteAliasAsync(new DeleteAliasRequest { AliasName = VaultTargets.KeyAlias })),
    ];

    /// <summary>What anybody could try.</summary>
    private static IReadOnlyList<DestructiveAction> Of(VaultTargets at) =>
    [
        // The copies.
        new("backup:DeleteRecoveryPoint", "a copy", hands => hands.Backup.DeleteRecoveryPointAsync(new DeleteRecoveryPointRequest { BackupVaultName = at.Vault, RecoveryPointArn = at.PointArn })),
        new("backup:UpdateRecoveryPointLifecycle", "a copy, to a day", hands => hands.Backup.UpdateRecoveryPointLifecycleAsync(
            new UpdateRecoveryPointLifecycleRequest { BackupVaultName = at.Vault, RecoveryPointArn = at.PointArn, Lifecycle = new Lifecycle { DeleteAfterDays = 1 } })),
        new("backup:DisassociateRecoveryPoint", "a copy", hands => hands.Backup.DisassociateRecoveryPointAsync(
            new DisassociateRecoveryPointRequest { BackupVaultName = at.Vault, RecoveryPointArn = at.PointArn })),
        new("backup:CancelLegalHold", "the hold on the copies", hands => hands.Backup.CancelLegalHoldAsync(
            new CancelLegalHoldRequest { LegalHoldId = at.LegalHoldId, CancelDescription = "no longer needed" })),
        new("rds:DeleteDBSnapshot", "a copy's snapshot", hands => hands.Rds.DeleteDBSnapshotAsync(new DeleteDBSnapshotRequest { DBSnapshotIdentifier = at.Snapshot })),
        new("rds:ModifyDBSnapshotAttribute", "a copy, to everybody", hands => hands.Rds.ModifyDBSnapshotAttributeAsync(
            new ModifyDBSnapshotAttributeRequest { DBSnapshotIdentifier = at.Snapshot, AttributeName = "restore", ValuesToAdd = ["all"] })),

        // The vault and its lock.
        new("backup:DeleteBackupVault", "the vault", hands => hands.Backup.DeleteBackupVaultAsync(new DeleteBackupVaultRequest { BackupVaultName = at.Vault })),
        new("backup:DeleteBackupVaultLockConfiguration", "the lock", hands => hands.Backup.DeleteBackupVaultLockConfigurationAsync(
            new DeleteBackupVaultLockConfigurationRequest { BackupVaultName = at.Vault })),
        new("backup:PutBackupVaultLockConfiguration", "the lock, to a day", hands => hands.Backup.PutBackupVaultLockConfigurationAsync(
            new PutBackupVaultLockConfigurationRequest { BackupVaultName = at.Vault, MinRetentionDays = 1, MaxRetentionDays = 1 })),
        new("backup:PutBackupVaultAccessPolicy", "the access policy, to everybody", hands => hands.Backup.PutBackupVaultAccessPolicyAsync(
            new PutBackupVaultAccessPolicyRequest { BackupVaultName = at.Vault, Policy = Everything })),
        new("backup:DeleteBackupVaultAccessPolicy", "the access policy", hands => hands.Backup.DeleteBackupVaultAccessPolicyAsync(
            new DeleteBackupVaultAccessPolicyRequest { BackupVaultName = at.Vault })),
        new("backup:UpdateGlobalSettings", "copies between accounts", hands => hands.Backup.UpdateGlobalSettingsAsync(
            new UpdateGlobalSettingsRequest { GlobalSettings = new Dictionary<string, string> { ["isCrossAccountBackupEnabled"] = "false" } })),

        // The key.
        new("kms:ScheduleKeyDeletion", "the key, in 7 days", hands => hands.Kms.ScheduleKeyDeletionAsync(new ScheduleKeyDeletionRequest { KeyId = at.KeyArn, PendingWindowInDays = 7 })),
        new("kms:DisableKey", "the key", hands => hands.Kms.DisableKeyAsync(new DisableKeyRequest { KeyId = at.KeyArn })),
        new("kms:PutKeyPolicy", "the key's policy, to everybody", hands => hands.Kms.PutKeyPolicyAsync(
            new PutKeyPolicyRequest { KeyId = at.KeyArn, PolicyName = "default", Policy = Everything })),
        new("kms:CreateGrant", "the key, to the source account", hands => hands.Kms.CreateGrantAsync(
            new CreateGrantRequest { KeyId = at.KeyArn, GranteePrincipal = $"arn:aws:iam::{Source}:user/administrator", Operations = ["Decrypt"] })),
        new("kms:RevokeGrant", "a grant of the key", hands => hands.Kms.RevokeGrantAsync(new RevokeGrantRequest { KeyId = at.KeyArn, GrantId = new string('0', 64) })),

        // What is known of the copies.
        new("s3:DeleteObjectVersion", "a verdict", hands => hands.S3.DeleteObjectAsync(new DeleteObjectRequest { BucketName = at.Bucket, Key = at.FactKey, VersionId = at.FactVersion })),
        new("s3:DeleteObject", "a verdict, behind a delete marker", hands => hands.S3.DeleteObjectAsync(new DeleteObjectRequest { BucketName = at.Bucket, Key = at.FactKey })),
        new("s3:PutObjectRetention", "a verdict, to a day", hands => hands.S3.PutObjectRetentionAsync(new PutObjectRetentionRequest
        {
            BucketName = at.Bucket,
            Key = at.FactKey,
            VersionId = at.FactVersion,
            Retention = new ObjectLockRetention { Mode = ObjectLockRetentionMode.Compliance, RetainUntilDate = TimeProvider.System.GetUtcNow().UtcDateTime.AddDays(1) },
        })),
        new("s3:PutBucketVersioning", "the bucket's versions, off", hands => hands.S3.PutBucketVersioningAsync(
            new PutBucketVersioningRequest { BucketName = at.Bucket, VersioningConfig = new S3BucketVersioningConfig { Status = VersionStatus.Suspended } })),
        new("s3:PutBucketObjectLockConfiguration", "the bucket's default retention, to a day", hands => hands.S3.PutObjectLockConfigurationAsync(new PutObjectLockConfigurationRequest
        {
            BucketName = at.Bucket,
            ObjectLockConfiguration = new ObjectLockConfiguration
            {
                ObjectLockEnabled = ObjectLockEnabled.Enabled,
                Rule = new ObjectLockRule { DefaultRetention = new DefaultRetention { Mode = ObjectLockRetentionMode.Governance, Days = 1 } },
            },
        })),
        new("s3:PutBucketPolicy", "the bucket, closed to new facts", hands => hands.S3.PutBucketPolicyAsync(new PutBucketPolicyRequest { BucketName = at.Bucket, Policy = Bucket(at.Bucket) })),
        new("s3:PutBucketPublicAccessBlock", "the bucket's block of public access, off", hands => hands.S3.PutPublicAccessBlockAsync(
            new PutPublicAccessBlockRequest { BucketName = at.Bucket, PublicAccessBlockConfiguration = new PublicAccessBlockConfiguration() })),
        new("s3:DeleteBucket", "the bucket", hands => hands.S3.DeleteBucketAsync(new DeleteBucketRequest { BucketName = at.Bucket })),

        // Our roles.
        new("iam:DeleteRole", "the drill role", hands => hands.Iam.DeleteRoleAsync(new DeleteRoleRequest { RoleName = at.Role })),
        new("iam:DeleteRolePolicy", "the drill role's policy", hands => hands.Iam.DeleteRolePolicyAsync(new DeleteRolePolicyRequest { RoleName = at.Role, PolicyName = at.RolePolicy })),
        new("iam:PutRolePolicy", "all rights, to the drill role", hands => hands.Iam.PutRolePolicyAsync(
            new PutRolePolicyRequest { RoleName = at.Role, PolicyName = at.RolePolicy, PolicyDocument = EverythingToRoles })),
        new("iam:AttachRolePolicy", "administration, to the drill role", hands => hands.Iam.AttachRolePolicyAsync(
            new AttachRolePolicyRequest { RoleName = at.Role, PolicyArn = "arn:aws:iam::aws:policy/AdministratorAccess" })),
        new("iam:DetachRolePolicy", "a policy of the drill role", hands => hands.Iam.DetachRolePolicyAsync(
            new DetachRolePolicyRequest { RoleName = at.Role, PolicyArn = "arn:aws:iam::aws:policy/AdministratorAccess" })),
        new("iam:UpdateAssumeRolePolicy", "the drill role, to everybody", hands => hands.Iam.UpdateAssumeRolePolicyAsync(
            new UpdateAssumeRolePolicyRequest { RoleName = at.Role, PolicyDocument = EverybodyIn })),

        // What binds the account.
        new("organizations:CloseAccount", "the vault account", hands => hands.Organizations.CloseAccountAsync(new CloseAccountRequest { AccountId = at.Account })),
        new("organizations:RemoveAccountFromOrganization", "the vault account", hands => hands.Organizations.RemoveAccountFromOrganizationAsync(
            new RemoveAccountFromOrganizationRequest { AccountId = at.Account })),
        new("organizations:MoveAccount", "the vault account, out of its unit", hands => hands.Organizations.MoveAccountAsync(
            new MoveAccountRequest { AccountId = at.Account, SourceParentId = at.UnitId, DestinationParentId = at.RootId })),
        new("organizations:DetachPolicy", "the service control policy", hands => hands.Organizations.DetachPolicyAsync(
            new DetachPolicyRequest { PolicyId = at.ControlPolicyId, TargetId = at.UnitId })),
        new("organizations:UpdatePolicy", "the service control policy, to nothing", hands => hands.Organizations.UpdatePolicyAsync(
            new UpdatePolicyRequest { PolicyId = at.ControlPolicyId, Content = EverythingToRoles })),
        new("organizations:PutResourcePolicy", "the organisation's own policy", hands => hands.Organizations.PutResourcePolicyAsync(new PutResourcePolicyRequest { Content = Everything })),
    ];

    private static string Bucket(string name) =>
        $$"""{"Version":"2012-10-17","Statement":[{"Effect":"Deny","Principal":"*","Action":"s3:PutObject","Resource":"arn:aws:s3:::{{name}}/*"}]}""";

    /// <summary>What somebody in the source account could try, the doors of the vault account included.</summary>
    public static IReadOnlyList<DestructiveAction> FromSource(VaultTargets at) =>
    [
        .. Of(at),
        .. new[] { "restoredrill-vault", "restoredrill-drill", "restoredrill-restore", "restoredrill-backup-service", "OrganizationAccountAccessRole" }.Select(role => new DestructiveAction(
            "sts:AssumeRole",
            role,
            hands => hands.Sts.AssumeRoleAsync(new AssumeRoleRequest { RoleArn = $"arn:aws:iam::{at.Account}:role/{role}", RoleSessionName = "incident" }))),
    ];
}
