using Amazon.Backup;
using Amazon.Backup.Model;
using Amazon.Runtime;
using AWSSDK.Wire.Tests;

namespace AWSSDK.Backup.Tests.Clients;

public sealed class RequestTests
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_call_is_signed_for_backup_in_the_client_s_region_with_its_encoded_path_and_query()
    {
        await using var backup = await JsonAnswers.AnsweringAsync("{}");
        using var client = backup.Client(credentials: new SessionAWSCredentials("ASIAEXAMPLE", "a-secret", "a-token"));

        await client.DescribeRecoveryPointAsync(
            new DescribeRecoveryPointRequest
            {
                BackupVaultName = "vault_1",
                RecoveryPointArn = "arn:aws:ec2:eu-west-1::snapshot/snap-0 ü+%",
                BackupVaultAccountId = "1111 2222&3333",
            },
            Cancelled);

        var asked = Assert.Single(backup.Asked);
        var (scope, signedHeaders, signature) = asked.Authorization;
        Assert.Equal(
            "/backup-vaults/vault_1/recovery-points/arn%3Aaws%3Aec2%3Aeu-west-1%3A%3Asnapshot%2Fsnap-0%20%C3%BC%2B%25"
                + "?backupVaultAccountId=1111%202222%263333",
            asked.Target);
        Assert.EndsWith("/eu-west-1/backup/aws4_request", scope, StringComparison.Ordinal);
        Assert.Contains("x-amz-security-token", signedHeaders.Split(';'));
        Assert.Equal("a-token", asked.Headers["X-Amz-Security-Token"]);
        Assert.Equal(SigV4.Of(asked, "a-secret"), signature);
        Assert.NotEqual(SigV4.Of(asked, "another-secret"), signature);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    public async Task A_call_whose_path_lacks_a_part_is_not_sent(string? arn)
    {
        await using var backup = await JsonAnswers.AnsweringAsync("");
        using var client = backup.Client();

        var error = await Assert.ThrowsAsync<AmazonBackupException>(() => client.DeleteRecoveryPointAsync(
            new DeleteRecoveryPointRequest { BackupVaultName = "v", RecoveryPointArn = arn }, Cancelled));

        Assert.Contains("RecoveryPointArn", error.Message, StringComparison.Ordinal);
        Assert.Empty(backup.Asked);
    }

    [Fact]
    public async Task Members_in_the_query_string_are_written_as_text()
    {
        await using var backup = await JsonAnswers.AnsweringAsync("{}");
        using var client = backup.Client();

        await client.ListCopyJobsAsync(
            new ListCopyJobsRequest
            {
                ByState = CopyJobState.RUNNING,
                MaxResults = 100,
                ByCreatedAfter = new DateTime(2026, 2, 26, 23, 59, 59, 123, DateTimeKind.Utc),
                ByCreatedBefore = new DateTime(2026, 2, 27, 0, 0, 0, DateTimeKind.Utc),
            },
            Cancelled);
        await client.ListBackupVaultsAsync(new ListBackupVaultsRequest { ByShared = false }, Cancelled);

        Assert.Equal(
            ["/copy-jobs/?createdAfter=2026-02-26T23%3A59%3A59.123Z&createdBefore=2026-02-27T00%3A00%3A00Z&maxResults=100&state=RUNNING",
                "/backup-vaults/?shared=false"],
            backup.Asked.Select(a => $"{a.Path}?{string.Join('&', a.Query)}"));
    }

    [Fact]
    public async Task A_call_of_which_nothing_is_in_the_body_has_none()
    {
        await using var backup = await JsonAnswers.AnsweringAsync("");
        using var client = backup.Client();

        await client.StopBackupJobAsync(new StopBackupJobRequest { BackupJobId = "j" }, Cancelled);

        var asked = Assert.Single(backup.Asked);
        Assert.Equal(("POST", "/backup-jobs/j", ""), (asked.Method, asked.Target, asked.Body));
        Assert.Equal(SigV4.Of(asked, "a-secret"), asked.Authorization.Signature);
    }

    [Fact]
    public async Task A_lock_without_a_cooling_off_time_does_not_mention_one()
    {
        await using var backup = await JsonAnswers.AnsweringAsync("");
        using var client = backup.Client();

        await client.PutBackupVaultLockConfigurationAsync(
            new PutBackupVaultLockConfigurationRequest { BackupVaultName = "v", MinRetentionDays = 7, MaxRetentionDays = 35 }, Cancelled);

        Assert.Equal("""{"MinRetentionDays":7,"MaxRetentionDays":35}""", Assert.Single(backup.Asked).Body);
    }

    [Fact]
    public async Task Empty_collections_that_the_caller_set_are_sent_as_empty()
    {
        await using var backup = await JsonAnswers.AnsweringAsync("");
        using var client = backup.Client();

        await client.UntagResourceAsync(new UntagResourceRequest { ResourceArn = "arn", TagKeyList = [] }, Cancelled);
        await client.TagResourceAsync(new TagResourceRequest { ResourceArn = "arn", Tags = [] }, Cancelled);
        await client.TagResourceAsync(new TagResourceRequest { ResourceArn = "arn" }, Cancelled);

        Assert.Equal(["""{"TagKeyList":[]}""", """{"Tags":{}}""", "{}"], backup.Asked.Select(a => a.Body));
    }

    [Fact]
    public async Task A_given_idempotency_token_is_sent_and_a_missing_one_is_made_without_changing_the_request()
    {
        await using var backup = await JsonAnswers.AnsweringAsync("{}");
        using var client = backup.Client();
        var request = new StartCopyJobRequest();

        await client.StartCopyJobAsync(new StartCopyJobRequest { IdempotencyToken = "mine" }, Cancelled);
        await client.StartCopyJobAsync(request, Cancelled);
        await client.StartCopyJobAsync(request, Cancelled);

        Assert.Null(request.IdempotencyToken);
        Assert.Equal("""{"IdempotencyToken":"mine"}""", backup.Asked[0].Body);
        Assert.NotEqual(backup.Asked[1].Body, backup.Asked[2].Body);
    }
}
