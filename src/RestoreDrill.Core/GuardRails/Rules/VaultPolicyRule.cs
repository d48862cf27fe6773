using RestoreDrill.Core.GuardRails.Policies;
using RestoreDrill.Core.Protection;

namespace RestoreDrill.Core.GuardRails.Rules;

internal sealed class VaultPolicyRule(InstallationOptions options, IIsolation isolation) : IGuardRailRule
{
    private const string CopyInto = "backup:CopyIntoBackupVault";

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
            wrong.Add($"it does not let account {options.Source.AccountId} copy in ({CopyInto}): no new copy can be made");
        }

        wrong.AddRange(statements.Where(static statement => !statement.IsDeny).SelectMany(Strangers).Distinct());
        return GuardRailAnswer.Judge(Rail, wrong, $"it denies everybody {VaultDenies.ByVaultPolicy.Count} actions, and lets account {options.Source.AccountId} copy in");
    }

    private bool LetsTheSourceIn(PolicyStatementText statement) => !statement.IsDeny && !statement.IsNotAction && !statement.IsNotPrincipal
        && statement.Actions.Any(static action => action.Equals(CopyInto, StringComparison.OrdinalIgnoreCase))
        && statement.Principals.Any(principal => principal.Contains(options.Source.AccountId, StringComparison.Ordinal));

    private IEnumerable<string> Strangers(PolicyStatementText allowing)
    {
        if (allowing.IsNotAction || allowing.Actions.Any(static action => !action.Equals(CopyInto, StringComparison.OrdinalIgnoreCase)))
        {
            yield return $"it allows {string.Join(", ", allowing.Actions)}, not {CopyInto} alone";
        }

        foreach (var principal in allowing.IsNotPrincipal ? ["everybody but some"] : allowing.Principals.Where(principal => !principal.Contains(options.Source.AccountId, StringComparison.Ordinal)))
        {
            yield return $"it lets {(principal == "*" ? "everybody" : principal)} in";
        }
    }
}
