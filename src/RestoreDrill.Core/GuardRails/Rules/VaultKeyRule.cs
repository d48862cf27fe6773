using RestoreDrill.Core.Copying;
using RestoreDrill.Core.Protection;

namespace RestoreDrill.Core.GuardRails.Rules;

internal sealed class VaultKeyRule(InstallationOptions options, IVaultAccount vault, BackupVaultKey used) : IGuardRailRule
{
    public GuardRail Rail => GuardRailCatalog.VaultKey;

    public async Task<GuardRailAnswer> AskAsync(CancellationToken cancellationToken)
    {
        var key = await vault.DescribeKeyAsync(options.Vault.KmsKey, cancellationToken).ConfigureAwait(false);
        var wrong = new List<string>();
        if (key.AwsManaged)
        {
            wrong.Add($"{key.Arn} is an AWS managed key");
        }

        if (key.State != "Enabled")
        {
            wrong.Add(key.State == "PendingDeletion" ? $"{key.Arn} is about to be DELETED, and with it every copy: cancel that now" : $"{key.Arn} is {key.State}");
        }

        if (key.Arn.Split(':') is not [_, _, _, _, var owner, ..] || owner != options.Vault.AccountId)
        {
            wrong.Add($"{key.Arn} is not a key of the vault account {options.Vault.AccountId}");
        }

        // An alias may have been moved to another key: what counts is the one that copies are under.
        if (await used.FindAsync(cancellationToken).ConfigureAwait(false) is { } arn && arn != key.Arn)
        {
            var there = await vault.DescribeKeyAsync(arn, cancellationToken).ConfigureAwait(false);
            wrong.Add($"backup vault {options.Backup!.VaultName} encrypts under {arn} ({(there.State == "PendingDeletion" ? "about to be DELETED, and with it every copy: cancel that now" : there.State)}), and {options.Vault.KmsKey} is {key.Arn}: somebody moved the alias, or the configuration is wrong");
        }

        return GuardRailAnswer.Judge(Rail, wrong, $"{key.Arn} is enabled");
    }
}
