using System.Text;
using RestoreDrill.Sandbox.Http;

namespace RestoreDrill.Sandbox.S3.Requests;

/// <summary>Sends answers and refusals. A connection that is to be lost is cut in the middle of a content, and otherwise before anything was said.</summary>
internal static class S3Responses
{
    public static async Task SendAsync(HttpContext http, S3Answer? answer, AwsError? refusal, bool isLost, string requestId)
    {
        await using var content = answer?.Content;
        if (refusal is not null)
        {
            var text = S3Xml.Error(refusal, requestId, http.Response.Headers["x-amz-id-2"].ToString());
            answer = new S3Answer { Status = refusal.Status, Headers = [.. refusal.Headers.Select(header => (header.Name, (string?)header.Value))], Text = text };
        }

        if (answer is null || (isLost && content is null))
        {
            http.Abort();
            return;
        }

        http.Response.StatusCode = answer.Status;
        foreach (var (name, value) in answer.Headers.Where(header => header.Value is not null))
        {
            http.Response.Headers[name] = value;
        }

        var isHead = HttpMethods.IsHead(http.Request.Method);
        if (content is not null)
        {
            http.Response.ContentLength = answer.Length;
            await CopyAsync(content, http.Response.Body, isHead ? 0 : isLost ? answer.Length / 2 : answer.Length, http.RequestAborted);
            if (isLost)
            {
                await http.Response.Body.FlushAsync(http.RequestAborted);
                http.Abort();
            }

            return;
        }

        if (answer.Text is { } body)
        {
            http.Response.ContentType = answer.ContentType;
            if (!isHead)
            {
                var bytes = Encoding.UTF8.GetBytes(body);
                http.Response.ContentLength = bytes.Length;
                await http.Response.Body.WriteAsync(bytes, http.RequestAborted);
            }
        }
        else if (answer.Status != StatusCodes.Status204NoContent)
        {
            http.Response.ContentLength = 0;
        }
    }

    private static async Task CopyAsync(FileStream from, Stream to, long length, CancellationToken ct)
    {
        var buffer = new byte[64 * 1024];
        while (length > 0 && await from.ReadAsync(buffer.AsMemory(0, (int)Math.Min(length, buffer.Length)), ct) is var read and > 0)
        {
            await to.WriteAsync(buffer.AsMemory(0, read), ct);
            length -= read;
        }
    }
}
