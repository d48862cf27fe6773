using RestoreDrill.Sandbox.S3.Buckets;
using RestoreDrill.Sandbox.S3.Requests;

namespace RestoreDrill.Sandbox.S3.Objects;

/// <summary>The headers of an upload that its answers repeat.</summary>
internal static class StoredHeaders
{
    private const string Encryption = "x-amz-server-side-encryption";
    private const string Encoding = "Content-Encoding";
    private const string Metadata = "x-amz-meta-";

    private static readonly string[] Kept = ["Cache-Control", "Content-Disposition", "Content-Language", "Expires"];

    /// <summary>The uploaded content with what was said of it, and with the bucket's encryption where nothing was said of that.</summary>
    public static StoredContent Content(S3Call call, Bucket bucket)
    {
        var upload = call.Upload!;
        var headers = new Dictionary<string, string> { ["Content-Type"] = call.Header("Content-Type") ?? "binary/octet-stream" };
        foreach (var name in Kept)
        {
            if (call.Header(name) is { } value)
            {
                headers[name] = value;
            }
        }

        // The form of the transfer is not the object's.
        var encodings = (call.Header(Encoding) ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Where(one => one != "aws-chunked").ToList();
        if (encodings.Count > 0)
        {
            headers[Encoding] = string.Join(',', encodings);
        }

        foreach (var (name, value) in call.Request.Headers.Where(header => header.Key.StartsWith(Metadata, StringComparison.OrdinalIgnoreCase)))
        {
            headers[name.ToLowerInvariant()] = value.ToString();
        }

        AddEncryption(headers, call, bucket.Encryption);
        return new StoredContent
        {
            StorageId = upload.StorageId,
            Size = upload.Size,
            ETag = $"\"{upload.Md5Hex}\"",
            ChecksumAlgorithm = upload.ChecksumAlgorithm,
            Checksum = upload.Checksum,
            Headers = headers,
        };
    }

    public static IEnumerable<(string Name, string? Value)> OfEncryption(StoredContent content) =>
        content.Headers.Where(header => header.Key.StartsWith(Encryption, StringComparison.Ordinal)).Select(header => (header.Key, (string?)header.Value));

    private static void AddEncryption(Dictionary<string, string> headers, S3Call call, BucketEncryption byBucket)
    {
        var algorithm = call.Header(Encryption) ?? byBucket.Algorithm;
        var isByBucket = call.Header(Encryption) is null;
        headers[Encryption] = BucketEncryption.IsAlgorithm(algorithm) ? algorithm
            : throw S3Error.InvalidArgument("The encryption method specified is not supported", Encryption, algorithm);
        if ((call.Header($"{Encryption}-aws-kms-key-id") ?? (isByBucket ? byBucket.KeyId : null)) is { } key)
        {
            headers[$"{Encryption}-aws-kms-key-id"] = key;
        }

        if (call.Header($"{Encryption}-bucket-key-enabled") == "true" || (isByBucket && byBucket.BucketKey))
        {
            headers[$"{Encryption}-bucket-key-enabled"] = "true";
        }
    }
}
