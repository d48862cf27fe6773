using System.Security.Cryptography;
using System.Text;
using RestoreDrill.Sandbox.Http;

namespace RestoreDrill.Sandbox.S3.Payloads;

/// <summary>
/// The signatures of chunks, each made over the one before and beginning with that of the headers (S3 API reference, "Signature calculations for the Authorization header: Transferring
/// payload in multiple chunks", and the same with trailing headers).
/// </summary>
internal sealed class ChunkSigner(Signature signature, string secret, string stamp)
{
    private static readonly string Nothing = CanonicalRequest.Hash([]);

    private readonly byte[] key = signature.KeyOf(secret);
    private string previous = signature.Value;

    /// <summary>Whether the next chunk, of that hash, has this signature.</summary>
    public bool IsNext(string chunkHash, string? claimed) => Accept("AWS4-HMAC-SHA256-PAYLOAD", $"{Nothing}\n{chunkHash}", claimed);

    /// <summary>Whether the trailing headers, of that hash, have this signature.</summary>
    public bool IsTrailer(string trailerHash, string? claimed) => Accept("AWS4-HMAC-SHA256-TRAILER", trailerHash, claimed);

    private bool Accept(string kind, string content, string? claimed)
    {
        var toSign = $"{kind}\n{stamp}\n{signature.Date}/{signature.Region}/{signature.Service}/aws4_request\n{previous}\n{content}";
        previous = Convert.ToHexStringLower(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(toSign)));
        return claimed is not null && CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(previous), Encoding.ASCII.GetBytes(claimed));
    }
}
