using Amazon;
using Amazon.IdentityManagement;
using Amazon.IdentityManagement.Model;
using Amazon.Runtime;

namespace AWSSDK.IdentityManagement.Tests.Clients;

public sealed class ConfigurationTests
{
    [Theory]
    [InlineData("eu-west-1", false, false, "https://iam.amazonaws.com")]
    [InlineData("eu-west-1", true, false, "https://iam-fips.amazonaws.com")]
    [InlineData("eu-west-1", false, true, "https://iam.global.api.aws")]
    [InlineData("eu-west-1", true, true, "https://iam-fips.global.api.aws")]
    [InlineData("cn-northwest-1", false, false, "https://iam.cn-north-1.amazonaws.com.cn")]
    [InlineData("us-gov-east-1", true, false, "https://iam.us-gov.amazonaws.com")]
    [InlineData("us-iso-east-1", true, false, "https://iam-fips.us-iso-east-1.c2s.ic.gov")]
    public void A_region_has_its_endpoint(string region, bool fips, bool dualStack, string url)
    {
        using var client = new AmazonIdentityManagementServiceClient("AKIDEXAMPLE", "a-secret", new AmazonIdentityManagementServiceConfig
        {
            RegionEndpoint = RegionEndpoint.GetBySystemName(region),
            UseFIPSEndpoint = fips,
            UseDualstackEndpoint = dualStack,
        });

        Assert.Equal(url, client.DetermineServiceOperationEndpoint(new GetRoleRequest()).URL.TrimEnd('/'));
    }

    [Fact]
    public void A_custom_endpoint_with_fips_is_refused()
    {
        using var client = new AmazonIdentityManagementServiceClient(
            "AKIDEXAMPLE", "a-secret", new AmazonIdentityManagementServiceConfig { ServiceURL = "http://127.0.0.1:1", UseFIPSEndpoint = true });

        Assert.Throws<AmazonClientException>(() => client.DetermineServiceOperationEndpoint(new GetRoleRequest()));
    }

    [Fact]
    public void The_interface_makes_its_own_configuration_and_client_as_dependency_injection_asks()
    {
        var (config, service) = Make<IAmazonIdentityManagementService>();
        using var client = service;

        Assert.IsType<AmazonIdentityManagementServiceConfig>(config);
        Assert.Same(config, Assert.IsType<AmazonIdentityManagementServiceClient>(client).Config);
    }

    [Fact]
    public void A_client_tries_three_times_unless_told_otherwise()
    {
        var config = new AmazonIdentityManagementServiceConfig();

        Assert.Equal((RequestRetryMode.Standard, 2), (config.RetryMode, config.MaxErrorRetry));
        Assert.Equal(
            ("IAM", "iam", "2010-05-08"),
            (AmazonIdentityManagementServiceConfig.ServiceId, config.RegionEndpointServiceName, config.ServiceVersion));
    }

    private static (ClientConfig Config, T Client) Make<T>()
        where T : class, IAmazonService
    {
        var config = T.CreateDefaultClientConfig();
        config.RegionEndpoint = RegionEndpoint.EUWest1;
        return (config, (T)T.CreateDefaultServiceClient(new BasicAWSCredentials("AKIDEXAMPLE", "a-secret"), config));
    }
}
