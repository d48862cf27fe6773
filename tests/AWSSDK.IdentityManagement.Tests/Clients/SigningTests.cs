using Amazon;
using Amazon.IdentityManagement;
using Amazon.Runtime;
using AWSSDK.Wire.Tests;

namespace AWSSDK.IdentityManagement.Tests.Clients;

public sealed class SigningTests
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Session_credentials_send_and_sign_their_token()
    {
        await using var iam = await ServiceEndpoint.AnsweringAsync(XmlAnswers.Result("ListRoles", ""));
        using var client = iam.Client(credentials: new SessionAWSCredentials("ASIAEXAMPLE", "a-secret", "a-token"));

        await client.ListRolesAsync(Cancelled);

        var asked = Assert.Single(iam.Asked);
        Assert.Equal("a-token", asked.Headers["X-Amz-Security-Token"]);
        Assert.Contains("x-amz-security-token", asked.Authorization.SignedHeaders.Split(';'));
        Assert.EndsWith("/eu-west-1/iam/aws4_request", asked.Authorization.Scope, StringComparison.Ordinal);
        Assert.Equal(SigV4.Of(asked, "a-secret"), asked.Authorization.Signature);
    }

    [Theory]
    [InlineData("eu-west-1", "iam.amazonaws.com", "us-east-1")]
    [InlineData("us-east-1", "iam.amazonaws.com", "us-east-1")]
    [InlineData("cn-northwest-1", "iam.cn-north-1.amazonaws.com.cn", "cn-north-1")]
    [InlineData("us-gov-east-1", "iam.us-gov.amazonaws.com", "us-gov-west-1")]
    public async Task A_call_goes_to_its_partition_s_one_endpoint_and_is_signed_for_that_region(string region, string host, string signedFor)
    {
        await using var iam = await ServiceEndpoint.AnsweringAsync(XmlAnswers.Result("ListRoles", ""));
        using var client = new AmazonIdentityManagementServiceClient("AKIDEXAMPLE", "a-secret", new AmazonIdentityManagementServiceConfig
        {
            RegionEndpoint = RegionEndpoint.GetBySystemName(region),
            HttpClientFactory = new Redirection(iam),
        });

        await client.ListRolesAsync(Cancelled);

        var asked = Assert.Single(iam.Asked);
        Assert.Equal(host, asked.Headers["Host"]);
        Assert.EndsWith($"/{signedFor}/iam/aws4_request", asked.Authorization.Scope, StringComparison.Ordinal);
        Assert.Equal(SigV4.Of(asked, "a-secret"), asked.Authorization.Signature);
    }
}
