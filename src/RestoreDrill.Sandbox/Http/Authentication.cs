using System.Globalization;
using Microsoft.AspNetCore.Http.Features;
using RestoreDrill.Sandbox.Accounts;
using RestoreDrill.Sandbox.Organizations;

namespace RestoreDrill.Sandbox.Http;

/// <summary>Proves who sent a request, as AWS does: signature version 4, within five minutes of this clock, with a live key of an account that is open.</summary>
internal sealed class Authentication(CredentialStore credentials, Organisation organisation, SandboxClock clock)
{
    private static readonly TimeSpan Tolerance = TimeSpan.FromMinutes(5);

    public Principal Authenticate(HttpRequest request, Signature signature, byte[] body)
    {
        var stamp = request.Headers["x-amz-date"].FirstOrDefault()
            ?? throw new AwsError("IncompleteSignature", "Authorization header requires existence of either a 'X-Amz-Date' or a 'Date' header.", 403);
        var token = request.Headers["x-amz-security-token"].FirstOrDefault();
        var key = credentials.Find(signature.AccessKeyId, token)
            ?? throw new AwsError("InvalidClientTokenId", "The security token included in the request is invalid.", 403);

        var payloadHash = CanonicalRequest.Hash(body);
        var claimed = request.Headers["x-amz-content-sha256"].FirstOrDefault() ?? payloadHash;
        var rawTarget = request.HttpContext.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget;
        var canonical = CanonicalRequest.Build(request.Method, rawTarget, signature.SignedHeaders, name => Header(request, name), claimed);
        var bodyMatches = claimed == payloadHash || claimed == "UNSIGNED-PAYLOAD";
        if (!bodyMatches || !signature.SignedHeaders.Contains("host") || !signature.IsMadeWith(key.Secret, stamp, canonical))
        {
            throw Mismatch("The request signature we calculated does not match the signature you provided. Check your AWS Secret Access Key and "
                + "signing method. Consult the service documentation for details.");
        }

        RefuseSkew(stamp, signature);
        if (key.Expires is { } expires && expires <= clock.GetUtcNow())
        {
            throw new AwsError("ExpiredToken", "The security token included in the request is expired", 403);
        }

        return organisation.IsClosed(key.Principal.AccountId) ? throw Authorization.Closed(key.Principal.AccountId) : key.Principal;
    }

    private void RefuseSkew(string stamp, Signature signature)
    {
        if (!DateTimeOffset.TryParseExact(stamp, "yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var signed))
        {
            throw new AwsError("IncompleteSignature", $"Date must be in ISO-8601 'basic format'. Got '{stamp}'.", 403);
        }

        if (!stamp.StartsWith(signature.Date, StringComparison.Ordinal))
        {
            throw Mismatch($"Date in Credential scope does not match YYYYMMDD from ISO-8601 version of date from HTTP: '{signature.Date}' != '{stamp}'.");
        }

        var now = clock.WallNow;
        if (signed < now - Tolerance)
        {
            throw Mismatch($"Signature expired: {stamp} is now earlier than {Stamp(now - Tolerance)} ({Stamp(now)} - 5 min.)");
        }

        if (signed > now + Tolerance)
        {
            throw Mismatch($"Signature not yet current: {stamp} is still later than {Stamp(now + Tolerance)} ({Stamp(now)} + 5 min.)");
        }
    }

    /// <summary>A header as the signature has it.</summary>
    public static string? Header(HttpRequest request, string name) =>
        name == "host" ? request.Host.Value : request.Headers.TryGetValue(name, out var values) ? string.Join(',', values.ToArray()) : null;

    private static string Stamp(DateTimeOffset time) => time.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture);

    private static AwsError Mismatch(string message) => new("SignatureDoesNotMatch", message, 403);
}
