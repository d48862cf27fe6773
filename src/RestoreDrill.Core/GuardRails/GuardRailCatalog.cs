using RestoreDrill.Core.Protection;

namespace RestoreDrill.Core.GuardRails;

/// <summary>All guard rails, in the order in which they are told.</summary>
public static class GuardRailCatalog
{
    public static GuardRail AccountsApart { get; } = new(
        "accounts-apart",
        "the vault account is neither the source account nor the management account",
        "whoever destroys production destroys its copies; and service control policies do not bind the management account",
        "sts:GetCallerIdentity in every role, organizations:DescribeOrganization");

    public static GuardRail Organisation { get; } = new(
        "organisation",
        "source and vault account are in one organisation, the vault account in an organisational unit of its own",
        "a vault account that no organisation binds; copies that AWS Backup will not make",
        "organizations:DescribeOrganization, ListParents and ListAccountsForParent");

    public static GuardRail ServiceControlPolicies { get; } = new(
        "service-control-policies",
        "policies on the way from the vault account to the root deny what would take copies away, to everybody in the account",
        "an administrator of the vault account, or its root user, who leaves the organisation, closes the account, takes away lock, key or roles",
        "organizations:ListPoliciesForTarget and DescribePolicy for the account and every unit up to the root");

    public static GuardRail TrustPolicies { get; } = new(
        "trust-policies",
        "no role of the vault account can be assumed by the source account or by anybody, but for RestoreDrill's none from outside the vault and the management account, and that of emergency restores by nobody without a second factor",
        "production credentials, a pipeline or an agent that works in a role of the vault",
        "iam:ListRoles in the vault account");

    public static GuardRail RolePolicies { get; } = new(
        "role-policies",
        "the vault account's roles have policies of their own alone, and those allow nothing that would take copies away",
        "RestoreDrill itself: a mistake of ours, or a stolen session, where no other layer holds",
        "iam:ListAttachedRolePolicies, ListRolePolicies and GetRolePolicy of each of RestoreDrill's roles in the vault account");

    public static GuardRail VaultLock { get; } = new(
        "vault-lock",
        "the vault is locked in compliance mode, past its LockDate, with a longest retention",
        "removal of copies before their time by anybody, AWS and the root user included",
        "backup:DescribeBackupVault")
    {
        IsVital = true,
    };

    public static GuardRail VaultPolicy { get; } = new(
        "vault-policy",
        "the vault's access policy denies everybody to remove or weaken, and lets nobody but the source account copy in",
        "removal by administrators of the vault account where the lock does not reach; copies put there by strangers",
        "backup:GetBackupVaultAccessPolicy");

    public static GuardRail VaultKey { get; } = new(
        "vault-key",
        "the key of the copies is the vault account's own customer managed key, enabled, and not about to be deleted",
        "locked copies that nobody can read any more: the lock does not protect the key",
        "kms:DescribeKey")
    {
        IsVital = true,
    };

    public static GuardRail KeyPolicy { get; } = new(
        "key-policy",
        "the key of the copies is nobody's to use but the vault account's and, by their grants, services of AWS and RestoreDrill's roles; and, to use it and no more, the account's that emergency restores are into",
        "copies that somebody outside reads; and a way to the key that outlasts the policies that were put back",
        "kms:GetKeyPolicy and ListGrants of the key that copies are under");

    public static GuardRail CopiesPrivate { get; } = new(
        "copies-private",
        "no copy is shared with another account or public",
        "production's data in other hands",
        "rds:DescribeDBSnapshotAttributes for each copy that can be shared");

    public static GuardRail FactStore { get; } = new(
        "fact-store",
        "what is known of the copies also lies in a bucket with Object Lock, which is not public, and into which nobody but the vault account writes",
        "copies of which nobody can say any more which are proven, once our records are gone or changed",
        "s3:GetBucketObjectLockConfiguration, GetBucketVersioning, GetBucketPublicAccessBlock, GetBucketPolicyStatus and GetBucketPolicy");

    public static GuardRail CopiesOutliveDrills { get; } = new(
        "copies-outlive-drills",
        "a copy will still be there at the next drill",
        "a night on which the last copy has expired",
        "backup:DescribeRecoveryPoint for the newest copy of our records, against the longest time until a drill");

    public static GuardRail SourceProtected { get; } = new(
        "source-protected",
        "the instance has deletion protection, and keeps backups of its own",
        "the first slip of a finger: the quickest way back is production's own",
        "rds:DescribeDBInstances in the source account");

    public static GuardRail TerraformStates { get; } = new(
        "terraform-states",
        "no Terraform state that is named holds anything of the vault account",
        "one `terraform destroy` that takes production and the vault together",
        "each file of Terraform:States is read as terraform-guard reads it");

    public static GuardRail StateBucket { get; } = new(
        "terraform-state-bucket",
        "the bucket that holds Terraform's state keeps versions, and is not public",
        "a state that is lost or overwritten, after which Terraform destroys or makes anew what it no longer knows; secrets that everybody reads in it",
        "s3:GetBucketVersioning, GetBucketPublicAccessBlock and GetBucketPolicyStatus in the source account");

    public static GuardRail NewestCopy { get; } = new(
        "newest-copy",
        "the newest copy is not older than it may be",
        "a restore that loses more than was agreed",
        "rds:DescribeDBSnapshots in the vault account, and the records of copy runs");

    public static GuardRail NewestProof { get; } = new(
        "newest-proof",
        "the newest copy that a drill passed is not older than it may be",
        "copies that are there, and do not restore",
        "the records of drills");

    /// <summary>Those that are looked at with a configuration.</summary>
    public static IReadOnlyList<GuardRail> Of(InstallationOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        var terraform = options.Guard?.Terraform;
        return [.. All.Where(rail => (rail != TerraformStates || terraform is { States.Count: > 0 }) && (rail != StateBucket || terraform?.StateBucket is not null))];
    }

    private const string Unknown = "not known to this release";

    public static IReadOnlyList<GuardRail> All { get; } =
    [
        AccountsApart, Organisation, ServiceControlPolicies, TrustPolicies, RolePolicies, VaultLock, VaultPolicy, VaultKey, KeyPolicy, CopiesPrivate, FactStore, TerraformStates, StateBucket,
        CopiesOutliveDrills, SourceProtected, NewestCopy, NewestProof,
    ];

    /// <summary>The guard rail with that id; one that says so where this release does not know it, since another one may have recorded an answer.</summary>
    public static GuardRail Of(string id) => All.FirstOrDefault(rail => rail.Id == id) ?? new GuardRail(id, Unknown, Unknown, Unknown);
}
