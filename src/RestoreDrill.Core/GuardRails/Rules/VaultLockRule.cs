using RestoreDrill.Core.Copying;
using RestoreDrill.Core.Copying.Backups;
using RestoreDrill.Core.Protection;

namespace RestoreDrill.Core.GuardRails.Rules;

internal sealed class VaultLockRule(InstallationOptions options, IVaultBackups vault, TimeProvider time) : IGuardRailRule
{
    public GuardRail Rail => GuardRailCatalog.VaultLock;

    public async Task<GuardRailAnswer> AskAsync(CancellationToken cancellationToken)
    {
        if (options.Route == CopyRoute.RdsSnapshot || options.Backup is not { } backup)
        {
            return GuardRailAnswer.Broken(Rail, "route rds-snapshot: copies are manual snapshots, which have no lock");
        }

        if (await vault.FindVaultAsync(backup.VaultName, cancellationToken).ConfigureAwait(false) is not { } found)
        {
            return GuardRailAnswer.Broken(Rail, $"there is no backup vault {backup.VaultName}");
        }

        var now = time.GetUtcNow();
        return (found.LockAt(now), found.MaxRetentionDays) switch
        {
            (VaultLockMode.Compliance, not null) => GuardRailAnswer.Holds(Rail, found.LockWords(now)[LockWords.HoldsPrefix.Length..]),
            (VaultLockMode.Compliance, null) => GuardRailAnswer.Broken(
                Rail, $"the lock of backup vault {found.Name} has no longest retention: a copy without an end could never be removed, and would be paid for always"),
            _ => GuardRailAnswer.Broken(Rail, found.LockWords(now)[LockWords.BrokenPrefix.Length..]),
        };
    }
}
