using RestoreDrill.Core.GuardRails.Policies;
using RestoreDrill.Core.Protection;

namespace RestoreDrill.Core.GuardRails.Rules;

/// <summary>Whether a role can be assumed from the source account. What a condition narrows is not relied on.</summary>
/// <param name="options">The configuration.</param>
/// <param name="roles">The ARNs of RestoreDrill's roles in the vault account.</param>
/// <param name="isolation">Whom to ask.</param>
internal sealed class TrustRule(InstallationOptions options, IReadOnlyList<string> roles, IIsolation isolation) : IGuardRailRule
{
    public GuardRail Rail => GuardRailCatalog.TrustPolicies;

    public async Task<GuardRailAnswer> AskAsync(CancellationToken cancellationToken)
    {
        var (wrong, trusted) = (new List<string>(), new SortedSet<string>(StringComparer.Ordinal));
        foreach (var role in roles)
        {
            var name = role[(role.LastIndexOf('/') + 1)..];
            if (await isolation.FindTrustAsync(name, cancellationToken).ConfigureAwait(false) is not { } text)
            {
                wrong.Add($"the vault account has no role {name}");
                continue;
            }

            foreach (var statement in PolicyText.Parse(text).Statements.Where(static statement => !statement.IsDeny))
            {
                wrong.AddRange(Strangers(statement).Select(stranger => $"{name} trusts {stranger}"));
                trusted.UnionWith(statement.Principals);
            }
        }

        return GuardRailAnswer.Judge(Rail, wrong, $"{roles.Count} roles trust {string.Join(", ", trusted)}");
    }

    private IEnumerable<string> Strangers(PolicyStatementText statement)
    {
        if (statement.IsNotPrincipal || statement.Principals.Count == 0)
        {
            yield return "everybody whom its NotPrincipal leaves out";
        }

        foreach (var principal in statement.Principals)
        {
            if (principal == "*" || principal.EndsWith(" *", StringComparison.Ordinal))
            {
                yield return "everybody";
            }
            else if (principal.Contains(options.Source.AccountId, StringComparison.Ordinal))
            {
                yield return $"{principal}, of the source account";
            }
        }
    }
}
