using RestoreDrill.Core.GuardRails.Policies;
using RestoreDrill.Core.Protection;

namespace RestoreDrill.Core.GuardRails.Rules;

/// <summary>
/// Whether a role of the vault account can be assumed from outside: RestoreDrill's by the source account or by anybody, and any other by an account that is neither the vault
/// account nor the management account. What a condition narrows is not relied on, but for the one of the role that people take on: nobody may without a second factor, and
/// nobody who is no user of the vault account. No role at all may trust the issuer of a pipeline's identities. RestoreDrill's others may trust where the service runs, which may
/// be a third account.
/// </summary>
/// <param name="options">The configuration.</param>
/// <param name="roles">RestoreDrill's roles in the vault account.</param>
/// <param name="isolation">Whom to ask.</param>
internal sealed class TrustRule(InstallationOptions options, VaultRoles roles, IIsolation isolation) : IGuardRailRule
{
    public GuardRail Rail => GuardRailCatalog.TrustPolicies;

    public async Task<GuardRailAnswer> AskAsync(CancellationToken cancellationToken)
    {
        var all = await isolation.ListTrustsAsync(cancellationToken).ConfigureAwait(false);
        var wrong = roles.All.Where(role => all.All(found => found.Arn != role)).Select(static role => $"the vault account has no role {NameOf(role)}").ToList();
        var trusted = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var role in all)
        {
            foreach (var statement in Read(role).Where(static statement => !statement.IsDeny))
            {
                foreach (var stranger in await StrangersAsync(role.Arn, statement, cancellationToken).ConfigureAwait(false))
                {
                    wrong.Add($"{NameOf(role.Arn)} trusts {stranger}");
                }

                if (role.Arn == roles.OfPeople && !SecondFactor.IsAskedBy(statement))
                {
                    wrong.Add($"{NameOf(role.Arn)} can be taken on without a second factor, by a statement that has no condition {SecondFactor.Required} (BoolIfExists is true of long-lived keys, too): `restoredrill isolation plan` says how the shipped trust policy is put back");
                }

                trusted.UnionWith(statement.Principals);
            }
        }

        return GuardRailAnswer.Judge(Rail, wrong, $"{all.Count} roles trust {string.Join(", ", trusted)}");
    }

    private static string NameOf(string role) => role[(role.LastIndexOf('/') + 1)..];

    private static IReadOnlyList<PolicyStatementText> Read(RoleTrust role)
    {
        try
        {
            return PolicyText.Parse(role.Policy).Statements;
        }
        catch (FormatException e)
        {
            throw new FormatException($"{e.Message} (trust policy of {NameOf(role.Arn)})", e);
        }
    }

    private async Task<IReadOnlyList<string>> StrangersAsync(string role, PolicyStatementText statement, CancellationToken cancellationToken)
    {
        if (statement.IsNotPrincipal || statement.Principals.Count == 0)
        {
            return ["everybody whom its NotPrincipal leaves out"];
        }

        var strangers = new List<string>();
        foreach (var principal in statement.Principals)
        {
            if (principal == "*" || principal.EndsWith(" *", StringComparison.Ordinal))
            {
                strangers.Add("everybody");
            }
            else if (principal.Contains(options.Source.AccountId, StringComparison.Ordinal))
            {
                strangers.Add($"{principal}, of the source account");
            }
            else if (PipelineIssuers.IsPipeline(principal))
            {
                strangers.Add($"{principal}, by which a pipeline gets in");
            }
            else if (role == roles.OfPeople)
            {
                strangers.AddRange(SecondFactor.CanBeAskedOf(principal, options.Vault.AccountId) ? [] : [$"{principal}, who is no user of the vault account"]);
            }
            else if (!roles.OfService.Contains(role) && !principal.StartsWith("Service ", StringComparison.Ordinal) && !await IsOfHouseAsync(AccountOf(principal), cancellationToken).ConfigureAwait(false))
            {
                strangers.Add($"{principal}, neither of the vault account nor of the management account");
            }
        }

        return strangers;
    }

    private async Task<bool> IsOfHouseAsync(string? account, CancellationToken cancellationToken) => account is not null
        && (account == options.Vault.AccountId
            || account == (await isolation.FindOrganisationAsync(cancellationToken).ConfigureAwait(false))?.ManagementAccountId);

    /// <summary>The account of an ARN, or the one that is written by its id; null: of none that could be known.</summary>
    private static string? AccountOf(string principal) => principal[(principal.IndexOf(' ', StringComparison.Ordinal) + 1)..].Split(':', 6) switch
    {
        ["arn", _, _, _, var account, _] => account,
        [{ Length: 12 } id] when id.All(char.IsAsciiDigit) => id,
        _ => null,
    };
}
