using Amazon;
using Amazon.RDS;
using Amazon.RDS.Model;
using Amazon.Runtime;

namespace AWSSDK.RDS.Tests.Clients;

public sealed class ConfigurationTests
{
    [Theory]
    [InlineData("eu-west-1", false, false, "https://rds.eu-west-1.amazonaws.com")]
    [InlineData("cn-north-1", false, false, "https://rds.cn-north-1.amazonaws.com.cn")]
    [InlineData("us-east-1", true, false, "https://rds-fips.us-east-1.amazonaws.com")]
    [InlineData("us-gov-west-1", true, false, "https://rds.us-gov-west-1.amazonaws.com")]
    [InlineData("eu-west-1", false, true, "https://rds.eu-west-1.api.aws")]
    [InlineData("us-east-1", true, true, "https://rds-fips.us-east-1.api.aws")]
    public void A_region_has_its_endpoint(string region, bool fips, bool dualStack, string url)
    {
        using var client = new AmazonRDSClient("AKIDEXAMPLE", "a-secret", new AmazonRDSConfig
        {
            RegionEndpoint = RegionEndpoint.GetBySystemName(region),
            UseFIPSEndpoint = fips,
            UseDualstackEndpoint = dualStack,
        });

        Assert.Equal(url, client.DetermineServiceOperationEndpoint(new DescribeDBInstancesRequest()).URL.TrimEnd('/'));
    }

    [Fact]
    public void A_custom_endpoint_with_fips_is_refused()
    {
        using var client = new AmazonRDSClient(
            "AKIDEXAMPLE", "a-secret", new AmazonRDSConfig { ServiceURL = "http://127.0.0.1:1", UseFIPSEndpoint = true });

        Assert.Throws<AmazonClientException>(() => client.DetermineServiceOperationEndpoint(new DescribeDBInstancesRequest()));
    }

    [Fact]
    public void The_interface_makes_its_own_configuration_and_client_as_dependency_injection_asks()
    {
        var (config, service) = Make<IAmazonRDS>();
        using var client = service;

        Assert.IsType<AmazonRDSConfig>(config);
        Assert.Same(config, Assert.IsType<AmazonRDSClient>(client).Config);
    }

    [Fact]
    public void A_client_tries_three_times_unless_told_otherwise()
    {
        var config = new AmazonRDSConfig();

        Assert.Equal((RequestRetryMode.Standard, 2), (config.RetryMode, config.MaxErrorRetry));
        Assert.Equal(("RDS", "rds", "2014-10-31"), (AmazonRDSConfig.ServiceId, config.RegionEndpointServiceName, config.ServiceVersion));
    }

    private static (ClientConfig Config, T Client) Make<T>()
        where T : class, IAmazonService
    {
        var config = T.CreateDefaultClientConfig();
        config.RegionEndpoint = RegionEndpoint.EUWest1;
        return (config, (T)T.CreateDefaultServiceClient(new BasicAWSCredentials("AKIDEXAMPLE", "a-secret"), config));
    }
}
