using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using RestoreDrill.Sandbox.Http;
using RestoreDrill.Sandbox.S3.Requests;

namespace RestoreDrill.Sandbox.S3.Payloads;

/// <summary>
/// A body of the form <c>aws-chunked</c>: chunks <c>SIZE[;chunk-signature=HEX] CRLF CONTENT CRLF</c>, the last of size 0, and then perhaps headers and their signature. It is not
/// HTTP's own chunked transfer, within which it may come.
/// </summary>
/// <param name="source">The body, buffered: it is read byte by byte where a line is.</param>
/// <param name="promise">What the signature covers.</param>
internal sealed class ChunkedPayload(BufferedStream source, PayloadPromise promise)
{
    private const string TrailerSignature = "x-amz-trailer-signature";
    private const int LongestLine = 8 * 1024;

    private readonly byte[] piece = new byte[64 * 1024];

    /// <summary>Gives the content on; answers the trailing headers, by names in lower case.</summary>
    /// <exception cref="AwsError">SignatureDoesNotMatch, IncompleteBody or InvalidRequest.</exception>
    public async Task<IReadOnlyDictionary<string, string>> CopyAsync(Func<ReadOnlyMemory<byte>, Task> take, CancellationToken ct)
    {
        while (true)
        {
            var (size, signature) = Head(await LineAsync(ct));
            using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
            for (var left = size; left > 0;)
            {
                var read = await source.ReadAsync(piece.AsMemory(0, (int)Math.Min(left, piece.Length)), ct);
                if (read == 0)
                {
                    throw PayloadReader.Incomplete();
                }

                hash.AppendData(piece, 0, read);
                await take(piece.AsMemory(0, read));
                left -= read;
            }

            if (promise.Signer?.IsNext(Convert.ToHexStringLower(hash.GetCurrentHash()), signature) == false)
            {
                throw S3Authentication.Mismatch();
            }

            if (size == 0)
            {
                return await TrailerAsync(ct);
            }

            if ((await LineAsync(ct)).Length > 0)
            {
                throw Malformed();
            }
        }
    }

    private async Task<IReadOnlyDictionary<string, string>> TrailerAsync(CancellationToken ct)
    {
        var headers = new Dictionary<string, string>();
        var signed = new StringBuilder();
        string? signature = null;
        while (await LineAsync(ct) is { Length: > 0 } line)
        {
            if (line.Split(':', 2) is not [var name, var value])
            {
                throw Malformed();
            }

            name = name.Trim().ToLowerInvariant();
            if (name == TrailerSignature)
            {
                signature = value.Trim();
            }
            else
            {
                headers[name] = value.Trim();
                signed.Append(name).Append(':').Append(value.Trim()).Append('\n');
            }
        }

        if (!promise.HasTrailer)
        {
            return headers.Count == 0 ? headers : throw Malformed();
        }

        return promise.Signer?.IsTrailer(CanonicalRequest.Hash(Encoding.UTF8.GetBytes(signed.ToString())), signature) == false ? throw S3Authentication.Mismatch() : headers;
    }

    private static (long Size, string? Signature) Head(string line)
    {
        var parts = line.Split(';', 2);
        if (!long.TryParse(parts[0], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var size) || size < 0)
        {
            throw Malformed();
        }

        const string key = "chunk-signature=";
        return (size, parts.Length == 2 && parts[1].StartsWith(key, StringComparison.Ordinal) ? parts[1][key.Length..] : null);
    }

    /// <summary>The line up to CRLF; what ends without one is empty, as the end of a trailer may be.</summary>
    private async Task<string> LineAsync(CancellationToken ct)
    {
        var line = new StringBuilder();
        var one = new byte[1];
        while (await source.ReadAsync(one, ct) == 1)
        {
            if (one[0] == '\n')
            {
                break;
            }

            line.Append((char)one[0]);
            if (line.Length > LongestLine)
            {
                throw Malformed();
            }
        }

        return line.ToString().TrimEnd('\r');
    }

    private static AwsError Malformed() => S3Error.InvalidRequest("The body is not of the form aws-chunked.");
}
