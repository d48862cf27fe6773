using RestoreDrill.Core.Copying;
using RestoreDrill.Core.Protection;

namespace RestoreDrill.Core.GuardRails.Rules;

internal sealed class VaultKeyRule(InstallationOptions options, IVaultAccount vault) : IGuardRailRule
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

        return GuardRailAnswer.Judge(Rail, wrong, $"{key.Arn} is enabled");
    }
}
