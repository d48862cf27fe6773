using RestoreDrill.Core.GuardRails.Policies;

namespace RestoreDrill.Core.GuardRails.Rules;

/// <summary>What the roles are allowed, whatever denies it to them elsewhere: no layer relies on another.</summary>
/// <param name="roles">The ARNs of RestoreDrill's roles in the vault account.</param>
/// <param name="isolation">Whom to ask.</param>
internal sealed class RolePoliciesRule(IReadOnlyList<string> roles, IIsolation isolation) : IGuardRailRule
{
    public GuardRail Rail => GuardRailCatalog.RolePolicies;

    public async Task<GuardRailAnswer> AskAsync(CancellationToken cancellationToken)
    {
        var wrong = new List<string>();
        foreach (var role in roles)
        {
            var name = role[(role.LastIndexOf('/') + 1)..];
            if (await isolation.FindPoliciesAsync(name, cancellationToken).ConfigureAwait(false) is not { } policies)
            {
                wrong.Add($"the vault account has no role {name}");
                continue;
            }

            wrong.AddRange(policies.Attached.Select(policy => $"{policy} hangs on {name}"));
            foreach (var policy in policies.Written)
            {
                var allowed = PolicyText.Parse(policy.Document).Statements.Where(static statement => !statement.IsDeny).ToList();
                var harmful = VaultDenies.Harmful.Where(action => allowed.Exists(action.IsAllowedBy)).Select(static action => action.Action).ToList();
                if (harmful.Count > 0)
                {
                    wrong.Add($"{name} may {string.Join(", ", harmful)}, by its policy {policy.Name}");
                }
            }
        }

        return GuardRailAnswer.Judge(Rail, wrong, $"{roles.Count} roles, none of which may do any of {VaultDenies.Harmful.Count} things");
    }
}
