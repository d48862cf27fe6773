using RestoreDrill.Sandbox.Accounts;

namespace RestoreDrill.Sandbox.S3.Buckets;

/// <summary>The buckets of all accounts and regions: they share one space of names. Call with the states held.</summary>
internal sealed class BucketDirectory(AccountStates states)
{
    public Bucket? Find(string name) => states.All.SelectMany(state => state.S3.Buckets).FirstOrDefault(bucket => bucket.Name == name);

    public List<Bucket> Of(string accountId) => states.Of(accountId).S3.Buckets;
}
