using RestoreDrill.Sandbox.Http;
using RestoreDrill.Sandbox.S3.Requests;

namespace RestoreDrill.Sandbox.S3.Locks;

/// <summary>
/// Turns Object Lock on for a bucket that has versions, and sets or takes off the default retention, which counts for what is put from then on. How AWS words a length that is too long is
/// not known; that of one which is not positive is.
/// </summary>
internal sealed class PutObjectLockConfiguration : IS3Operation
{
    /// <summary>A hundred years (S3 user guide, "Object Lock considerations").</summary>
    private const int MostDays = 36_500;

    public string Name => nameof(PutObjectLockConfiguration);

    public S3Route Route { get; } = new("PUT", S3Level.Bucket, "object-lock");

    public IEnumerable<S3Permission> Permissions(S3Call call) => [new S3Permission("PutBucketObjectLockConfiguration", null)];

    public S3Answer Execute(S3Call call)
    {
        var bucket = call.Bucket;
        var document = call.Document("ObjectLockConfiguration").Only("ObjectLockEnabled", "Rule");
        if (document.Text("ObjectLockEnabled") != "Enabled")
        {
            throw S3Error.MalformedXml();
        }

        var retention = document.Child("Rule") is { } rule ? Read(rule.Only("DefaultRetention").Required("DefaultRetention").Only("Mode", "Days", "Years")) : null;
        if (bucket.Versioning != "Enabled")
        {
            throw new AwsError("InvalidBucketState", "Versioning must be 'Enabled' on the bucket to apply a Object Lock configuration", 409);
        }

        bucket.HasObjectLock = true;
        bucket.DefaultRetention = retention;
        return S3Answer.Done(bucket.AccountId);
    }

    private static DefaultRetention Read(XmlNode node)
    {
        var (mode, days, years) = (node.Required("Mode").Value, node.Number("Days"), node.Number("Years"));
        if (!Retention.IsMode(mode) || days is null == years is null)
        {
            throw S3Error.MalformedXml();
        }

        if ((days ?? years) <= 0)
        {
            throw new AwsError("InvalidArgument", "Default retention period must be a positive integer value.");
        }

        return days > MostDays || years > MostDays / 365
            ? throw new AwsError("InvalidArgument", "Default retention period too large; the maximum value is 36500 days or 100 years.")
            : new DefaultRetention(mode, days, years);
    }
}
