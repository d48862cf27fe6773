using RestoreDrill.Core.GuardRails.Policies;
using RestoreDrill.Core.Protection;

namespace RestoreDrill.Core.GuardRails.Rules;

internal sealed class VaultPolicyRule(InstallationOptions options, IIsolation isolation) : IGuardRailRule
{
    public GuardRail Rail => GuardRailCatalog.VaultPolicy;

    public async Task<GuardRailAnswer> AskAsync(CancellationToken cancellationToken)
    {
        if (options.Route == CopyRoute.RdsSnapshot || options.Backup is not { } backup)
        {
            return GuardRailAnswer.Broken(Rail, "route rds-snapshot: copies are manual snapshots, which have no access policy");
        }

        if (await isolation.FindVaultPolicyAsync(backup.VaultName, cancellationToken).ConfigureAwait(false) is not { } text)
        {
            return GuardRailAnswer.Broken(Rail, $"backup vault {backup.VaultName} has no access policy");
        }

        var statements = PolicyText.Parse(text).Statements;
        var missing = VaultDenies.ByVaultPolicy.Where(deny => !deny.IsIn(statements)).Select(static deny => deny.Action).ToList();
        var wrong = missing.Count == 0 ? new List<string>() : [$"it does not deny everybody {string.Join(", ", missing)}"];
        if (!statements.Any(LetsTheSourceIn))
        {
            wrong.Add($"it does not let account {options.Source.AccountId} copy in ({VaultPolicyTroubles.CopyInto}): no new copy can be made");
        }

        wrong.AddRange(new VaultPolicyTroubles(options.Source.AccountId, options.Vault.AccountId).In(statements));
        return GuardRailAnswer.Judge(Rail, wrong, $"it denies everybody {VaultDenies.ByVaultPolicy.Count} actions, and lets account {options.Source.AccountId} copy in");
    }

    private bool LetsTheSourceIn(PolicyStatementText statement) => !statement.IsDeny && !statement.IsNotAction && !statement.IsNotPrincipal
        && statement.Actions.Any(static action => action.Equals(VaultPolicyTroubles.CopyInto, StringComparison.OrdinalIgnoreCase))
        && statement.Principals.Any(principal => PolicyPrincipals.IsOf(principal, options.Source.AccountId));
}
