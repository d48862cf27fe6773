using Amazon;
using Amazon.Organizations;
using Amazon.Organizations.Model;
using AWSSDK.Wire.Tests;

namespace AWSSDK.Organizations.Tests.Clients;

/// <summary>Settings of the whole process: these tests run alone.</summary>
[Collection(nameof(ProcessSettingsTests))]
[CollectionDefinition(nameof(ProcessSettingsTests), DisableParallelization = true)]
public sealed class ProcessSettingsTests
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task AWS_ENDPOINT_URL_ORGANIZATIONS_is_honoured()
    {
        await using var organizations = await JsonAnswers.AnsweringAsync("{}");
        Environment.SetEnvironmentVariable("AWS_ENDPOINT_URL_ORGANIZATIONS", organizations.Url);
        try
        {
            using var client = new AmazonOrganizationsClient(
                "AKIDEXAMPLE", "a-secret", new AmazonOrganizationsConfig { RegionEndpoint = RegionEndpoint.EUCentral1 });
            await client.ListRootsAsync(new ListRootsRequest(), Cancelled);
        }
        finally
        {
            Environment.SetEnvironmentVariable("AWS_ENDPOINT_URL_ORGANIZATIONS", null);
        }

        // Where a custom endpoint does not say which region it is in, AWSSDK.Core signs for this one.
        Assert.EndsWith("/us-east-1/organizations/aws4_request", Assert.Single(organizations.Asked).Authorization.Scope, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Initialised_collections_start_empty_and_are_not_sent()
    {
        await using var organizations = await JsonAnswers.AnsweringAsync("{}");
        using var client = organizations.Client();
        AWSConfigs.InitializeCollections = true;
        try
        {
            var request = new PutResourcePolicyRequest();
            await client.PutResourcePolicyAsync(request, Cancelled);
            var response = await client.ListRootsAsync(new ListRootsRequest(), Cancelled);

            Assert.Empty(request.Tags);
            Assert.Empty(response.Roots);
            Assert.Equal("{}", organizations.Asked[0].Body);
        }
        finally
        {
            AWSConfigs.InitializeCollections = false;
        }
    }
}
