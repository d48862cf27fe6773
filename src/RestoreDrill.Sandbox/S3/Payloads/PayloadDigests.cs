using System.Security.Cryptography;
using RestoreDrill.Sandbox.Http;

namespace RestoreDrill.Sandbox.S3.Payloads;

/// <summary>What is calculated of a body while it is read, and held against what the request said of it.</summary>
internal sealed class PayloadDigests : IDisposable
{
    private const string ContentMd5 = "Content-MD5";

    private readonly IncrementalHash md5 = IncrementalHash.CreateHash(HashAlgorithmName.MD5);
    private readonly IncrementalHash sha256 = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private readonly (string Algorithm, string? Value)? announced;
    private readonly string? claimedMd5;

    /// <exception cref="AwsError">InvalidDigest or InvalidRequest: what is said cannot be true of any body.</exception>
    public PayloadDigests(HttpRequest request)
    {
        announced = ChecksumHeaders.Find(request);
        Checksum = Checksum.Of(announced?.Algorithm ?? Checksum.Default);
        claimedMd5 = request.Headers[ContentMd5].FirstOrDefault();
        if (claimedMd5 is not null && !(Convert.TryFromBase64String(claimedMd5, new byte[claimedMd5.Length], out var length) && length == MD5.HashSizeInBytes))
        {
            throw new AwsError("InvalidDigest", "The Content-MD5 you specified was invalid.") { Members = [(ContentMd5, claimedMd5)] };
        }
    }

    public Checksum Checksum { get; }

    public long Size { get; private set; }

    public string Md5Hex => Convert.ToHexStringLower(md5.GetCurrentHash());

    /// <summary>Whether the request says anything by which damage on the way would show, beside its signature.</summary>
    public static bool AreAnnounced(HttpRequest request) => request.Headers.ContainsKey(ContentMd5) || ChecksumHeaders.Find(request) is not null;

    public void Append(ReadOnlySpan<byte> bytes)
    {
        md5.AppendData(bytes);
        sha256.AppendData(bytes);
        Checksum.Append(bytes);
        Size += bytes.Length;
    }

    /// <param name="promise">What the signature covers.</param>
    /// <param name="trailer">The headers after the body.</param>
    /// <exception cref="AwsError">XAmzContentSHA256Mismatch, BadDigest or InvalidRequest.</exception>
    public void Demand(PayloadPromise promise, IReadOnlyDictionary<string, string> trailer)
    {
        if (promise.Sha256 is { } signed && Convert.ToHexStringLower(sha256.GetCurrentHash()) is var calculated && signed != calculated)
        {
            throw new AwsError("XAmzContentSHA256Mismatch", "The provided 'x-amz-content-sha256' header does not match what was computed.")
            {
                Members = [("ClientComputedContentSHA256", signed), ("S3ComputedContentSHA256", calculated)],
            };
        }

        if (claimedMd5 is not null && Convert.ToBase64String(md5.GetCurrentHash()) is var found && found != claimedMd5)
        {
            throw new AwsError("BadDigest", "The Content-MD5 you specified did not match what we received.")
            {
                Members = [("ExpectedDigest", Convert.ToHexStringLower(Convert.FromBase64String(claimedMd5))), ("CalculatedDigest", found)],
            };
        }

        if (announced is var (algorithm, value))
        {
            Checksum.Demand(value ?? trailer.GetValueOrDefault(Checksum.Header + algorithm)
                ?? throw new AwsError("MalformedTrailerError", "The request contained trailing data that was not well-formed or did not conform to our published schema."));
        }
    }

    public void Dispose()
    {
        md5.Dispose();
        sha256.Dispose();
        Checksum.Dispose();
    }
}
