using System.Text.RegularExpressions;
using RestoreDrill.Sandbox.Http;

namespace RestoreDrill.Sandbox.S3.Payloads;

/// <summary>What the signed headers say of the body.</summary>
/// <param name="Sha256">Hex SHA-256 of the whole body; null where it is not signed, or signed by chunks.</param>
/// <param name="IsChunked">Whether the body is of the form <c>aws-chunked</c>.</param>
/// <param name="Signer">What signs the chunks; null where they are not signed.</param>
/// <param name="HasTrailer">Whether headers follow the last chunk.</param>
internal sealed partial record PayloadPromise(string? Sha256, bool IsChunked, ChunkSigner? Signer, bool HasTrailer)
{
    public const string Header = "x-amz-content-sha256";

    /// <exception cref="AwsError">InvalidArgument, or NotImplemented for signatures that the sandbox does not know.</exception>
    public static PayloadPromise Read(string claimed, Signature signature, string secret, string stamp) => claimed switch
    {
        "UNSIGNED-PAYLOAD" => new PayloadPromise(null, false, null, false),
        "STREAMING-UNSIGNED-PAYLOAD-TRAILER" => new PayloadPromise(null, true, null, true),
        "STREAMING-AWS4-HMAC-SHA256-PAYLOAD" => new PayloadPromise(null, true, new ChunkSigner(signature, secret, stamp), false),
        "STREAMING-AWS4-HMAC-SHA256-PAYLOAD-TRAILER" => new PayloadPromise(null, true, new ChunkSigner(signature, secret, stamp), true),
        _ when claimed.StartsWith("STREAMING-", StringComparison.Ordinal) => throw S3Error.NotImplementedHeader(Header),
        _ when Hex().IsMatch(claimed) => new PayloadPromise(claimed, false, null, false),
        _ => throw S3Error.InvalidArgument(
            "x-amz-content-sha256 must be UNSIGNED-PAYLOAD, STREAMING-UNSIGNED-PAYLOAD-TRAILER, STREAMING-AWS4-HMAC-SHA256-PAYLOAD, "
            + "STREAMING-AWS4-HMAC-SHA256-PAYLOAD-TRAILER or a valid sha256 value.",
            Header, claimed),
    };

    [GeneratedRegex(@"^[0-9a-f]{64}\z")]
    private static partial Regex Hex();
}
