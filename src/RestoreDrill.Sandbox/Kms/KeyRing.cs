using System.Text.RegularExpressions;
using RestoreDrill.Sandbox.Accounts;
using RestoreDrill.Sandbox.Kms.Aliases;
using RestoreDrill.Sandbox.Kms.Keys;

namespace RestoreDrill.Sandbox.Kms;

/// <summary>The keys of all accounts and their aliases. A key whose waiting period is over is gone, and with it all that is encrypted under it.</summary>
internal sealed partial class KeyRing(AccountStates states, FirstKeys first, SandboxClock clock)
{
    private static readonly TimeSpan LongestWait = TimeSpan.FromDays(30);

    public IReadOnlyList<KmsKey> KeysOf(string accountId, string region)
    {
        lock (states.Gate)
        {
            return [.. StateOf(accountId, region).Keys.Where(key => key.Region == region)];
        }
    }

    public IReadOnlyList<KmsAlias> AliasesOf(string accountId, string region)
    {
        lock (states.Gate)
        {
            return [.. StateOf(accountId, region).Aliases.Where(alias => alias.Region == region)];
        }
    }

    public IReadOnlyList<string> AliasesOf(KmsKey key) =>
        [.. AliasesOf(key.AccountId, key.Region).Where(alias => alias.TargetKeyId == key.KeyId).Select(alias => alias.Name)];

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

        lock (states.Gate)
        {
            var target = AliasesOf(accountId, region).FirstOrDefault(alias => alias.Name == name)?.TargetKeyId;
            return KeysOf(accountId, region).FirstOrDefault(key => key.KeyId == target || name == key.KeyId || name == $"key/{key.KeyId}");
        }
    }

    /// <summary>What an account has in KMS, with the keys that the region begins with. Call with the states held.</summary>
    public KmsState StateOf(string accountId, string region)
    {
        var state = states.Of(accountId).Kms;
        first.Make(state, accountId, region);
        var now = clock.GetUtcNow();
        if (state.Keys.RemoveAll(key => key.DeletionAt <= now) > 0)
        {
            state.Aliases.RemoveAll(alias => state.Keys.TrueForAll(key => key.KeyId != alias.TargetKeyId));
        }

        return state;
    }

    /// <summary>Puts a key in a state, whatever KMS would say; one that is to be deleted is so after the longest wait.</summary>
    public void SetState(KmsKey key, string state)
    {
        lock (states.Gate)
        {
            (key.State, key.DeletionAt) = (state, state == KeyState.PendingDeletion ? clock.GetUtcNow() + LongestWait : null);
            states.Save(states.Of(key.AccountId));
        }
    }

    [GeneratedRegex(@"^arn:aws:kms:(?<region>[a-z0-9-]+):(?<account>[0-9]{12}):(?<resource>.+)\z")]
    private static partial Regex KmsArn();
}
