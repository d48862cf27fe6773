using System.Globalization;
using Microsoft.AspNetCore.Http.Features;
using RestoreDrill.Sandbox.Accounts;
using RestoreDrill.Sandbox.Http;
using RestoreDrill.Sandbox.S3.Payloads;

namespace RestoreDrill.Sandbox.S3.Requests;

/// <summary>
/// Proves who sent a request to S3: signature version 4 over a path that is escaped once, within fifteen minutes of this clock. The signature covers the headers; what the body must be is
/// in <c>x-amz-content-sha256</c>, and is held against the body as it is read (S3 API reference, "Authenticating Requests (AWS Signature Version 4)").
/// </summary>
internal sealed class S3Authentication(CredentialStore credentials, SandboxClock clock)
{
    private static readonly TimeSpan Tolerance = TimeSpan.FromMinutes(15);

    public (Principal Caller, PayloadPromise Payload) Authenticate(HttpRequest request, Signature signature)
    {
        var stamp = request.Headers["x-amz-date"].FirstOrDefault()
            ?? throw new AwsError("AccessDenied", "AWS authentication requires a valid Date or x-amz-date header", 403);
        var token = request.Headers["x-amz-security-token"].FirstOrDefault();
        var key = credentials.Find(signature.AccessKeyId, token) ?? throw (token is null
            ? new AwsError("InvalidAccessKeyId", "The AWS Access Key Id you provided does not exist in our records.", 403) { Members = [("AWSAccessKeyId", signature.AccessKeyId)] }
            : new AwsError("InvalidToken", "The provided token is malformed or otherwise invalid."));
        var claimed = request.Headers[PayloadPromise.Header].FirstOrDefault() ?? throw S3Error.InvalidRequest("Missing required header for this request: x-amz-content-sha256");
        var rawTarget = request.HttpContext.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget;
        var canonical = CanonicalRequest.Build(
            request.Method, rawTarget, signature.SignedHeaders, name => Authentication.Header(request, name), claimed, escapesPathOnce: true);
        if (!signature.SignedHeaders.Contains("host") || !signature.IsMadeWith(key.Secret, stamp, canonical))
        {
            throw Mismatch();
        }

        if (request.Headers.Keys.FirstOrDefault(name => name.StartsWith("x-amz-", StringComparison.OrdinalIgnoreCase) && !signature.SignedHeaders.Contains(name.ToLowerInvariant())) is { } unsigned)
        {
            throw new AwsError("AccessDenied", "There were headers present in the request which were not signed", 403) { Members = [("HeadersNotSigned", unsigned)] };
        }

        RefuseSkew(stamp);
        return key.Expires is { } expires && expires <= clock.GetUtcNow()
            ? throw new AwsError("ExpiredToken", "The provided token has expired.")
            : (key.Principal, PayloadPromise.Read(claimed, signature, key.Secret, stamp));
    }

    /// <summary>What S3 answers to a signature that is not the one it calculated, of a request or of a chunk.</summary>
    public static AwsError Mismatch() => new(
        "SignatureDoesNotMatch", "The request signature we calculated does not match the signature you provided. Check your key and signing method.", 403);

    private void RefuseSkew(string stamp)
    {
        if (!DateTimeOffset.TryParseExact(stamp, "yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var signed))
        {
            throw new AwsError("AccessDenied", "AWS authentication requires a valid Date or x-amz-date header", 403);
        }

        if ((signed - clock.WallNow).Duration() > Tolerance)
        {
            throw new AwsError("RequestTimeTooSkewed", "The difference between the request time and the current time is too large.", 403)
            {
                Members =
                [
                    ("RequestTime", stamp), ("ServerTime", S3Xml.Time(clock.WallNow)),
                    ("MaxAllowedSkewMilliseconds", Tolerance.TotalMilliseconds.ToString(CultureInfo.InvariantCulture)),
                ],
            };
        }
    }
}
