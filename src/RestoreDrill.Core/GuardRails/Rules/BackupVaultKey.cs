using RestoreDrill.Core.Copying;
using RestoreDrill.Core.Protection;

namespace RestoreDrill.Core.GuardRails.Rules;

/// <summary>The key that the backup vault encrypts under, whatever an alias names by now. Asked for once, however many rules want it.</summary>
internal sealed class BackupVaultKey(InstallationOptions options, IVaultAccount vault)
{
    private Task<string?>? _arn;

    /// <summary>Its ARN; null: the route has no backup vault, or there is none.</summary>
    public Task<string?> FindAsync(CancellationToken cancellationToken) => _arn ??= AskAsync(cancellationToken);

    private async Task<string?> AskAsync(CancellationToken cancellationToken) => options.Route == CopyRoute.AwsBackup && options.Backup is { } backup
        ? (await vault.FindVaultAsync(backup.VaultName, cancellationToken).ConfigureAwait(false))?.KeyArn
        : null;
}
