using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using RestoreDrill.Sandbox.Accounts;
using RestoreDrill.Sandbox.Http;

namespace RestoreDrill.Sandbox.Tests.Iam;

/// <summary>Signs requests as AWS wants them (signature version 4), so that a test sees the very answer.</summary>
internal sealed class SigningHandler(AccountKeys keys, string service, string region) : DelegatingHandler(new SocketsHttpHandler())
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var body = request.Content is { } content ? await content.ReadAsByteArrayAsync(cancellationToken) : [];
        var stamp = TimeProvider.System.GetUtcNow().ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture);
        var date = stamp[..8];
        var headers = new Dictionary<string, string> { ["host"] = request.RequestUri!.Authority, ["x-amz-date"] = stamp };
        var canonical = CanonicalRequest.Build(
            request.Method.Method, request.RequestUri.PathAndQuery, ["host", "x-amz-date"], headers.GetValueOrDefault, CanonicalRequest.Hash(body));
        var toSign = $"AWS4-HMAC-SHA256\n{stamp}\n{date}/{region}/{service}/aws4_request\n{CanonicalRequest.Hash(Encoding.UTF8.GetBytes(canonical))}";
        var key = Encoding.UTF8.GetBytes("AWS4" + keys.SecretAccessKey);
        foreach (var part in (string[])[date, region, service, "aws4_request"])
        {
            key = HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(part));
        }

        var signature = Convert.ToHexStringLower(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(toSign)));
        request.Headers.Add("x-amz-date", stamp);
        request.Headers.TryAddWithoutValidation("Authorization",
            $"AWS4-HMAC-SHA256 Credential={keys.AccessKeyId}/{date}/{region}/{service}/aws4_request, SignedHeaders=host;x-amz-date, Signature={signature}");
        return await base.SendAsync(request, cancellationToken);
    }
}
