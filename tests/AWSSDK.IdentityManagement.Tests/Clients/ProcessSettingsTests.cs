using Amazon;
using Amazon.IdentityManagement;
using Amazon.IdentityManagement.Model;
using AWSSDK.Wire.Tests;

namespace AWSSDK.IdentityManagement.Tests.Clients;

/// <summary>Settings of the whole process: these tests run alone.</summary>
[Collection(nameof(ProcessSettingsTests))]
[CollectionDefinition(nameof(ProcessSettingsTests), DisableParallelization = true)]
public sealed class ProcessSettingsTests
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task AWS_ENDPOINT_URL_IAM_is_honoured()
    {
        await using var iam = await ServiceEndpoint.AnsweringAsync(XmlAnswers.Result("ListRoles", ""));
        Environment.SetEnvironmentVariable("AWS_ENDPOINT_URL_IAM", iam.Url);
        try
        {
            using var client = new AmazonIdentityManagementServiceClient(
                "AKIDEXAMPLE", "a-secret", new AmazonIdentityManagementServiceConfig { RegionEndpoint = RegionEndpoint.EUCentral1 });
            await client.ListRolesAsync(Cancelled);
        }
        finally
        {
            Environment.SetEnvironmentVariable("AWS_ENDPOINT_URL_IAM", null);
        }

        // Where a custom endpoint does not say which region it is in, AWSSDK.Core signs for this one.
        Assert.EndsWith("/us-east-1/iam/aws4_request", Assert.Single(iam.Asked).Authorization.Scope, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Initialised_collections_start_empty_and_are_not_sent()
    {
        await using var iam = await ServiceEndpoint.StartAsync();
        iam.Then(200, XmlAnswers.Empty("TagRole")).Then(200, XmlAnswers.Result("ListRoles", ""));
        using var client = iam.Client();
        AWSConfigs.InitializeCollections = true;
        try
        {
            var request = new TagRoleRequest { RoleName = "drill" };
            await client.TagRoleAsync(request, Cancelled);
            var response = await client.ListRolesAsync(Cancelled);

            Assert.Empty(request.Tags);
            Assert.Empty(response.Roles);
            Assert.Equal("Action=TagRole\nRoleName=drill\nVersion=2010-05-08", iam.Asked[0].Form);
        }
        finally
        {
            AWSConfigs.InitializeCollections = false;
        }
    }
}
