using Amazon.Backup.Model;
using Amazon.Organizations.Model;

namespace RestoreDrill.Incident.Destruction;

/// <summary>
/// What each layer refuses once the one before it is gone. Otherwise the service control policy answers first, and of the rest nobody sees whether it holds. The key, the roles and the
/// account itself have no layer below that policy: what is tried here leaves them alone.
/// </summary>
internal sealed class LayerByLayer(VaultTargets at, Hands vault, Hands management)
{
    /// <summary>A vault of the vault account that has the lock, and no access policy.</summary>
    public const string LockAlone = "restoredrill-lock-alone";

    /// <summary>The cooling-off of its lock: as short as AWS takes one (API reference, PutBackupVaultLockConfiguration).</summary>
    public const int CoolingOffDays = 3;

    private static readonly string[] OfAccessPolicy =
    [
        "backup:DeleteRecoveryPoint", "backup:UpdateRecoveryPointLifecycle", "backup:DisassociateRecoveryPoint", "backup:DeleteBackupVault", "backup:DeleteBackupVaultLockConfiguration",
        "backup:PutBackupVaultLockConfiguration", "backup:PutBackupVaultAccessPolicy", "backup:DeleteBackupVaultAccessPolicy",
    ];

    private static readonly string[] OfLock =
        ["backup:DeleteRecoveryPoint", "backup:UpdateRecoveryPointLifecycle", "backup:DeleteBackupVaultLockConfiguration", "backup:PutBackupVaultLockConfiguration"];

    private static readonly string[] OfObjectLock = ["s3:DeleteObjectVersion", "s3:PutObjectRetention", "s3:PutBucketVersioning"];

    /// <summary>Takes the first layer away, as only the management account can.</summary>
    public Task DetachAsync() => management.Organizations.DetachPolicyAsync(new DetachPolicyRequest { PolicyId = at.ControlPolicyId, TargetId = at.UnitId });

    public Task AttachAsync() => management.Organizations.AttachPolicyAsync(new AttachPolicyRequest { PolicyId = at.ControlPolicyId, TargetId = at.UnitId });

    /// <summary>Makes the vault that has nothing but a lock, with a copy of a copy in it.</summary>
    /// <returns>That vault's targets.</returns>
    public async Task<VaultTargets> PrepareLockAloneAsync()
    {
        var made = await vault.Backup.CreateBackupVaultAsync(new CreateBackupVaultRequest { BackupVaultName = LockAlone, EncryptionKeyArn = at.KeyArn });
        await vault.Backup.PutBackupVaultLockConfigurationAsync(
            new PutBackupVaultLockConfigurationRequest { BackupVaultName = LockAlone, MinRetentionDays = 7, MaxRetentionDays = 365, ChangeableForDays = CoolingOffDays });
        var job = await vault.Backup.StartCopyJobAsync(new StartCopyJobRequest
        {
            SourceBackupVaultName = at.Vault,
            RecoveryPointArn = at.PointArn,
            DestinationBackupVaultArn = made.BackupVaultArn,
            IamRoleArn = $"arn:aws:iam::{at.Account}:role/restoredrill-backup-service",
            Lifecycle = new Lifecycle { DeleteAfterDays = 30 },
        });
        for (var i = 0; i < 600; i++)
        {
            var copy = (await vault.Backup.DescribeCopyJobAsync(new DescribeCopyJobRequest { CopyJobId = job.CopyJobId })).CopyJob;
            if (copy.State == Amazon.Backup.CopyJobState.COMPLETED)
            {
                return at with { Vault = LockAlone, PointArn = copy.DestinationRecoveryPointArn };
            }

            if (copy.State == Amazon.Backup.CopyJobState.FAILED)
            {
                throw new InvalidOperationException($"The copy into {LockAlone} failed: {copy.StatusMessage}");
            }

            await Task.Delay(TimeSpan.FromMilliseconds(100), TimeProvider.System, CancellationToken.None);
        }

        throw new TimeoutException($"The copy into {LockAlone} is not there after a minute.");
    }

    public Task<IReadOnlyList<Attempt>> TryAccessPolicyAsync() => TryAsync(at, OfAccessPolicy);

    public Task<IReadOnlyList<Attempt>> TryLockAsync(VaultTargets lockAlone) => TryAsync(lockAlone, OfLock);

    public Task<IReadOnlyList<Attempt>> TryObjectLockAsync() => TryAsync(at, OfObjectLock);

    private Task<IReadOnlyList<Attempt>> TryAsync(VaultTargets targets, string[] actions)
    {
        var all = VaultDestruction.FromWithin(targets);
        return Attempt.MakeAllAsync(actions.Select(name => all.Single(action => action.Name == name)), vault);
    }
}
