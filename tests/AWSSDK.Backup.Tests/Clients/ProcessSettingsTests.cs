using Amazon;
using Amazon.Backup;
using Amazon.Backup.Model;
using AWSSDK.Wire.Tests;

namespace AWSSDK.Backup.Tests.Clients;

/// <summary>Settings of the whole process: these tests run alone.</summary>
[Collection(nameof(ProcessSettingsTests))]
[CollectionDefinition(nameof(ProcessSettingsTests), DisableParallelization = true)]
public sealed class ProcessSettingsTests
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task AWS_ENDPOINT_URL_BACKUP_is_honoured()
    {
        await using var backup = await JsonAnswers.AnsweringAsync("{}");
        Environment.SetEnvironmentVariable("AWS_ENDPOINT_URL_BACKUP", backup.Url);
        try
        {
            var config = new AmazonBackupConfig { RegionEndpoint = RegionEndpoint.EUCentral1, AuthenticationRegion = "eu-central-1" };
            using var client = new AmazonBackupClient("AKIDEXAMPLE", "a-secret", config);
            await client.ListBackupVaultsAsync(new ListBackupVaultsRequest(), Cancelled);
        }
        finally
        {
            Environment.SetEnvironmentVariable("AWS_ENDPOINT_URL_BACKUP", null);
        }

        Assert.EndsWith("/eu-central-1/backup/aws4_request", Assert.Single(backup.Asked).Authorization.Scope, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Initialised_collections_start_empty_and_are_not_sent()
    {
        await using var backup = await JsonAnswers.AnsweringAsync("{}");
        using var client = backup.Client();
        AWSConfigs.InitializeCollections = true;
        try
        {
            var request = new StartRestoreJobRequest { IdempotencyToken = "t" };
            await client.StartRestoreJobAsync(request, Cancelled);
            var response = await client.ListBackupVaultsAsync(new ListBackupVaultsRequest(), Cancelled);

            Assert.Empty(request.Metadata);
            Assert.Empty(response.BackupVaultList);
            Assert.Equal("""{"IdempotencyToken":"t"}""", backup.Asked[0].Body);
        }
        finally
        {
            AWSConfigs.InitializeCollections = false;
        }
    }
}
