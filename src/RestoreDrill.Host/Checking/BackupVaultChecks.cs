using RestoreDrill.Core.Copying;
using RestoreDrill.Core.Copying.Backups;
using RestoreDrill.Core.Protection;

namespace RestoreDrill.Host.Checking;

/// <summary>Whether the backup vaults of route <c>aws-backup</c> are there and take what the configuration asks for: else AWS Backup fails every job.</summary>
internal static class BackupVaultChecks
{
    public static async Task<IReadOnlyList<LiveCheck>> OfSourceAsync(BackupOptions backup, ISourceAccount source, CancellationToken cancellationToken)
    {
        var name = $"source-vault {backup.SourceVault}";
        return
        [
            await LiveChecks.AskAsync(name, "Compare the source role's policy with docs/iam.", async () =>
                await source.FindVaultAsync(backup.SourceVault, cancellationToken) switch
                {
                    null => Missing(name, "source", "SourceVault"),
                    { } vault when !vault.Admits(backup.SourceRetentionDays) => OutOfRange(name, vault, backup.SourceRetentionDays, "SourceRetentionDays"),
                    { } vault => LiveCheck.Ok(name, $"takes recovery points for {backup.SourceRetentionDays} days; {(vault.IsLocked ? $"locked for {vault.RangeWords}" : "not locked, and need not be")}"),
                }),
        ];
    }

    public static async Task<IReadOnlyList<LiveCheck>> OfVaultAsync(
        BackupOptions backup, VaultOptions options, IVaultAccount account, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var name = $"backup-vault {backup.VaultName}";
        return
        [
            await LiveChecks.AskAsync(name, "Compare the vault role's policy with docs/iam.", async () =>
            {
                if (await account.FindVaultAsync(backup.VaultName, cancellationToken) is not { } vault)
                {
                    return Missing(name, "vault", "Vault");
                }

                if (!vault.Admits(backup.RetentionDays))
                {
                    return OutOfRange(name, vault, backup.RetentionDays, "RetentionDays");
                }

                var key = await account.DescribeKeyAsync(options.KmsKey, cancellationToken);
                if (vault.KeyArn is { } used && used != key.Arn)
                {
                    return LiveCheck.Problem(name, $"it encrypts under {used}, and Vault:KmsKey is {key.Arn}", "Correct Vault:KmsKey: a vault's key cannot be changed.");
                }

                return vault.LockAt(now) == VaultLockMode.Compliance
                    ? LiveCheck.Ok(name, $"{vault.LockWords(now)}; copies stay {backup.RetentionDays} days")
                    : LiveCheck.Warning(name, vault.LockWords(now), "Copies can be made, and destroyed: lock the vault in compliance mode.");
            }),
        ];
    }

    private static LiveCheck Missing(string name, string account, string key) =>
        LiveCheck.Problem(name, $"the {account} account has no such backup vault", $"Make it, or correct RestoreDrill:Backup:{key}.");

    private static LiveCheck OutOfRange(string name, BackupVault vault, int days, string key) => LiveCheck.Problem(
        name, $"its lock takes {vault.RangeWords}, and Backup:{key} is {days}: every job would fail", $"Write a number in that range in RestoreDrill:Backup:{key}.");
}
