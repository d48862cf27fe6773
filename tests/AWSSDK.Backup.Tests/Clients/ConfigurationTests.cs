using Amazon;
using Amazon.Backup;
using Amazon.Backup.Model;
using Amazon.Runtime;

namespace AWSSDK.Backup.Tests.Clients;

public sealed class ConfigurationTests
{
    [Theory]
    [InlineData("eu-west-1", false, false, "https://backup.eu-west-1.amazonaws.com")]
    [InlineData("cn-north-1", false, false, "https://backup.cn-north-1.amazonaws.com.cn")]
    [InlineData("us-east-1", true, false, "https://backup-fips.us-east-1.amazonaws.com")]
    [InlineData("us-gov-west-1", true, false, "https://backup-fips.us-gov-west-1.amazonaws.com")]
    [InlineData("eu-west-1", false, true, "https://backup.eu-west-1.api.aws")]
    [InlineData("us-east-1", true, true, "https://backup-fips.us-east-1.api.aws")]
    public void A_region_has_its_endpoint(string region, bool fips, bool dualStack, string url)
    {
        using var client = new AmazonBackupClient("AKIDEXAMPLE", "a-secret", new AmazonBackupConfig
        {
            RegionEndpoint = RegionEndpoint.GetBySystemName(region),
            UseFIPSEndpoint = fips,
            UseDualstackEndpoint = dualStack,
        });

        Assert.Equal(url, client.DetermineServiceOperationEndpoint(new ListBackupVaultsRequest()).URL.TrimEnd('/'));
    }

    [Theory]
    [InlineData(true, false)]
    [InlineData(false, true)]
    public void A_custom_endpoint_with_fips_or_dual_stack_is_refused(bool fips, bool dualStack)
    {
        using var client = new AmazonBackupClient("AKIDEXAMPLE", "a-secret", new AmazonBackupConfig
        {
            ServiceURL = "http://127.0.0.1:1",
            UseFIPSEndpoint = fips,
            UseDualstackEndpoint = dualStack,
        });

        Assert.Throws<AmazonClientException>(() => client.DetermineServiceOperationEndpoint(new ListBackupVaultsRequest()));
    }

    [Fact]
    public void The_interface_makes_its_own_configuration_and_client_as_dependency_injection_asks()
    {
        var (config, service) = Make<IAmazonBackup>();
        using var client = service;

        Assert.IsType<AmazonBackupConfig>(config);
        Assert.Same(config, Assert.IsType<AmazonBackupClient>(client).Config);
    }

    [Fact]
    public void A_client_tries_three_times_unless_told_otherwise()
    {
        var config = new AmazonBackupConfig();

        Assert.Equal((RequestRetryMode.Standard, 2), (config.RetryMode, config.MaxErrorRetry));
        Assert.Equal(("Backup", "backup", "2018-11-15"), (AmazonBackupConfig.ServiceId, config.RegionEndpointServiceName, config.ServiceVersion));
    }

    private static (ClientConfig Config, T Client) Make<T>()
        where T : class, IAmazonService
    {
        var config = T.CreateDefaultClientConfig();
        config.RegionEndpoint = RegionEndpoint.EUWest1;
        return (config, (T)T.CreateDefaultServiceClient(new BasicAWSCredentials("AKIDEXAMPLE", "a-secret"), config));
    }
}
