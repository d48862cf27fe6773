using RestoreDrill.Core.Cloud;
using RestoreDrill.Core.Copying;
using RestoreDrill.Core.Protection;

namespace RestoreDrill.Core.GuardRails.Rules;

internal sealed class VaultKeyRule(InstallationOptions options, IVaultAccount vault, BackupVaultKey used) : IGuardRailRule
{
    public GuardRail Rail => GuardRailCatalog.VaultKey;

    public async Task<GuardRailAnswer> AskAsync(CancellationToken cancellationToken)
    {
        var key = await vault.DescribeKeyAsync(options.Vault.KmsKey, cancellationToken).ConfigureAwait(false);
        var wrong = KeyProblem.OfVaultKey(key, options.Vault.AccountId).Select(problem => $"{key.Arn} {problem.Words}. {problem.Next.TrimEnd('.')}").ToList();

        // An alias may have been moved to another key: what counts is the one that copies are under.
        if (await used.FindAsync(cancellationToken).ConfigureAwait(false) is { } arn && arn != key.Arn)
        {
            var there = await vault.DescribeKeyAsync(arn, cancellationToken).ConfigureAwait(false);
            wrong.Add($"backup vault {options.Backup!.VaultName} encrypts under {arn} ({KeyProblem.OfState(there)?.Words ?? there.State}), and {options.Vault.KmsKey} is {key.Arn}: somebody moved the alias, or the configuration is wrong");
        }

        return GuardRailAnswer.Judge(Rail, wrong, $"{key.Arn} is enabled");
    }
}
