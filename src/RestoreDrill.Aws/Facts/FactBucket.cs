using Amazon.S3;
using Amazon.S3.Model;
using RestoreDrill.Aws.Access;
using RestoreDrill.Aws.Calls;
using RestoreDrill.Core.Cloud;
using RestoreDrill.Core.Facts;

namespace RestoreDrill.Aws.Facts;

/// <summary>The Object-Lock bucket of facts on S3. It has no member that deletes, overwrites, or changes a retention. Every call names the bucket's owner.</summary>
public sealed class FactBucket : IFactStore, IDisposable
{
    private const string Condition = "PreconditionFailed";

    private readonly AccountSession _session;
    private readonly FactStoreOptions _options;

    internal FactBucket(AccountSession session, FactStoreOptions options) => (_session, _options) = (session, options);

    public string Name => $"bucket {_options.Bucket}";

    public Task<AccountIdentity> IdentifyAsync(CancellationToken cancellationToken) => _session.IdentifyAsync(cancellationToken);

    public async Task<FactVersion?> PutIfAbsentAsync(FactObject fact, DateTimeOffset? retainUntil, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(fact);
        var key = fact.Key.ToString();
        var content = fact.ToContent();
        using var stream = new MemoryStream(content, writable: false);
        var request = new PutObjectRequest
        {
            BucketName = _options.Bucket,
            ExpectedBucketOwner = _options.Owner,
            Key = key,
            IfNoneMatch = "*",
            InputStream = stream,
            AutoCloseStream = false,
            ContentType = fact.Key.IsCompressed ? "application/gzip" : "application/json",

            // What is to be locked has to come with a checksum (API reference, PutObject).
            ChecksumAlgorithm = ChecksumAlgorithm.SHA256,
        };
        if (retainUntil is { } until)
        {
            request.ObjectLockMode = ObjectLockMode.Compliance;
            request.ObjectLockRetainUntilDate = DateTimeOffset.FromUnixTimeSeconds(until.ToUnixTimeSeconds()).UtcDateTime;
        }

        try
        {
            var answer = await _session.Calls.ChangeAsync("s3:PutObject", Subject(key), _session.S3.PutObjectAsync, request, cancellationToken);
            var id = string.IsNullOrEmpty(answer.VersionId) ? FactVersions.Unversioned : answer.VersionId;
            return new FactVersion(key, id, default, content.Length, false);
        }
        catch (CloudException taken) when (taken.Code == Condition && taken.Operation == "s3:PutObject")
        {
            CloudCallLog.Note(new CloudCall(taken.Operation, taken.Subject, false, taken.RequestId));
            return null;
        }
    }

    public Task<IReadOnlyList<FactVersion>> ListVersionsAsync(string prefix, CancellationToken cancellationToken) =>
        FactVersions.ListAsync(_session, _options, prefix, cancellationToken);

    public async Task<byte[]?> ReadAsync(FactVersion version, int longest, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(version);
        byte[]? content = null;

        // The content is read within the call, so that its time is bounded and what breaks off in the middle is no answer.
        async Task<GetObjectResponse> GetAsync(GetObjectRequest request, CancellationToken ct)
        {
            using var answer = await _session.S3.GetObjectAsync(request, ct);
            content = answer.ContentLength > longest ? null : await BoundedContent.ReadAsync(answer.ResponseStream, longest, ct);
            return answer;
        }

        var request = new GetObjectRequest
        {
            BucketName = _options.Bucket, ExpectedBucketOwner = _options.Owner, Key = version.Key, VersionId = version.VersionId, ChecksumMode = ChecksumMode.ENABLED,
        };
        await _session.Calls.AskAsync<GetObjectRequest, GetObjectResponse>("s3:GetObject", Subject(version), GetAsync, request, cancellationToken);
        return content;
    }

    public async Task<FactLock> LockOfAsync(FactVersion version, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(version);
        var request = new GetObjectRetentionRequest
        {
            BucketName = _options.Bucket, ExpectedBucketOwner = _options.Owner, Key = version.Key, VersionId = version.VersionId,
        };
        try
        {
            var answer = await _session.Calls.LookAsync(
                "s3:GetObjectRetention", Subject(version), "NoSuchObjectLockConfiguration", _session.S3.GetObjectRetentionAsync, request, cancellationToken);
            return new FactLock(answer?.Retention?.Mode?.Value, Answers.Time(answer?.Retention?.RetainUntilDate));
        }
        catch (CloudException unlocked) when (unlocked.Code == "InvalidRequest" && unlocked.Answer.Contains("Object Lock", StringComparison.OrdinalIgnoreCase))
        {
            return new FactLock(null, null);
        }
    }

    public Task<BucketFindings> ExamineAsync(CancellationToken cancellationToken) => new BucketExamination(_session, _options.Bucket, _options.Owner).WithLockAsync(cancellationToken);

    public void Dispose() => _session.Dispose();

    private string Subject(string key) => $"{key} in {Name}";

    private string Subject(FactVersion version) => $"version {version.VersionId} of {Subject(version.Key)}";
}
