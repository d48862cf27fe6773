using System.Text;
using Microsoft.AspNetCore.Http.Features;
using RestoreDrill.Sandbox.Http;

namespace RestoreDrill.Sandbox.S3.Requests;

/// <summary>What a request is about: the bucket in the path, or before <c>.localhost</c> in the host's name; and the key, which may have any character.</summary>
/// <param name="Bucket">Null for what is about no bucket.</param>
/// <param name="Key">Null for what is about no object.</param>
internal sealed record S3Address(string? Bucket, string? Key)
{
    private const string HostSuffix = ".localhost";

    /// <summary>The longest key, in bytes of UTF-8.</summary>
    private const int LongestKey = 1024;

    /// <exception cref="AwsError">KeyTooLongError.</exception>
    public static S3Address Of(HttpRequest request)
    {
        // The path as sent: a decoded one would have lost empty segments and escaped slashes.
        var path = request.HttpContext.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget.Split('?')[0];
        path = path.StartsWith('/') ? path[1..] : path;
        var host = request.Host.Host;
        if (host.EndsWith(HostSuffix, StringComparison.OrdinalIgnoreCase))
        {
            path = $"{host[..^HostSuffix.Length]}/{path}";
        }

        var parts = path.Split('/', 2);
        var key = parts.Length == 2 && parts[1].Length > 0 ? Uri.UnescapeDataString(parts[1]) : null;
        if (key is not null && Encoding.UTF8.GetByteCount(key) is var size and > LongestKey)
        {
            throw new AwsError("KeyTooLongError", "Your key is too long") { Members = [("Size", $"{size}"), ("MaxSizeAllowed", $"{LongestKey}")] };
        }

        return new S3Address(parts[0].Length > 0 ? Uri.UnescapeDataString(parts[0]) : null, key);
    }

    /// <summary>The ARN in permissions and in the call log.</summary>
    public string Arn => (Bucket, Key) switch
    {
        (null, _) => "*",
        (_, null) => Buckets.Bucket.ArnOf(Bucket),
        _ => $"{Buckets.Bucket.ArnOf(Bucket)}/{Key}",
    };
}
