using RestoreDrill.Core.Protection;

namespace RestoreDrill.Core.GuardRails.Rules;

internal sealed class OrganisationRule(InstallationOptions options, IIsolation isolation) : IGuardRailRule
{
    public GuardRail Rail => GuardRailCatalog.Organisation;

    public async Task<GuardRailAnswer> AskAsync(CancellationToken cancellationToken)
    {
        var (source, vault) = (options.Source.AccountId, options.Vault.AccountId);
        if (await isolation.FindOrganisationAsync(cancellationToken).ConfigureAwait(false) is not { } organisation)
        {
            return GuardRailAnswer.Broken(Rail, $"the vault account {vault} is in no organisation");
        }

        if (!await isolation.IsMemberAsync(source, cancellationToken).ConfigureAwait(false))
        {
            return GuardRailAnswer.Broken(Rail, $"the source account {source} is not in the vault account's organisation {organisation.Id}");
        }

        var parent = (await isolation.PathOfAsync(vault, cancellationToken).ConfigureAwait(false))[1];
        if (parent.IsRoot)
        {
            return GuardRailAnswer.Broken(Rail, $"the vault account {vault} is directly under the root {parent.Id}: policies for it would bind every account");
        }

        var others = (await isolation.AccountsInAsync(parent.Id, cancellationToken).ConfigureAwait(false)).Where(account => account != vault).ToList();
        return others.Count == 0
            ? GuardRailAnswer.Holds(Rail, $"{organisation.Id}; the vault account is alone in {parent.Id}")
            : GuardRailAnswer.Broken(Rail, $"the vault account shares the unit {parent.Id} with {string.Join(", ", others)}");
    }
}
