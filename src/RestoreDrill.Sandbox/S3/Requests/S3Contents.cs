using Microsoft.AspNetCore.Http.Features;
using RestoreDrill.Sandbox.Http;
using RestoreDrill.Sandbox.S3.Objects;
using RestoreDrill.Sandbox.S3.Payloads;

namespace RestoreDrill.Sandbox.S3.Requests;

/// <summary>Takes the bodies of requests in: documents into memory, contents of objects into files.</summary>
internal sealed class S3Contents(ObjectFiles files)
{
    /// <summary>A body that is no content, once all that was said of it holds.</summary>
    /// <exception cref="AwsError">It is too long, or not what was signed.</exception>
    public static async Task<byte[]> ReadAsync(HttpRequest request, PayloadPromise promise, int longest, CancellationToken ct)
    {
        if (request.ContentLength > longest)
        {
            throw new AwsError("MaxMessageLengthExceeded", "Your request was too big.");
        }

        using var digests = new PayloadDigests(request);
        using var body = new MemoryStream();
        await PayloadReader.ReadAsync(request, promise, digests, body, ct);
        return body.ToArray();
    }

    /// <summary>The content in a file that no version names yet. What is refused, or breaks off, leaves none.</summary>
    /// <exception cref="AwsError">It is not what was signed or announced.</exception>
    public async Task<Upload> StoreAsync(HttpRequest request, PayloadPromise promise, CancellationToken ct)
    {
        if (request.HttpContext.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
        {
            limit.MaxRequestBodySize = null;
        }

        var storageId = Guid.NewGuid().ToString("n");
        var isWhole = false;
        try
        {
            using var digests = new PayloadDigests(request);
            await using (var file = files.Create(storageId))
            {
                await PayloadReader.ReadAsync(request, promise, digests, file, ct);
            }

            isWhole = true;
            return new Upload(storageId, digests.Size, digests.Md5Hex, digests.Checksum.Algorithm, digests.Checksum.Value());
        }
        finally
        {
            if (!isWhole)
            {
                files.Remove(storageId);
            }
        }
    }

    public void Remove(IEnumerable<string> storageIds)
    {
        foreach (var storageId in storageIds)
        {
            files.Remove(storageId);
        }
    }
}
