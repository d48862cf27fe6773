using Amazon;
using Amazon.RDS.Util;
using Amazon.Runtime;
using AWSSDK.Wire.Tests;
using Microsoft.AspNetCore.WebUtilities;

namespace AWSSDK.RDS.Tests.Clients;

public sealed class AuthTokenTests
{
    private const string Host = "courses-prod.abcdefghijkl.eu-west-1.rds.amazonaws.com";
    private const string Secret = "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY";

    // What botocore 1.43.11 gives (generate_db_auth_token), its clock stopped at 2026-03-01 12:00:00 UTC.
    private const string OfKey =
        Host + ":5432/?Action=connect&DBUser=restoredrill_reader&X-Amz-Algorithm=AWS4-HMAC-SHA256"
        + "&X-Amz-Credential=AKIAIOSFODNN7EXAMPLE%2F20260301%2Feu-west-1%2Frds-db%2Faws4_request&X-Amz-Date=20260301T120000Z&X-Amz-Expires=900&X-Amz-SignedHeaders=host"
        + "&X-Amz-Signature=3d576208eb09e2d34fe6ca3f668cb17d9ab43891f9a1f328d61cc1c878262388";

    private const string OfSession =
        Host + ":5433/?Action=connect&DBUser=Reader%20%26%20more%2F%C3%A9&X-Amz-Algorithm=AWS4-HMAC-SHA256"
        + "&X-Amz-Credential=ASIAIOSFODNN7EXAMPLE%2F20260301%2Feu-central-1%2Frds-db%2Faws4_request&X-Amz-Date=20260301T120000Z&X-Amz-Expires=900&X-Amz-SignedHeaders=host"
        + "&X-Amz-Security-Token=IQoJb3JpZ2luX2VjEXAMPLE%2F%2B%3Dtoken%3D%3D&X-Amz-Signature=34b63feaca85db73cc6f0c2182797a7d6386fb7382ac27c140f700f865c68200";

    private static readonly BasicAWSCredentials Key = new("AKIAIOSFODNN7EXAMPLE", Secret);
    private static readonly SessionAWSCredentials Session = new("ASIAIOSFODNN7EXAMPLE", Secret, "IQoJb3JpZ2luX2VjEXAMPLE/+=token==");

    [Theory]
    [InlineData(OfKey)]
    [InlineData(OfSession)]
    public void Signature_that_another_implementation_makes_is_what_these_tests_compute(string token)
    {
        var (url, query) = Parse(token);

        Assert.Equal(SigV4.OfPresignedGet(url, query, Secret), query["X-Amz-Signature"]);
        Assert.NotEqual(SigV4.OfPresignedGet(url, query, "another"), query["X-Amz-Signature"]);
    }

    [Fact]
    public void Token_of_a_key_says_what_another_implementation_s_says_and_is_signed_for_its_moment() =>
        AssertLike(OfKey, RDSAuthTokenGenerator.GenerateAuthToken(Key, RegionEndpoint.EUWest1, Host, 5432, "restoredrill_reader"));

    [Fact]
    public async Task Token_of_a_session_carries_and_signs_the_session_s_token() =>
        AssertLike(OfSession, await RDSAuthTokenGenerator.GenerateAuthTokenAsync(Session, RegionEndpoint.EUCentral1, Host, 5433, "Reader & more/é"));

    [Theory]
    [InlineData("", 5432, "reader")]
    [InlineData(" ", 5432, "reader")]
    [InlineData("host", 65536, "reader")]
    [InlineData("host", -1, "reader")]
    [InlineData("host", 5432, "")]
    public void What_cannot_be_connected_to_is_refused(string host, int port, string user) =>
        Assert.Throws<ArgumentException>(() => RDSAuthTokenGenerator.GenerateAuthToken(Key, RegionEndpoint.EUWest1, host, port, user));

    private static void AssertLike(string expected, string token)
    {
        var (expectedUrl, expectedQuery) = Parse(expected);
        var (url, query) = Parse(token);
        Assert.Equal(expectedUrl.Authority, url.Authority);
        Assert.StartsWith($"{url.Authority}/?", token, StringComparison.Ordinal);
        Assert.Equal(expectedQuery.Keys.Order(StringComparer.Ordinal), query.Keys.Order(StringComparer.Ordinal));
        Assert.All(
            expectedQuery.Where(static pair => pair.Key is not ("X-Amz-Date" or "X-Amz-Credential" or "X-Amz-Signature")), pair => Assert.Equal(pair.Value, query[pair.Key]));
        Assert.Equal(expectedQuery["X-Amz-Credential"].Replace("20260301", query["X-Amz-Date"][..8], StringComparison.Ordinal), query["X-Amz-Credential"]);
        Assert.Equal(SigV4.OfPresignedGet(url, query, Secret), query["X-Amz-Signature"]);
        var made = DateTimeOffset.ParseExact(query["X-Amz-Date"], "yyyyMMdd'T'HHmmss'Z'", null, System.Globalization.DateTimeStyles.AssumeUniversal);
        Assert.InRange(TimeProvider.System.GetUtcNow() - made, TimeSpan.FromSeconds(-5), TimeSpan.FromMinutes(1));
    }

    private static (Uri Url, IReadOnlyDictionary<string, string> Query) Parse(string token)
    {
        var url = new Uri("https://" + token);
        return (url, QueryHelpers.ParseQuery(url.Query).ToDictionary(static pair => pair.Key, static pair => pair.Value.ToString()));
    }
}
