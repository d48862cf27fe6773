using RestoreDrill.Core.Cloud;
using RestoreDrill.Core.Copying;
using RestoreDrill.Core.Copying.Backups;
using RestoreDrill.Core.Protection;
using RestoreDrill.Core.Runs;

namespace RestoreDrill.Core.Drilling;

/// <summary>Looks at what holds the copy that is drilled: the lock of its vault, and its end. Neither changes the verdict; a copy that cannot be restored any more does.</summary>
internal sealed class CopyLock(InstallationOptions options, IVaultBackups vault, TimeProvider time)
{
    /// <exception cref="StepFailedException">The recovery point is not in the vault any more, or cannot be restored.</exception>
    public async Task<DrillState> LookAsync(DrillState state, CancellationToken cancellationToken)
    {
        if (!RecoveryPointNames.IsPoint(state.CopyName!))
        {
            return state with { Lock = LockWords.OfSnapshot };
        }

        if (options.Backup is not { } backup)
        {
            return state with { Lock = "not checkable from here: the configuration names no backup vault" };
        }

        try
        {
            if (await vault.FindVaultAsync(backup.VaultName, cancellationToken).ConfigureAwait(false) is not { } found)
            {
                return state with { Lock = $"broken: there is no backup vault {backup.VaultName}" };
            }

            var point = await vault.FindPointAsync(backup.VaultName, state.CopyArn!, cancellationToken).ConfigureAwait(false)
                ?? throw new StepFailedException(
                    $"Backup vault {backup.VaultName} has no recovery point {state.CopyArn}: somebody took the copy out of the vault. RestoreDrill cannot: find out who did. Next: runbooks/copy-missing.md.",
                    blamesTheCopy: true);
            return point.IsUsable
                ? state with { Lock = found.LockWords(time.GetUtcNow()), DeleteAt = point.DeleteAt }
                : throw new StepFailedException(
                    $"Recovery point {state.CopyArn} is {point.Status}, not COMPLETED: somebody tried to remove it, or AWS Backup could not. Find out in CloudTrail. Next: runbooks/copy-missing.md.",
                    blamesTheCopy: true);
        }
        catch (CloudException e) when (e.Fault == CloudFault.AccessDenied)
        {
            return state with { Lock = $"not checkable from here: {e.Message}" };
        }
    }
}
