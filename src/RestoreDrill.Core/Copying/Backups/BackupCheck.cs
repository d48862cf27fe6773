using RestoreDrill.Core.Cloud;
using RestoreDrill.Core.Protection;
using RestoreDrill.Core.Runs;

namespace RestoreDrill.Core.Copying.Backups;

/// <summary>Whether route <c>aws-backup</c> can be gone, before AWS Backup fails a job over it: the vaults, their locks and their keys.</summary>
internal sealed class BackupCheck(InstallationOptions options, ISourceAccount source, IVaultAccount vault, TimeProvider time)
{
    /// <summary>The state of the lock that the copy will lie under, in words.</summary>
    /// <param name="instance">What is backed up.</param>
    /// <param name="key">The key that it is encrypted under; null: none.</param>
    /// <param name="vaultKey">The vault account's key, as the configuration names it.</param>
    /// <param name="cancellationToken">Stops between two calls.</param>
    /// <exception cref="StepFailedException">It cannot be gone.</exception>
    public async Task<string> RequireAsync(SourceInstance instance, EncryptionKey? key, EncryptionKey vaultKey, CancellationToken cancellationToken)
    {
        var backup = Options;
        var from = await source.FindVaultAsync(backup.SourceVault, cancellationToken).ConfigureAwait(false)
            ?? throw new StepFailedException(
                $"The source account {options.Source.AccountId} has no backup vault '{backup.SourceVault}' (RestoreDrill:Backup:SourceVault). docs/isolation.md says how it is made.");
        RequireRange(from, backup.SourceRetentionDays, "SourceRetentionDays");
        var into = await vault.FindVaultAsync(backup.VaultName, cancellationToken).ConfigureAwait(false)
            ?? throw new StepFailedException(
                $"The vault account {options.Vault.AccountId} has no backup vault '{backup.VaultName}' (RestoreDrill:Backup:Vault). docs/isolation.md says how it is made.");
        RequireRange(into, backup.RetentionDays, "RetentionDays");
        RequireKeys(instance, key, vaultKey, into);
        return into.LockWords(time.GetUtcNow());
    }

    /// <exception cref="StepFailedException">The configuration has no vaults any more.</exception>
    public BackupOptions Options => options.Backup
        ?? throw new StepFailedException("This copy run was begun on route aws-backup, and the configuration names no backup vaults now (RestoreDrill:Backup). Start a new copy run.");

    private static void RequireRange(BackupVault vault, int days, string key)
    {
        if (!vault.Admits(days))
        {
            throw new StepFailedException(
                $"The lock of backup vault {vault.Name} takes {vault.RangeWords}, RestoreDrill:Backup:{key} is {days}: every job would fail. Write a number in that range.");
        }
    }

    private static void RequireKeys(SourceInstance instance, EncryptionKey? key, EncryptionKey vaultKey, BackupVault into)
    {
        if (key is { AwsManaged: true } managed)
        {
            throw new StepFailedException(
                $"Instance {instance.Name} is encrypted under the account's default key ({managed.Arn}): AWS Backup can copy such a backup into no other account. "
                + "Move the instance to a customer managed key, or set RestoreDrill:Route to rds-snapshot with RestoreDrill:Source:ReencryptionKey.");
        }

        if (into.KeyArn is { } used && used != vaultKey.Arn)
        {
            throw new StepFailedException(
                $"Backup vault {into.Name} encrypts under {used}, and RestoreDrill:Vault:KmsKey is {vaultKey.Arn}: correct the configuration, a vault's key cannot be changed.");
        }
    }
}
