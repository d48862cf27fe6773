using System.Text.RegularExpressions;
using RestoreDrill.Sandbox.Accounts;

namespace RestoreDrill.Sandbox.Kms;

/// <summary>
/// The keys: in every account and region the AWS managed <c>alias/aws/rds</c> and <c>alias/aws/backup</c>, in source and vault also the customer managed
/// <c>alias/restoredrill</c>. Their ids follow from account, region and alias; only a state other than Enabled is kept.
/// </summary>
internal sealed partial class KeyRing(AccountStates states)
{
    public IEnumerable<KmsKey> KeysOf(string accountId, string region) =>
        (accountId == Account.Management.Id ? (IEnumerable<string>)[KmsKey.RdsAlias, KmsKey.BackupAlias] : [KmsKey.RdsAlias, KmsKey.BackupAlias, KmsKey.CustomerAlias])
            .Select(alias => WithState(new KmsKey(accountId, region, alias, "Enabled")));

    /// <summary>The key that a caller of that account and region names by id, alias, or the ARN of either; null if there is none.</summary>
    public KmsKey? Find(string accountId, string region, string name)
    {
        var arn = KmsArn().Match(name);
        if (arn.Success)
        {
            (region, accountId, name) = (arn.Groups["region"].Value, arn.Groups["account"].Value, arn.Groups["resource"].Value);
            if (Account.All.All(account => account.Id != accountId))
            {
                return null;
            }
        }

        return KeysOf(accountId, region).FirstOrDefault(key => name == key.Alias || name == key.KeyId || name == $"key/{key.KeyId}");
    }

    public void SetState(KmsKey key, string state)
    {
        lock (states.Gate)
        {
            var account = states.Of(key.AccountId);
            account.KeyStates[key.Arn] = state;
            states.Save(account);
        }
    }

    private KmsKey WithState(KmsKey key)
    {
        lock (states.Gate)
        {
            return states.Of(key.AccountId).KeyStates.TryGetValue(key.Arn, out var state) ? key with { State = state } : key;
        }
    }

    [GeneratedRegex(@"^arn:aws:kms:(?<region>[a-z0-9-]+):(?<account>[0-9]{12}):(?<resource>.+)\z")]
    private static partial Regex KmsArn();
}
