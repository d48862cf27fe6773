using Amazon;
using Amazon.Organizations;
using Amazon.Organizations.Model;
using Amazon.Runtime;

namespace AWSSDK.Organizations.Tests.Clients;

public sealed class ConfigurationTests
{
    [Theory]
    [InlineData("eu-west-1", false, false, "https://organizations.us-east-1.amazonaws.com")]
    [InlineData("eu-west-1", true, false, "https://organizations-fips.us-east-1.amazonaws.com")]
    [InlineData("cn-north-1", false, false, "https://organizations.cn-northwest-1.amazonaws.com.cn")]
    [InlineData("us-gov-east-1", false, false, "https://organizations.us-gov-west-1.amazonaws.com")]
    [InlineData("us-gov-east-1", true, false, "https://organizations.us-gov-west-1.amazonaws.com")]
    [InlineData("us-east-1", false, true, "https://organizations.us-east-1.api.aws")]
    [InlineData("us-east-1", true, true, "https://organizations-fips.us-east-1.api.aws")]
    [InlineData("us-iso-east-1", false, false, "https://organizations.us-iso-east-1.c2s.ic.gov")]
    public void A_region_has_its_endpoint(string region, bool fips, bool dualStack, string url)
    {
        using var client = new AmazonOrganizationsClient("AKIDEXAMPLE", "a-secret", new AmazonOrganizationsConfig
        {
            RegionEndpoint = RegionEndpoint.GetBySystemName(region),
            UseFIPSEndpoint = fips,
            UseDualstackEndpoint = dualStack,
        });

        Assert.Equal(url, client.DetermineServiceOperationEndpoint(new ListRootsRequest()).URL.TrimEnd('/'));
    }

    [Fact]
    public void A_custom_endpoint_with_fips_is_refused()
    {
        using var client = new AmazonOrganizationsClient(
            "AKIDEXAMPLE", "a-secret", new AmazonOrganizationsConfig { ServiceURL = "http://127.0.0.1:1", UseFIPSEndpoint = true });

        Assert.Throws<AmazonClientException>(() => client.DetermineServiceOperationEndpoint(new ListRootsRequest()));
    }

    [Fact]
    public void The_interface_makes_its_own_configuration_and_client_as_dependency_injection_asks()
    {
        var (config, service) = Make<IAmazonOrganizations>();
        using var client = service;

        Assert.IsType<AmazonOrganizationsConfig>(config);
        Assert.Same(config, Assert.IsType<AmazonOrganizationsClient>(client).Config);
    }

    [Fact]
    public void A_client_tries_three_times_unless_told_otherwise()
    {
        var config = new AmazonOrganizationsConfig();

        Assert.Equal((RequestRetryMode.Standard, 2), (config.RetryMode, config.MaxErrorRetry));
        Assert.Equal(
            ("Organizations", "organizations", "2016-11-28"),
            (AmazonOrganizationsConfig.ServiceId, config.RegionEndpointServiceName, config.ServiceVersion));
    }

    private static (ClientConfig Config, T Client) Make<T>()
        where T : class, IAmazonService
    {
        var config = T.CreateDefaultClientConfig();
        config.RegionEndpoint = RegionEndpoint.EUWest1;
        return (config, (T)T.CreateDefaultServiceClient(new BasicAWSCredentials("AKIDEXAMPLE", "a-secret"), config));
    }
}
