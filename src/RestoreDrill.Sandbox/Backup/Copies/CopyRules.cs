using RestoreDrill.Sandbox.Accounts;
using RestoreDrill.Sandbox.Backup.Jobs;
using RestoreDrill.Sandbox.Backup.RecoveryPoints;
using RestoreDrill.Sandbox.Backup.Vaults;
using RestoreDrill.Sandbox.Policies;

namespace RestoreDrill.Sandbox.Backup.Copies;

/// <summary>
/// Why a copy job fails before anything is copied, in AWS's words (AWS Backup developer guide, "Monitoring", "Vault Lock", and AWS's knowledge centre on copies
/// across accounts). Which of several reasons AWS tells first is not known.
/// </summary>
internal sealed class CopyRules(AccountStates states, BackupOrganisation organisation, JobKeys keys, Roles roles, Authorization authorization)
{
    private const string NoAccess = "Access Denied trying to call AWS Backup service";

    /// <summary>
    /// What AWS Backup is taken to do in the job's role before a copy leaves the account. AWS does not say so, but its own policy for such roles allows it on the snapshots of recovery points (AWS managed
    /// policy reference, AWSBackupServiceRolePolicyForBackup), and a copy that cannot be shared is told in those words.
    /// </summary>
    private const string Sharing = "rds:ModifyDBSnapshotAttribute";

    /// <summary>Null where the copy may go on.</summary>
    public string? Refusal(CopyJob job, RecoveryPoint source, VaultArn target, BackupVault? vault)
    {
        var crosses = target.AccountId != job.AccountId;
        if (crosses && !(organisation.HasMember(job.AccountId) && organisation.HasMember(target.AccountId)))
        {
            return "Copy job failed. Both source and destination account must be a member of the same organization.";
        }

        if (crosses && !organisation.IsCrossAccountCopyEnabled)
        {
            return "Copy job failed. Cross-account copy feature is not enabled for the current organization.";
        }

        // Of another account's vault nobody is told whether it is there.
        if (vault is null || !MayCopyInto(job, vault, crosses))
        {
            return NoAccess;
        }

        if (crosses && !MayShare(job, source))
        {
            return $"The role {job.RoleArn} is not authorized to perform: {Sharing} on resource: {source.Arn}";
        }

        if (states.Of(job.AccountId).Backup.CopyJobs.TakeWhile(other => other != job).Any(other => other.IsOpen && other.ResourceArn == job.ResourceArn))
        {
            return "There are too many copy jobs running for resource.";
        }

        return KeyRefusal(job, source, vault, crosses) ?? (Admits(vault, job.Lifecycle, source.Lifecycle)
            ? null
            : "Copy job failed. The retention specified in the job is not within the range specified for the target Backup Vault.");
    }

    /// <summary>
    /// What the copy's lifecycle will be: its source's where the job gives none, or one without an end ("a copy with a retention setting set to never expire will
    /// retain its source recovery point's expiration date": developer guide, "Backup and tag copy").
    /// </summary>
    public static PointLifecycle? LifecycleOf(PointLifecycle? asked, PointLifecycle? source) => asked?.RetentionDays is null ? source : asked;

    // A lock with a maximum wants the retention in the job itself.
    private static bool Admits(BackupVault vault, PointLifecycle? asked, PointLifecycle? source) =>
        vault.Lock is not { } held || (held.Admits(asked?.RetentionDays) && held.Admits(LifecycleOf(asked, source)?.RetentionDays));

    /// <summary>
    /// The job's role uses both keys within an account; across accounts the destination's is used, and the source's as well, by the role that AWS Backup has made for itself there
    /// (AWS's knowledge centre: the source key's policy has to let the destination's account in).
    /// </summary>
    private string? KeyRefusal(CopyJob job, RecoveryPoint source, BackupVault vault, bool crosses)
    {
        var sourceKey = source.EncryptionKeyArn is { } arn ? keys.Find(arn) : null;
        var vaultKey = keys.Find(vault.EncryptionKeyArn);
        if (crosses && vaultKey is { IsAwsManaged: true })
        {
            return KeyTexts.DefaultKeyOfVault;
        }

        if (crosses && sourceKey is { IsAwsManaged: true })
        {
            return KeyTexts.CannotBeShared;
        }

        var canRead = source.EncryptionKeyArn is null || (sourceKey is { IsUsable: true } && keys.MayUse(job.RoleArn, job.Region, JobKeys.OfSnapshots, sourceKey));
        var canWrite = vaultKey is { IsUsable: true }
            && (crosses
                ? keys.ServiceMayUse(vault.AccountId, vault.Region, JobKeys.OfVaults, vaultKey)
                : keys.MayUse(job.RoleArn, job.Region, JobKeys.OfVaults, vaultKey));
        if (!canRead || !canWrite)
        {
            return KeyTexts.NotUsable;
        }

        return crosses && sourceKey is not null && !keys.ServiceMayUse(vault.AccountId, vault.Region, JobKeys.OfSnapshots, sourceKey)
            ? KeyTexts.SourceNotAccessible(sourceKey.Arn)
            : null;
    }

    private bool MayShare(CopyJob job, RecoveryPoint source) => roles.WithArn(job.RoleArn) is { } role
        && authorization.Allows(JobSession.Call(JobSession.Of(role), job.Region), new AccessCheck(Sharing, source.Arn, job.AccountId, []));

    /// <summary>AWS Backup asks in the job's role; another account's vault has to let it in by its access policy.</summary>
    private bool MayCopyInto(CopyJob job, BackupVault vault, bool crosses)
    {
        if (roles.WithArn(job.RoleArn) is not { } role)
        {
            return false;
        }

        var call = JobSession.Call(JobSession.Of(role), job.Region);
        var policy = vault.ResourcePolicy ?? (crosses
            ? new ResourcePolicy(PolicyKind.Resource, new NamedPolicy($"access policy of {vault.Arn}", PolicyDocument.Empty), IsRequired: false)
            : null);
        return authorization.Allows(call, new AccessCheck("backup:CopyIntoBackupVault", vault.Arn.ToString(), vault.AccountId, [], policy));
    }
}
