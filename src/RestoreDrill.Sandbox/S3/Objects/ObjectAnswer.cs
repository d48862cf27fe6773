using System.Globalization;
using RestoreDrill.Sandbox.Http;
using RestoreDrill.Sandbox.S3.Locks;
using RestoreDrill.Sandbox.S3.Payloads;
using RestoreDrill.Sandbox.S3.Requests;

namespace RestoreDrill.Sandbox.S3.Objects;

/// <summary>A version as GetObject and HeadObject answer it.</summary>
internal static class ObjectAnswer
{
    private const string IfMatch = "If-Match";

    public static IReadOnlyList<string> Conditions { get; } = [IfMatch];

    public static IReadOnlyList<string> Parameters { get; } = ["versionId"];

    /// <summary>The permission to read the version that the call names, or the latest.</summary>
    public static S3Permission Permission(S3Call call) => new(call.VersionId is null ? "GetObject" : "GetObjectVersion", call.Key);

    /// <exception cref="AwsError">There is no such version, or it is not the one that the caller expects, or it has no such range.</exception>
    public static S3Answer Of(S3Call call, ObjectFiles files)
    {
        var bucket = call.Bucket;
        var version = call.Version();
        var content = version.Content!;
        if (call.Header(IfMatch) is { } expected && expected.Trim('"') != content.ETag.Trim('"'))
        {
            throw new AwsError("PreconditionFailed", "At least one of the pre-conditions you specified did not hold", 412) { Members = [("Condition", IfMatch)] };
        }

        var range = ByteRange.Read(call, content.Size);
        var hasChecksum = call.Header("x-amz-checksum-mode") == "ENABLED" && range is null;
        var stream = files.Open(content.StorageId);
        stream.Position = range?.First ?? 0;
        return new S3Answer
        {
            Status = range is null ? 200 : 206,
            Content = stream,
            Length = range?.Length ?? content.Size,
            Headers =
            [
                ("Accept-Ranges", "bytes"),
                ("Last-Modified", version.CreatedAt.ToString("R", CultureInfo.InvariantCulture)),
                ("ETag", content.ETag),
                ("Content-Range", range?.ToString()),
                ("x-amz-version-id", bucket.Versioning is null ? null : version.VersionId),
                (Checksum.Header + content.ChecksumAlgorithm, hasChecksum ? content.Checksum : null),
                ("x-amz-checksum-type", hasChecksum ? "FULL_OBJECT" : null),
                .. content.Headers.Select(header => (header.Key, (string?)header.Value)),
                .. OfLock(call, version),
            ],
        };
    }

    /// <summary>"This header is only returned if the requester has the s3:GetObjectRetention permission", and the same of the legal hold (API reference, HeadObject).</summary>
    private static IEnumerable<(string Name, string? Value)> OfLock(S3Call call, ObjectVersion version)
    {
        if (version.Retention is { } retention && call.Allows("GetObjectRetention", version.Key))
        {
            yield return (LockHeaders.Mode, retention.Mode);
            yield return (LockHeaders.Until, S3Xml.Time(retention.Until));
        }

        if (version.LegalHold is { } hold && call.Allows("GetObjectLegalHold", version.Key))
        {
            yield return (LockHeaders.Hold, hold);
        }
    }
}
