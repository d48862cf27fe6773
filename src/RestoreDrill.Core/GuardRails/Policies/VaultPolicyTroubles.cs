namespace RestoreDrill.Core.GuardRails.Policies;

/// <summary>What of an access policy lets others into the backup vault, or keeps us from it. Such a policy can never be changed again once it denies to be changed, so this is looked for before that, too.</summary>
/// <param name="sourceAccount">The only account that may copy in.</param>
/// <param name="vaultAccount">The vault's own.</param>
internal sealed class VaultPolicyTroubles(string sourceAccount, string vaultAccount)
{
    public const string CopyInto = "backup:CopyIntoBackupVault";

    /// <summary>What copy runs, drills and the guard rails ask of the vault and what lies in it.</summary>
    private static readonly string[] Needed =
        [CopyInto, "backup:DescribeBackupVault", "backup:DescribeRecoveryPoint", "backup:GetBackupVaultAccessPolicy", "backup:TagResource"];

    public IReadOnlyList<string> In(IReadOnlyList<PolicyStatementText> statements)
    {
        ArgumentNullException.ThrowIfNull(statements);
        var denied = PolicyPrincipals.DeniedIn(statements, Needed, sourceAccount, vaultAccount);
        return
        [
            .. statements.Where(static statement => !statement.IsDeny).SelectMany(Strangers).Distinct(),
            .. denied.Count == 0 ? Array.Empty<string>() : [$"it denies {string.Join(", ", denied)}, which copies need"],
        ];
    }

    private IEnumerable<string> Strangers(PolicyStatementText allowing)
    {
        if (allowing.IsNotAction || allowing.Actions.Any(static action => !action.Equals(CopyInto, StringComparison.OrdinalIgnoreCase)))
        {
            yield return $"it allows {string.Join(", ", allowing.Actions)}, not {CopyInto} alone";
        }

        foreach (var principal in allowing.IsNotPrincipal ? ["everybody but some"] : allowing.Principals.Where(principal => !PolicyPrincipals.IsOf(principal, sourceAccount)))
        {
            yield return $"it lets {(PolicyPrincipals.IsEverybody(principal) ? "everybody" : principal)} in";
        }
    }
}
