using Amazon;
using Amazon.Organizations;
using Amazon.Organizations.Model;
using Amazon.Runtime;
using AWSSDK.Wire.Tests;

namespace AWSSDK.Organizations.Tests.Clients;

public sealed class SigningTests
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Session_credentials_send_and_sign_their_token()
    {
        await using var organizations = await JsonAnswers.AnsweringAsync("{}");
        using var client = organizations.Client(credentials: new SessionAWSCredentials("ASIAEXAMPLE", "a-secret", "a-token"));

        await client.CreatePolicyAsync(new CreatePolicyRequest { Name = "größe & mehr", Content = """{"a":"+<>'"}""", Tags = [] }, Cancelled);

        var asked = Assert.Single(organizations.Asked);
        Assert.Equal("a-token", asked.Headers["X-Amz-Security-Token"]);
        Assert.Contains("x-amz-security-token", asked.Authorization.SignedHeaders.Split(';'));
        Assert.EndsWith("/eu-west-1/organizations/aws4_request", asked.Authorization.Scope, StringComparison.Ordinal);
        Assert.Equal(SigV4.Of(asked, "a-secret"), asked.Authorization.Signature);
        Assert.Equal(
            """
            {
             "Content": "{\"a\":\"+<>'\"}",
             "Name": "größe & mehr",
             "Tags": []
            }
            """,
            GoldenJson.Indent(asked.Body));
    }

    [Theory]
    [InlineData("eu-west-1", "organizations.us-east-1.amazonaws.com", "us-east-1")]
    [InlineData("us-east-1", "organizations.us-east-1.amazonaws.com", "us-east-1")]
    [InlineData("cn-north-1", "organizations.cn-northwest-1.amazonaws.com.cn", "cn-northwest-1")]
    [InlineData("us-gov-east-1", "organizations.us-gov-west-1.amazonaws.com", "us-gov-west-1")]
    public async Task A_call_goes_to_its_partition_s_one_endpoint_and_is_signed_for_that_region(string region, string host, string signedFor)
    {
        await using var organizations = await JsonAnswers.AnsweringAsync("{}");
        using var client = new AmazonOrganizationsClient("AKIDEXAMPLE", "a-secret", new AmazonOrganizationsConfig
        {
            RegionEndpoint = RegionEndpoint.GetBySystemName(region),
            HttpClientFactory = new Redirection(organizations),
        });

        await client.DescribeOrganizationAsync(new DescribeOrganizationRequest(), Cancelled);

        var asked = Assert.Single(organizations.Asked);
        Assert.Equal(host, asked.Headers["Host"]);
        Assert.EndsWith($"/{signedFor}/organizations/aws4_request", asked.Authorization.Scope, StringComparison.Ordinal);
        Assert.Equal(SigV4.Of(asked, "a-secret"), asked.Authorization.Signature);
    }
}
