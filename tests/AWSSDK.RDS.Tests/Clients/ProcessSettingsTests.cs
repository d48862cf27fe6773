using Amazon;
using Amazon.RDS;
using Amazon.RDS.Model;
using AWSSDK.Wire.Tests;

namespace AWSSDK.RDS.Tests.Clients;

/// <summary>Settings of the whole process: these tests run alone.</summary>
[Collection(nameof(ProcessSettingsTests))]
[CollectionDefinition(nameof(ProcessSettingsTests), DisableParallelization = true)]
public sealed class ProcessSettingsTests
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task AWS_ENDPOINT_URL_RDS_is_honoured()
    {
        await using var rds = await ServiceEndpoint.AnsweringAsync(XmlAnswers.Result("DescribeDBInstances", ""));
        Environment.SetEnvironmentVariable("AWS_ENDPOINT_URL_RDS", rds.Url);
        try
        {
            // With an endpoint that is not AWS's own, AWSSDK.Core signs for us-east-1 unless AuthenticationRegion (or AWS_REGION) says otherwise.
            var config = new AmazonRDSConfig { RegionEndpoint = RegionEndpoint.EUCentral1, AuthenticationRegion = "eu-central-1" };
            using var client = new AmazonRDSClient("AKIDEXAMPLE", "a-secret", config);
            await client.DescribeDBInstancesAsync(Cancelled);
        }
        finally
        {
            Environment.SetEnvironmentVariable("AWS_ENDPOINT_URL_RDS", null);
        }

        Assert.Contains("/eu-central-1/rds/aws4_request", Assert.Single(rds.Asked).Headers["Authorization"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Initialised_collections_start_empty_and_are_not_sent()
    {
        await using var rds = await ServiceEndpoint.AnsweringAsync(XmlAnswers.Result("DescribeDBSnapshots", "<DBSnapshots/>"));
        using var client = rds.Client();
        AWSConfigs.InitializeCollections = true;
        try
        {
            var request = new DescribeDBSnapshotsRequest();
            var response = await client.DescribeDBSnapshotsAsync(request, Cancelled);

            Assert.Empty(request.Filters);
            Assert.Empty(response.DBSnapshots);
            Assert.Equal("Action=DescribeDBSnapshots\nVersion=2014-10-31", Assert.Single(rds.Asked).Form);
        }
        finally
        {
            AWSConfigs.InitializeCollections = false;
        }
    }
}
