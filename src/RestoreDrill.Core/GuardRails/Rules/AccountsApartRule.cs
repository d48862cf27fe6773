using RestoreDrill.Core.Copying;
using RestoreDrill.Core.Protection;

namespace RestoreDrill.Core.GuardRails.Rules;

internal sealed class AccountsApartRule(InstallationOptions options, ISourceAccount source, IVaultAccount vault, IIsolation isolation) : IGuardRailRule
{
    public GuardRail Rail => GuardRailCatalog.AccountsApart;

    public async Task<GuardRailAnswer> AskAsync(CancellationToken cancellationToken)
    {
        var vaultId = (await vault.IdentifyAsync(cancellationToken).ConfigureAwait(false)).AccountId;
        var sourceId = (await source.IdentifyAsync(cancellationToken).ConfigureAwait(false)).AccountId;
        var organisation = await isolation.FindOrganisationAsync(cancellationToken).ConfigureAwait(false);
        var wrong = new List<string>();
        if (vaultId == sourceId || options.Vault.AccountId == options.Source.AccountId)
        {
            wrong.Add($"source and vault are the same account {vaultId}");
        }

        if (vaultId == organisation?.ManagementAccountId)
        {
            wrong.Add($"the vault account {vaultId} is the organisation's management account, which no service control policy binds");
        }

        return organisation is null && wrong.Count == 0
            ? GuardRailAnswer.NotCheckable(Rail, $"the vault account {vaultId} is in no organisation, so that nobody can say which account manages it")
            : GuardRailAnswer.Judge(Rail, wrong, $"source {sourceId}, vault {vaultId}, management {organisation?.ManagementAccountId}");
    }
}
