using System.Text.RegularExpressions;
using RestoreDrill.Sandbox.Accounts;
using RestoreDrill.Sandbox.Http;
using RestoreDrill.Sandbox.S3.Requests;

namespace RestoreDrill.Sandbox.S3.Buckets;

/// <summary>
/// Makes a bucket in the region of the call, which the body has to name, except in us-east-1. One with Object Lock has versions from the beginning, and its maker needs the
/// permissions to turn both on (API reference, CreateBucket).
/// </summary>
internal sealed partial class CreateBucket(SandboxClock clock) : IS3Operation
{
    private const string ObjectLock = "x-amz-bucket-object-lock-enabled";
    private const string FirstRegion = "us-east-1";

    public string Name => nameof(CreateBucket);

    public S3Route Route { get; } = new("PUT", S3Level.Bucket);

    public IEnumerable<S3Permission> Permissions(S3Call call)
    {
        yield return Location(call) is { } location
            ? new S3Permission("CreateBucket", null, ("s3:LocationConstraint", [location]))
            : new S3Permission("CreateBucket", null);
        if (HasObjectLock(call))
        {
            yield return new S3Permission("PutBucketObjectLockConfiguration", null);
            yield return new S3Permission("PutBucketVersioning", null);
        }

        if (call.Header("x-amz-object-ownership") is not null)
        {
            yield return new S3Permission("PutBucketOwnershipControls", null);
        }
    }

    public S3Answer Execute(S3Call call)
    {
        var name = call.BucketName;
        if (!BucketName().IsMatch(name) || name.Contains("..", StringComparison.Ordinal) || Address().IsMatch(name))
        {
            throw new AwsError("InvalidBucketName", "The specified bucket is not valid.") { Members = [("BucketName", name)] };
        }

        var location = Location(call);
        RefuseOtherRegion(location, call.Region);
        if (call.Access.Buckets.Find(name) is { } other)
        {
            throw other.AccountId == call.AccountId
                ? new AwsError("BucketAlreadyOwnedByYou", "Your previous request to create the named bucket succeeded and you already own it.", 409) { Members = [("BucketName", name)] }
                : new AwsError(
                    "BucketAlreadyExists",
                    "The requested bucket name is not available. The bucket namespace is shared by all users of the system. Please select a different name and try again.",
                    409)
                { Members = [("BucketName", name)] };
        }

        var hasObjectLock = HasObjectLock(call);
        call.Access.Buckets.Of(call.AccountId).Add(new Bucket
        {
            AccountId = call.AccountId,
            Region = call.Region,
            Name = name,
            Location = location,
            CreatedAt = clock.GetUtcNow(),
            HasObjectLock = hasObjectLock,
            Versioning = hasObjectLock ? "Enabled" : null,
        });
        return S3Answer.Done(call.AccountId) with
        {
            Headers = [("Location", call.Region == FirstRegion ? $"/{name}" : $"http://{name}.s3.amazonaws.com/"), ("x-amz-bucket-arn", Bucket.ArnOf(name))],
        };
    }

    private static bool HasObjectLock(S3Call call) => string.Equals(call.Header(ObjectLock), "true", StringComparison.OrdinalIgnoreCase);

    private static string? Location(S3Call call) =>
        call.Body.Length == 0 ? null : call.Document("CreateBucketConfiguration").Only("LocationConstraint").Text("LocationConstraint") is { Length: > 0 } location ? location : null;

    private static void RefuseOtherRegion(string? location, string region)
    {
        if (region == FirstRegion && location is not null)
        {
            throw new AwsError("InvalidLocationConstraint", "The specified location-constraint is not valid") { Members = [("LocationConstraint", location)] };
        }

        if (region != FirstRegion && location != region && (location, region) is not ("EU", "eu-west-1"))
        {
            throw new AwsError(
                "IllegalLocationConstraintException",
                $"The {location ?? "unspecified"} location constraint is incompatible for the region specific endpoint this request was sent to.");
        }
    }

    [GeneratedRegex(@"^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]\z")]
    private static partial Regex BucketName();

    [GeneratedRegex(@"^[0-9]+(\.[0-9]+){3}\z", RegexOptions.ExplicitCapture)]
    private static partial Regex Address();
}
