using System.Net;
using Amazon.Backup;
using Amazon.Backup.Model;
using AWSSDK.Wire.Tests;

namespace AWSSDK.Backup.Tests.Clients;

public sealed class AnswerTests
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"RecoveryPoints":[]}""")]
    [InlineData("""{"RecoveryPoints":null,"NextToken":null}""")]
    public async Task A_list_without_items_is_null(string json)
    {
        var response = await ListAsync(json);

        Assert.Null(response.RecoveryPoints);
        Assert.Null(response.NextToken);
    }

    [Fact]
    public async Task Members_the_answer_leaves_out_are_null_and_not_zero()
    {
        var vault = await DescribeVaultAsync("{}");

        Assert.Null(vault.Locked);
        Assert.Null(vault.LockDate);
        Assert.Null(vault.MinRetentionDays);
        Assert.Null(vault.NumberOfRecoveryPoints);
        Assert.Null(vault.VaultType);
    }

    [Theory]
    [InlineData("1516925490.087", 1516925490087)]
    [InlineData("1516925490", 1516925490000)]
    [InlineData("1.516925490087E9", 1516925490087)]
    [InlineData("0.001", 1)]
    [InlineData("-1.5", -1500)]
    public async Task Times_are_utc_to_the_millisecond(string json, long milliseconds)
    {
        var vault = await DescribeVaultAsync($$"""{"LockDate":{{json}}}""");

        Assert.Equal(DateTime.UnixEpoch.AddMilliseconds(milliseconds), vault.LockDate);
        Assert.Equal(DateTimeKind.Utc, vault.LockDate!.Value.Kind);
    }

    [Fact]
    public async Task A_constant_this_version_does_not_list_is_kept()
    {
        var vault = await DescribeVaultAsync("""{"VaultType":"QUANTUM_VAULT"}""");

        Assert.Equal("QUANTUM_VAULT", vault.VaultType.Value);
        Assert.Equal(new VaultType("QUANTUM_VAULT"), vault.VaultType);
        Assert.NotEqual(VaultType.BACKUP_VAULT, vault.VaultType);
    }

    [Fact]
    public async Task Members_this_version_does_not_know_are_skipped_whole()
    {
        var response = await ListAsync("""
            {"Future":{"RecoveryPoints":[{"RecoveryPointArn":"decoy"}]},
             "RecoveryPoints":[
               {"RecoveryPointArn":"a","Future":[{"ResourceArn":"decoy"}],"CreatedBy":{"BackupRuleName":"daily","Future":1}},
               {"RecoveryPointArn":"b"}],
             "NextToken":"next"}
            """);

        Assert.Equal(["a", "b"], response.RecoveryPoints.Select(p => p.RecoveryPointArn));
        Assert.Null(response.RecoveryPoints[0].ResourceArn);
        Assert.Equal("daily", response.RecoveryPoints[0].CreatedBy.BackupRuleName);
        Assert.Equal("next", response.NextToken);
    }

    [Theory]
    [InlineData(200)]
    [InlineData(204)]
    public async Task A_deletion_of_a_recovery_point_may_be_answered_with_nothing(int status)
    {
        await using var backup = await JsonAnswers.AnsweringAsync("", status);
        using var client = backup.Client();

        var response = await client.DeleteRecoveryPointAsync(
            new DeleteRecoveryPointRequest
            {
                BackupVaultName = "v",
                RecoveryPointArn = "arn:aws:rds:eu-west-1:111122223333:snapshot:awsbackup:job-1",
            },
            Cancelled);

        Assert.Equal((HttpStatusCode)status, response.HttpStatusCode);
        Assert.Equal(ServiceEndpoint.RequestId, response.ResponseMetadata.RequestId);
        Assert.Equal(
            "DELETE /backup-vaults/v/recovery-points/arn%3Aaws%3Ards%3Aeu-west-1%3A111122223333%3Asnapshot%3Aawsbackup%3Ajob-1",
            Assert.Single(backup.Asked).Http("Content-Type"));
    }

    [Theory]
    [InlineData("", 201)]
    [InlineData("{}", 201)]
    [InlineData("{}", 200)]
    public async Task An_answer_without_members_may_have_a_body_or_none(string json, int status)
    {
        await using var backup = await JsonAnswers.AnsweringAsync(json, status);
        using var client = backup.Client();

        var response = await client.CancelLegalHoldAsync(new CancelLegalHoldRequest { LegalHoldId = "h", CancelDescription = "over" }, Cancelled);

        Assert.Equal((HttpStatusCode)status, response.HttpStatusCode);
    }

    [Fact]
    public async Task Maps_are_read_with_numbers_as_values_too()
    {
        await using var backup = await JsonAnswers.AnsweringAsync("""{"CopyJob":{"ChildJobsInState":{"COMPLETED":3,"FAILED":5000000000}}}""");
        using var client = backup.Client();

        var job = (await client.DescribeCopyJobAsync(new DescribeCopyJobRequest { CopyJobId = "j" }, Cancelled)).CopyJob;

        Assert.Equal(new Dictionary<string, long> { ["COMPLETED"] = 3, ["FAILED"] = 5000000000 }, job.ChildJobsInState);
    }

    [Fact]
    public async Task Answers_and_errors_are_read_also_where_the_SDK_keeps_them_for_its_log()
    {
        await using var backup = await JsonAnswers.AnsweringAsync("""{"Policy":"{}"}""");
        backup.RestError(400, "ResourceNotFoundException");
        using var client = backup.Client(c => c.LogResponse = true);
        var request = new GetBackupVaultAccessPolicyRequest { BackupVaultName = "v" };

        Assert.Equal("{}", (await client.GetBackupVaultAccessPolicyAsync(request, Cancelled)).Policy);
        await Assert.ThrowsAsync<ResourceNotFoundException>(() => client.GetBackupVaultAccessPolicyAsync(request, Cancelled));
    }

    private static async Task<ListRecoveryPointsByBackupVaultResponse> ListAsync(string json)
    {
        await using var backup = await JsonAnswers.AnsweringAsync(json);
        using var client = backup.Client();
        return await client.ListRecoveryPointsByBackupVaultAsync(new ListRecoveryPointsByBackupVaultRequest { BackupVaultName = "v" }, Cancelled);
    }

    private static async Task<DescribeBackupVaultResponse> DescribeVaultAsync(string json)
    {
        await using var backup = await JsonAnswers.AnsweringAsync(json);
        using var client = backup.Client();
        return await client.DescribeBackupVaultAsync(new DescribeBackupVaultRequest { BackupVaultName = "v" }, Cancelled);
    }
}
