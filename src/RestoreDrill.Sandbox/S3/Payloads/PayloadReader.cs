using System.Globalization;
using RestoreDrill.Sandbox.Http;

namespace RestoreDrill.Sandbox.S3.Payloads;

/// <summary>Reads the body of a request as it comes, plain or in chunks, and gives its content on piece by piece.</summary>
internal static class PayloadReader
{
    private const int PieceSize = 64 * 1024;
    private const string DecodedLength = "x-amz-decoded-content-length";

    /// <summary>The most that one PUT may put (S3 user guide, "Uploading objects"): 5 GB.</summary>
    private const long LargestUpload = 5L << 30;

    /// <exception cref="AwsError">The body is not what the headers promise.</exception>
    public static async Task ReadAsync(HttpRequest request, PayloadPromise promise, PayloadDigests digests, Stream into, CancellationToken ct)
    {
        var length = ExpectedLength(request, promise);
        if (length > LargestUpload)
        {
            throw new AwsError("EntityTooLarge", "Your proposed upload exceeds the maximum allowed size");
        }

        async Task TakeAsync(ReadOnlyMemory<byte> piece)
        {
            if (digests.Size + piece.Length > length)
            {
                throw Incomplete();
            }

            digests.Append(piece.Span);
            await into.WriteAsync(piece, ct);
        }

        IReadOnlyDictionary<string, string> trailer = new Dictionary<string, string>();
        if (promise.IsChunked)
        {
            trailer = await new ChunkedPayload(new BufferedStream(request.Body, PieceSize), promise).CopyAsync(TakeAsync, ct);
        }
        else
        {
            var buffer = new byte[PieceSize];
            while (await request.Body.ReadAsync(buffer, ct) is var read and > 0)
            {
                await TakeAsync(buffer.AsMemory(0, read));
            }
        }

        if (digests.Size != length)
        {
            throw Incomplete();
        }

        digests.Demand(promise, trailer);
    }

    public static AwsError Incomplete() =>
        new("IncompleteBody", "The request body terminated unexpectedly");

    private static long ExpectedLength(HttpRequest request, PayloadPromise promise)
    {
        if (!promise.IsChunked)
        {
            return request.ContentLength ?? (HttpMethods.IsPut(request.Method) ? throw MissingLength() : 0);
        }

        return long.TryParse(request.Headers[DecodedLength].FirstOrDefault(), NumberStyles.None, CultureInfo.InvariantCulture, out var length) ? length : throw MissingLength();
    }

    private static AwsError MissingLength() => new("MissingContentLength", "You must provide the Content-Length HTTP header.", 411);
}
