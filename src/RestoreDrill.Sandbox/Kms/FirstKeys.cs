using RestoreDrill.Sandbox.Accounts;
using RestoreDrill.Sandbox.Kms.Aliases;

namespace RestoreDrill.Sandbox.Kms;

/// <summary>
/// The keys that an account's region begins with: the AWS managed <c>alias/aws/rds</c> and <c>alias/aws/backup</c>, which AWS makes at their first use, and in source and
/// vault, unless the accounts are bare, the customer managed <c>alias/restoredrill</c> with the policy of docs/iam.
/// </summary>
internal sealed class FirstKeys(ShippedPolicies shipped, bool isBare)
{
    private static readonly DateTimeOffset Made = DateTimeOffset.FromUnixTimeSeconds(1767225600);

    /// <summary>Makes them, once for each region. Call with the states held.</summary>
    public void Make(KmsState state, string accountId, string region)
    {
        if (state.Regions.Contains(region))
        {
            return;
        }

        state.Regions.Add(region);
        Add(state, accountId, region, KmsKey.RdsAlias, "Default key that protects my RDS database volumes when no other key is defined");
        Add(state, accountId, region, KmsKey.BackupAlias, "Default key that protects my Backup data when no other key is defined");
        if (!isBare && accountId != Account.Management.Id)
        {
            Add(state, accountId, region, KmsKey.CustomerAlias, "RestoreDrill");
        }
    }

    private void Add(KmsState state, string accountId, string region, string alias, string description)
    {
        var key = new KmsKey
        {
            AccountId = accountId,
            Region = region,
            KeyId = KmsKey.FirstId(accountId, region, alias),
            CreatedAt = Made,
            Description = description,
            IsAwsManaged = alias != KmsKey.CustomerAlias,
            Policy = Policy(accountId, region, alias),
        };
        state.Keys.Add(key);
        state.Aliases.Add(new KmsAlias { AccountId = accountId, Region = region, Name = alias, TargetKeyId = key.KeyId, CreatedAt = Made, UpdatedAt = Made });
    }

    private string Policy(string accountId, string region, string alias) => alias == KmsKey.CustomerAlias
        ? shipped.Filled(accountId == Account.Source.Id ? "source-key" : "vault-key")
        : ShippedPolicies.Fill(
            ShippedPolicies.Text("aws-managed-key"),
            new Dictionary<string, string?> { ["account"] = accountId, ["region"] = region, ["service"] = alias[(alias.LastIndexOf('/') + 1)..] });
}
