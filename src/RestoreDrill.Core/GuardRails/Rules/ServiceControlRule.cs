using RestoreDrill.Core.GuardRails.Policies;
using RestoreDrill.Core.Protection;

namespace RestoreDrill.Core.GuardRails.Rules;

/// <summary>Looks for each denial itself: a policy of the right name may say anything.</summary>
/// <param name="options">The configuration.</param>
/// <param name="roles">The ARNs of RestoreDrill's roles in the vault account.</param>
/// <param name="isolation">Whom to ask.</param>
internal sealed class ServiceControlRule(InstallationOptions options, IReadOnlyList<string> roles, IIsolation isolation) : IGuardRailRule
{
    /// <summary>How many missing denials are named.</summary>
    private const int NamedAtMost = 5;

    public GuardRail Rail => GuardRailCatalog.ServiceControlPolicies;

    public async Task<GuardRailAnswer> AskAsync(CancellationToken cancellationToken)
    {
        if (await isolation.FindOrganisationAsync(cancellationToken).ConfigureAwait(false) is not { } organisation)
        {
            return GuardRailAnswer.Broken(Rail, "the vault account is in no organisation: no service control policy binds it");
        }

        if (organisation.ManagementAccountId == options.Vault.AccountId)
        {
            return GuardRailAnswer.Broken(Rail, "the vault account is the management account: no service control policy binds it");
        }

        var path = await isolation.PathOfAsync(options.Vault.AccountId, cancellationToken).ConfigureAwait(false);
        var policies = path.SelectMany(static target => target.Policies, static (target, policy) => (Target: target.Id, Policy: policy)).ToList();
        var statements = policies.SelectMany(static one => PolicyText.Parse(one.Policy.Document).Statements).ToList();
        var required = VaultDenies.ByControls(roles, $"arn:aws:iam::{options.Vault.AccountId}:role/{options.Vault.MemberRole}", options.Facts?.Bucket, options.Restore?.Account?.CopyRoleArn);
        var missing = required.Where(deny => !deny.IsIn(statements)).Select(static deny => deny.Resource == "*" ? deny.Action : $"{deny.Action} on {deny.Resource}").ToList();
        if (missing.Count == 0)
        {
            return GuardRailAnswer.Holds(Rail, $"{required.Count} denials, by {string.Join(", ", policies.Select(static one => $"{one.Policy.Name} at {one.Target}"))}");
        }

        var more = missing.Count > NamedAtMost ? $" and {missing.Count - NamedAtMost} more" : string.Empty;
        return GuardRailAnswer.Broken(
            Rail, $"{missing.Count} of {required.Count} denials are in no policy from the account to the root: {string.Join(", ", missing.Take(NamedAtMost))}{more}");
    }
}
