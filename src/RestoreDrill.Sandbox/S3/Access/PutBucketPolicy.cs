using System.Text;
using System.Text.Json;
using RestoreDrill.Sandbox.Http;
using RestoreDrill.Sandbox.Policies;
using RestoreDrill.Sandbox.S3.Buckets;
using RestoreDrill.Sandbox.S3.Requests;

namespace RestoreDrill.Sandbox.S3.Access;

/// <summary>
/// Sets the policy, which has to be about this bucket. One that is public is refused where the bucket blocks such. The texts about what is not valid JSON, has no statement or an invalid
/// resource are S3's; others are the sandbox's own. Whether the principals exist is not looked at.
/// </summary>
internal sealed class PutBucketPolicy : IS3Operation
{
    /// <summary>Bytes (S3 user guide, "Bucket policies").</summary>
    private const int Longest = 20 * 1024;

    public string Name => nameof(PutBucketPolicy);

    public S3Route Route { get; } = new("PUT", S3Level.Bucket, "policy");

    public IEnumerable<S3Permission> Permissions(S3Call call) => [new S3Permission("PutBucketPolicy", null)];

    public S3Answer Execute(S3Call call)
    {
        var bucket = OwnersOnly.Bucket(call);
        var text = Encoding.UTF8.GetString(call.Body);
        var policy = Parse(text);
        if (policy.Statements.Any(statement => statement.Resources!.Patterns.Any(pattern => !IsOf(bucket, pattern))))
        {
            throw MalformedPolicy("Policy has invalid resource");
        }

        if (bucket.PublicAccess?.BlockPolicy == true && PublicPolicies.IsPublic(policy))
        {
            throw new AwsError(
                "AccessDenied",
                $"User: {call.Call.Caller.Arn} is not authorized to perform: s3:PutBucketPolicy on resource: \"{bucket.Arn}\" "
                + "because public policies are blocked by the BlockPublicPolicy block public access setting.",
                403);
        }

        bucket.Policy = text;
        return S3Answer.Done(bucket.AccountId, 204);
    }

    private static PolicyDocument Parse(string text)
    {
        if (!IsObject(text, out var hasStatement))
        {
            throw MalformedPolicy("Policies must be valid JSON and the first byte must be '{'");
        }

        if (!hasStatement)
        {
            throw MalformedPolicy("Missing required field Statement");
        }

        if (Encoding.UTF8.GetByteCount(text) > Longest)
        {
            throw new AwsError("PolicyTooLarge", "Policy exceeds the maximum allowed document size.");
        }

        try
        {
            return PolicyParser.Parse(text, PolicyKind.Resource);
        }
        catch (AwsError malformed) when (malformed.Code == Malformed.Code)
        {
            throw MalformedPolicy(malformed.Message);
        }
    }

    private static bool IsObject(string text, out bool hasStatement)
    {
        hasStatement = false;
        if (!text.StartsWith('{'))
        {
            return false;
        }

        try
        {
            using var document = JsonDocument.Parse(text);
            hasStatement = document.RootElement.TryGetProperty("Statement", out _);
            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private static bool IsOf(Bucket bucket, TextPattern pattern) =>
        pattern.Text == bucket.Arn || pattern.Text.StartsWith(bucket.Arn + "/", StringComparison.Ordinal) || pattern.Text == bucket.Arn + "*";

    private static AwsError MalformedPolicy(string message) => new("MalformedPolicy", message);
}
