using RestoreDrill.Core.Facts;
using RestoreDrill.Core.Installation;
using RestoreDrill.Isolation.Accounts;

namespace RestoreDrill.Isolation.Items;

internal sealed class FactBucketItem(string region, InstallationId installation, FactStoreOptions options, MemberBuckets buckets) : IIsolationItem
{
    public string Id => "fact-bucket";

    public string Account => "vault";

    public string Says => "There is a bucket with Object Lock for what is known of the copies, and nobody outside reads it";

    public async Task<ItemLook> LookAsync(CancellationToken cancellationToken)
    {
        if (await buckets.FindAsync(options, cancellationToken) is not { } found)
        {
            return ItemLook.ToDo(
                $"there is no bucket {options.Bucket}",
                "makes it, with Object Lock, which cannot be turned off again, and without public access",
                Needs("s3:CreateBucket"),
                Needs("s3:PutBucketObjectLockConfiguration"),
                Needs("s3:PutBucketVersioning"),
                Needs("s3:PutBucketPublicAccessBlock"));
        }

        if (found.NotCheckable.Count > 0)
        {
            return ItemLook.NeedsPerson($"not known, since it cannot be looked at: {string.Join("; ", found.NotCheckable)}", "let the credentials look at it");
        }

        var wrong = FactStoreRules.Judge(found with { BlocksPublicAccess = true }, options, installation);
        return (wrong.Count, found.BlocksPublicAccess) switch
        {
            ( > 0, _) => ItemLook.NeedsPerson(string.Join(" ", wrong), "name another bucket (RestoreDrill:Facts:Bucket), which is made, or put this one right by hand: it may hold things of others"),
            (_, true) => ItemLook.Done($"arn:aws:s3:::{options.Bucket}"),
            _ => ItemLook.ToDo($"bucket {options.Bucket} does not block public access in all four ways", "blocks it", Needs("s3:PutBucketPublicAccessBlock")),
        };
    }

    public async Task MakeAsync(CancellationToken cancellationToken)
    {
        if (await buckets.FindAsync(options, cancellationToken) is null)
        {
            await buckets.CreateAsync(options.Bucket, region, cancellationToken);
        }

        await buckets.BlockPublicAccessAsync(options, cancellationToken);
    }

    private NeededAction Needs(string action) => new(action, $"arn:aws:s3:::{options.Bucket}");
}
