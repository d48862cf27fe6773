using RestoreDrill.Sandbox.Accounts;

namespace RestoreDrill.Sandbox.S3.Buckets;

/// <summary>The bucket of facts that the vault account begins with, as RestoreDrill's set-up leaves it: with Object Lock.</summary>
internal sealed class PremadeBucket(SandboxOptions options, AccountStates states, SandboxClock clock)
{
    /// <summary>Names of buckets are taken in all accounts; the account's id makes it ours.</summary>
    public static readonly string Name = $"restoredrill-facts-{Account.Vault.Id}";

    /// <summary>Gives the account its bucket, at its first start.</summary>
    public void Make()
    {
        lock (states.Gate)
        {
            var state = states.Of(Account.Vault.Id);
            if (state.S3.IsFurnished)
            {
                return;
            }

            state.S3.IsFurnished = true;
            if (!state.S3.Buckets.Exists(static bucket => bucket.Name == Name))
            {
                state.S3.Buckets.Add(new Bucket
                {
                    AccountId = Account.Vault.Id,
                    Region = options.Region,
                    Name = Name,
                    Location = options.Region,
                    CreatedAt = clock.GetUtcNow(),
                    HasObjectLock = true,
                    Versioning = "Enabled",
                });
            }

            states.Save(state);
        }
    }
}
