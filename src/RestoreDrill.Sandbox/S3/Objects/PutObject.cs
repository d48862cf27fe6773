using RestoreDrill.Sandbox.Accounts;
using RestoreDrill.Sandbox.Http;
using RestoreDrill.Sandbox.S3.Buckets;
using RestoreDrill.Sandbox.S3.Locks;
using RestoreDrill.Sandbox.S3.Payloads;
using RestoreDrill.Sandbox.S3.Requests;

namespace RestoreDrill.Sandbox.S3.Objects;

/// <summary>
/// Puts a new version. With <c>If-None-Match: *</c> only where the key has no latest version but a delete marker. What Object Lock will protect, by the request or by the bucket's default,
/// has to come with a digest.
/// </summary>
internal sealed class PutObject(SandboxClock clock) : IS3Operation
{
    private const string Condition = "If-None-Match";

    public string Name => nameof(PutObject);

    public S3Route Route { get; } = new("PUT", S3Level.Object);

    public bool TakesContent => true;

    public IReadOnlyList<string> Conditions => [Condition];

    public IEnumerable<S3Permission> Permissions(S3Call call)
    {
        var keys = LockKeys.OfHeaders(call, clock.GetUtcNow());
        yield return new S3Permission("PutObject", call.Key, keys);
        if (call.Header(LockHeaders.Mode) is not null || call.Header(LockHeaders.Until) is not null)
        {
            yield return new S3Permission("PutObjectRetention", call.Key, keys);
        }

        if (call.Header(LockHeaders.Hold) is not null)
        {
            yield return new S3Permission("PutObjectLegalHold", call.Key, keys);
        }
    }

    public S3Answer Execute(S3Call call)
    {
        var bucket = call.Bucket;
        var now = clock.GetUtcNow();
        var (retention, hold) = LockHeaders.Read(call, bucket, now);
        retention ??= bucket.DefaultRetention?.From(now);
        if ((retention is not null || hold is not null) && !PayloadDigests.AreAnnounced(call.Request))
        {
            throw S3Error.InvalidRequest("Content-MD5 OR x-amz-checksum- HTTP header is required for Put Object requests with Object Lock parameters");
        }

        RefuseThere(call, bucket);
        var content = StoredHeaders.Content(call, bucket);
        var version = new ObjectVersion
        {
            Key = call.Key, VersionId = VersionList.NewId(bucket), CreatedAt = now, Content = content, Retention = retention, LegalHold = hold,
        };
        return S3Answer.Done(bucket.AccountId) with
        {
            Removed = VersionList.Put(bucket, version),
            Headers =
            [
                ("ETag", content.ETag),
                (Checksum.Header + content.ChecksumAlgorithm, content.Checksum),
                ("x-amz-checksum-type", "FULL_OBJECT"),
                ("x-amz-version-id", bucket.Versioning is null ? null : version.VersionId),
                .. StoredHeaders.OfEncryption(content),
            ],
        };
    }

    private static void RefuseThere(S3Call call, Bucket bucket)
    {
        switch (call.Header(Condition))
        {
            case null:
                return;
            case "*" when bucket.Latest(call.Key) is { IsDeleteMarker: false }:
                throw new AwsError("PreconditionFailed", "At least one of the pre-conditions you specified did not hold", 412) { Members = [("Condition", Condition)] };
            case "*":
                return;
            default:
                throw S3Error.NotImplementedHeader(Condition);
        }
    }
}
