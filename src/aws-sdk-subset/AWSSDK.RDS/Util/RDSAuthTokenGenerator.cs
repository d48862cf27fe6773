using System.Globalization;
using Amazon.Runtime;
using Amazon.Runtime.Credentials;
using Amazon.Runtime.Internal;
using Amazon.Runtime.Internal.Auth;
using Amazon.Runtime.Internal.Util;

namespace Amazon.RDS.Util;

/// <summary>
/// Makes the passwords of IAM database authentication: a signed request to connect, valid for 15 minutes, that is never sent to AWS but to the database.
/// Making one asks nobody; whether it is accepted shows when it is used.
/// </summary>
public static class RDSAuthTokenGenerator
{
    /// <summary>What the signature is for (<c>rds-db:connect</c>); not the service that the client calls.</summary>
    private const string Service = "rds-db";
    private const string Seconds = "900";

    /// <summary>A token, with the region and the credentials that the SDK finds.</summary>
    public static string GenerateAuthToken(string hostname, int port, string dbUser) =>
        GenerateAuthToken(FallbackRegionFactory.GetRegionEndpoint(), hostname, port, dbUser);

    /// <summary>A token, with the credentials that the SDK finds.</summary>
    public static string GenerateAuthToken(RegionEndpoint region, string hostname, int port, string dbUser) =>
        GenerateAuthToken(DefaultAWSCredentialsIdentityResolver.GetCredentials(), region, hostname, port, dbUser);

    /// <summary>A token, with the region that the SDK finds.</summary>
    public static string GenerateAuthToken(AWSCredentials credentials, string hostname, int port, string dbUser) =>
        GenerateAuthToken(credentials, FallbackRegionFactory.GetRegionEndpoint(), hostname, port, dbUser);

    /// <summary>A token.</summary>
    /// <param name="credentials">Who connects.</param>
    /// <param name="region">The region of the database.</param>
    /// <param name="hostname">The endpoint's own name: an alias of it is refused.</param>
    /// <param name="port">The endpoint's port.</param>
    /// <param name="dbUser">The login.</param>
    public static string GenerateAuthToken(AWSCredentials credentials, RegionEndpoint region, string hostname, int port, string dbUser)
    {
        ArgumentNullException.ThrowIfNull(credentials);
        return Sign(credentials.GetCredentials(), region, hostname, port, dbUser);
    }

    /// <inheritdoc cref="GenerateAuthToken(string, int, string)"/>
    public static Task<string> GenerateAuthTokenAsync(string hostname, int port, string dbUser) =>
        GenerateAuthTokenAsync(FallbackRegionFactory.GetRegionEndpoint(), hostname, port, dbUser);

    /// <inheritdoc cref="GenerateAuthToken(RegionEndpoint, string, int, string)"/>
    public static Task<string> GenerateAuthTokenAsync(RegionEndpoint region, string hostname, int port, string dbUser) =>
        GenerateAuthTokenAsync(DefaultAWSCredentialsIdentityResolver.GetCredentials(), region, hostname, port, dbUser);

    /// <inheritdoc cref="GenerateAuthToken(AWSCredentials, string, int, string)"/>
    public static Task<string> GenerateAuthTokenAsync(AWSCredentials credentials, string hostname, int port, string dbUser) =>
        GenerateAuthTokenAsync(credentials, FallbackRegionFactory.GetRegionEndpoint(), hostname, port, dbUser);

    /// <inheritdoc cref="GenerateAuthToken(AWSCredentials, RegionEndpoint, string, int, string)"/>
    public static async Task<string> GenerateAuthTokenAsync(AWSCredentials credentials, RegionEndpoint region, string hostname, int port, string dbUser)
    {
        ArgumentNullException.ThrowIfNull(credentials);
        return Sign(await credentials.GetCredentialsAsync().ConfigureAwait(false), region, hostname, port, dbUser);
    }

    private static string Sign(ImmutableCredentials credentials, RegionEndpoint region, string hostname, int port, string dbUser)
    {
        ArgumentNullException.ThrowIfNull(region);
        if (port is < 0 or > 65535)
        {
            throw new ArgumentException(string.Create(CultureInfo.InvariantCulture, $"{port} is not a port."), nameof(port));
        }

        if (string.IsNullOrWhiteSpace(hostname))
        {
            throw new ArgumentException("The host name is empty.", nameof(hostname));
        }

        if (string.IsNullOrWhiteSpace(dbUser))
        {
            throw new ArgumentException("The login is empty.", nameof(dbUser));
        }

        var request = new DefaultRequest(new ConnectRequest(), Service)
        {
            HttpMethod = "GET",
            UseQueryString = true,
            Endpoint = new UriBuilder(Uri.UriSchemeHttps, hostname.Trim(), port).Uri,
        };
        request.Parameters["Action"] = "connect";
        request.Parameters["DBUser"] = dbUser.Trim();
        request.Parameters["X-Amz-Expires"] = Seconds;
        if (credentials.UseToken)
        {
            request.Parameters["X-Amz-Security-Token"] = credentials.Token;
        }

        var signed = AWS4PreSignedUrlSigner.SignRequest(
            request, null, new RequestMetrics(), credentials.AccessKey, credentials.SecretKey, Service, region.SystemName);
        var url = AmazonServiceClient.ComposeUrl(request).AbsoluteUri;
        return $"{url[(Uri.UriSchemeHttps.Length + Uri.SchemeDelimiter.Length)..]}&{signed.ForQueryParameters}";
    }

    /// <summary>Nothing but the bearer of a signature version.</summary>
    private sealed class ConnectRequest : AmazonWebServiceRequest
    {
        public ConnectRequest() => ((IAmazonWebServiceRequest)this).SignatureVersion = SignatureVersion.SigV4;
    }
}
