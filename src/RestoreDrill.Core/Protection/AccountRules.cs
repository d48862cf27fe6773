using RestoreDrill.Core.Cloud;
using RestoreDrill.Core.Refusals;

namespace RestoreDrill.Core.Protection;

/// <summary>The copies must lie in another account than the database, and every role must be in the account it is configured for.</summary>
public static class AccountRules
{
    /// <exception cref="RefusedException">A rule is broken.</exception>
    public static void Require(InstallationOptions options, AccountIdentity? source, params IReadOnlyList<AccountIdentity> vault)
    {
        ArgumentNullException.ThrowIfNull(options);
        var problems = new List<string>();
        if (source is not null && source.AccountId != options.Source.AccountId)
        {
            problems.Add($"The source role is {source.Arn}, in account {source.AccountId}; configured is {options.Source.AccountId} (RestoreDrill:Source:AccountId).");
        }

        problems.AddRange(vault.Where(identity => identity.AccountId != options.Vault.AccountId).Select(identity =>
            $"The vault role is {identity.Arn}, in account {identity.AccountId}; configured is {options.Vault.AccountId} (RestoreDrill:Vault:AccountId)."));
        var same = options.Source.AccountId == options.Vault.AccountId || (source is not null && vault.Any(identity => identity.AccountId == source.AccountId));
        if (same)
        {
            problems.Insert(0, "Source and vault are the same account: whoever can destroy the database could destroy its copies. Use a separate account for the vault.");
        }

        if (problems.Count > 0)
        {
            throw new RefusedException(problems, safetyRule: same);
        }
    }
}
