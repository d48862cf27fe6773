using System.Net;
using System.Text.Json;
using Amazon.Backup;
using Amazon.Backup.Model;
using Amazon.Runtime;
using AWSSDK.Wire.Tests;
using Microsoft.AspNetCore.Http;

namespace AWSSDK.Backup.Tests.Clients;

public sealed class ErrorTests
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("InvalidRequestException")]
    [InlineData("InvalidRequestException:http://internal.amazon.com/coral/com.amazonaws.cryo/")]
    public async Task A_declared_error_arrives_as_its_type_with_everything_it_says(string header)
    {
        await using var backup = await ServiceEndpoint.StartAsync();
        backup.RestError(400, header, """
            {"Code":"ERROR_9101","Message":"Backup vault cannot be deleted because it contains recovery points.",
             "Type":"Client","Context":"v","Future":{"a":1}}
            """);
        using var client = backup.Client();

        var error = await Assert.ThrowsAsync<InvalidRequestException>(
            () => client.DeleteBackupVaultAsync(new DeleteBackupVaultRequest { BackupVaultName = "v" }, Cancelled));

        Assert.Equal("Backup vault cannot be deleted because it contains recovery points.", error.Message);
        Assert.Equal(("InvalidRequestException", ServiceEndpoint.RequestId), (error.ErrorCode, error.RequestId));
        Assert.Equal((HttpStatusCode.BadRequest, ErrorType.Sender), (error.StatusCode, error.ErrorType));
        Assert.Equal(("ERROR_9101", "Client", "v"), (error.Code, error.Type, error.Context));
        Assert.Single(backup.Asked);
    }

    [Theory]
    [InlineData("""{"__type":"com.amazonaws.cryo#ResourceNotFoundException","message":"no"}""")]
    [InlineData("""{"code":"ResourceNotFoundException","Message":"no"}""")]
    public async Task A_code_in_the_body_counts_where_no_header_has_it(string json)
    {
        await using var backup = await JsonAnswers.AnsweringAsync(json, 400);
        using var client = backup.Client();

        var error = await Assert.ThrowsAsync<ResourceNotFoundException>(
            () => client.DescribeCopyJobAsync(new DescribeCopyJobRequest { CopyJobId = "j" }, Cancelled));

        Assert.Equal(("ResourceNotFoundException", "no"), (error.ErrorCode, error.Message));
    }

    [Theory]
    [InlineData("ResourceNotFoundException", typeof(ResourceNotFoundException))]
    [InlineData("InvalidParameterValueException", typeof(InvalidParameterValueException))]
    [InlineData("MissingParameterValueException", typeof(MissingParameterValueException))]
    [InlineData("LimitExceededException", typeof(LimitExceededException))]
    [InlineData("InvalidRequestException", typeof(InvalidRequestException))]
    public async Task A_copy_tells_its_declared_errors_apart(string code, Type type)
    {
        await using var backup = await ServiceEndpoint.StartAsync();
        backup.RestError(400, code);
        using var client = backup.Client();

        var error = (AmazonBackupException)await Assert.ThrowsAsync(type, () => client.StartCopyJobAsync(new StartCopyJobRequest(), Cancelled));

        Assert.Equal((code, ServiceEndpoint.RequestId, HttpStatusCode.BadRequest), (error.ErrorCode, error.RequestId, error.StatusCode));
    }

    [Fact]
    public async Task An_error_s_own_members_are_read()
    {
        await using var backup = await ServiceEndpoint.StartAsync();
        backup.RestError(
            400,
            "AlreadyExistsException",
            """{"Code":"ERROR_3","Arn":"arn:aws:backup:eu-west-1:111122223333:backup-vault:v","CreatorRequestId":"c"}""");
        using var client = backup.Client();

        var error = await Assert.ThrowsAsync<AlreadyExistsException>(
            () => client.CreateBackupVaultAsync(new CreateBackupVaultRequest { BackupVaultName = "v" }, Cancelled));

        Assert.Equal(("arn:aws:backup:eu-west-1:111122223333:backup-vault:v", "c", "ERROR_3"), (error.Arn, error.CreatorRequestId, error.Code));
    }

    [Fact]
    public async Task An_error_whose_details_are_not_what_they_should_be_is_that_error_all_the_same()
    {
        await using var backup = await ServiceEndpoint.StartAsync();
        backup.RestError(400, "LimitExceededException", """{"Code":3001,"Message":"Too many vaults","Context":{"a":1},"Type":"Client"}""");
        using var client = backup.Client();

        var error = await Assert.ThrowsAsync<LimitExceededException>(
            () => client.CreateBackupVaultAsync(new CreateBackupVaultRequest { BackupVaultName = "v" }, Cancelled));

        Assert.Equal(("Too many vaults", null, null, "Client"), (error.Message, error.Code, error.Context, error.Type));
    }

    [Theory]
    [InlineData(403, "AccessDeniedException")]
    [InlineData(403, "ExpiredTokenException")]
    [InlineData(400, "AlreadyExistsException")]
    public async Task An_error_the_operation_does_not_declare_keeps_its_code_and_is_not_repeated(int status, string code)
    {
        await using var backup = await ServiceEndpoint.StartAsync();
        backup.RestError(status, code, """{"Message":"User is not authorized","Code":"ERROR_1"}""");
        using var client = backup.Client();

        var error = await Assert.ThrowsAsync<AmazonBackupException>(
            () => client.PutBackupVaultLockConfigurationAsync(new PutBackupVaultLockConfigurationRequest { BackupVaultName = "v" }, Cancelled));

        Assert.Equal((code, "User is not authorized", ServiceEndpoint.RequestId), (error.ErrorCode, error.Message, error.RequestId));
        Assert.Single(backup.Asked);
    }

    [Theory]
    [InlineData(503, "ServiceUnavailableException")]
    [InlineData(500, "InternalFailure")]
    [InlineData(400, "ThrottlingException")]
    [InlineData(429, "TooManyRequestsException")]
    public async Task A_passing_error_is_repeated_with_the_same_idempotency_token(int status, string code)
    {
        await using var backup = await ServiceEndpoint.StartAsync();
        backup.RestError(status, code).Json("""{"CopyJobId":"j"}""");
        using var client = backup.Client();

        var response = await client.StartCopyJobAsync(new StartCopyJobRequest { RecoveryPointArn = "arn" }, Cancelled);

        Assert.Equal("j", response.CopyJobId);
        Assert.Equal(["attempt=1; max=3", "attempt=2; max=3"], backup.Asked.Select(a => a.Headers["amz-sdk-request"]));
        Assert.Equal(backup.Asked[0].Body, backup.Asked[1].Body);
        Assert.True(Guid.TryParse(JsonSerializer.Deserialize<Dictionary<string, string>>(backup.Asked[0].Body)!["IdempotencyToken"], out _));
    }

    [Fact]
    public async Task Throttling_that_does_not_pass_ends_after_the_configured_tries()
    {
        await using var backup = await ServiceEndpoint.StartAsync();
        backup.RestError(400, "ThrottlingException");
        using var client = backup.Client(c => c.MaxErrorRetry = 1);

        var error = await Assert.ThrowsAsync<AmazonBackupException>(() => client.ListBackupVaultsAsync(new ListBackupVaultsRequest(), Cancelled));

        Assert.Equal("ThrottlingException", error.ErrorCode);
        Assert.Equal(2, backup.Asked.Count);
    }

    [Theory]
    [InlineData("<html><body>Bad gateway</body></html>")]
    [InlineData("[1]")]
    [InlineData("")]
    public async Task An_error_page_that_is_not_the_service_s_is_an_error_with_its_status(string body)
    {
        await using var backup = await ServiceEndpoint.StartAsync();
        backup.Then(502, body, "text/html");
        using var client = backup.Client(c => c.MaxErrorRetry = 0);

        var error = await Assert.ThrowsAsync<AmazonBackupException>(() => client.ListBackupVaultsAsync(new ListBackupVaultsRequest(), Cancelled));

        Assert.Equal((HttpStatusCode.BadGateway, ErrorType.Receiver), (error.StatusCode, error.ErrorType));
        Assert.Contains("502", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("""{"RecoveryPoints":[{"RecoveryPointArn":"a"},""")]
    [InlineData("""{"RecoveryPoints":[{"RecoveryPointArn":"a"}]""")]
    [InlineData("""{"RecoveryPoints":{"RecoveryPointArn":"a"}}""")]
    [InlineData("""{"RecoveryPoints":[{"RecoveryPointArn":1}]}""")]
    [InlineData("""{"RecoveryPoints":[{"BackupSizeInBytes":"many"}]}""")]
    [InlineData("""{"RecoveryPoints":[{"BackupSizeInBytes":1.5}]}""")]
    [InlineData("""{"RecoveryPoints":[{"IsEncrypted":"true"}]}""")]
    [InlineData("""{"RecoveryPoints":[{"CreationDate":"2026-03-01"}]}""")]
    [InlineData("""{"RecoveryPoints":["a"]}""")]
    [InlineData("[]")]
    [InlineData("<html><body>Signed in as guest</body></html>")]
    public async Task A_truncated_or_foreign_answer_is_an_error_and_never_a_shorter_list(string body)
    {
        await using var backup = await JsonAnswers.AnsweringAsync(body);
        using var client = backup.Client(c => c.MaxErrorRetry = 0);

        var error = await Assert.ThrowsAsync<AmazonUnmarshallingException>(
            () => client.ListRecoveryPointsByBackupVaultAsync(new ListRecoveryPointsByBackupVaultRequest { BackupVaultName = "v" }, Cancelled));

        Assert.IsAssignableFrom<AmazonServiceException>(error);
        Assert.IsAssignableFrom<JsonException>(error.InnerException);
        Assert.Single(backup.Asked);
    }

    [Theory]
    [InlineData("""{"message":"Sign in first"}""")]
    [InlineData("<html><body>Signed in as guest</body></html>")]
    [InlineData("")]
    public async Task An_answer_without_AWS_s_request_id_is_never_taken_for_a_list_or_for_done(string body)
    {
        await using var backup = await ServiceEndpoint.AnsweringAsync(body);
        using var client = backup.Client(c => c.MaxErrorRetry = 0);

        await Assert.ThrowsAsync<AmazonUnmarshallingException>(() => client.ListBackupVaultsAsync(new ListBackupVaultsRequest(), Cancelled));
        await Assert.ThrowsAsync<AmazonUnmarshallingException>(() => client.PutBackupVaultLockConfigurationAsync(
            new PutBackupVaultLockConfigurationRequest { BackupVaultName = "v", ChangeableForDays = 3 }, Cancelled));
    }

    [Fact]
    public async Task An_answer_that_cannot_be_read_is_asked_for_again_with_the_same_idempotency_token()
    {
        await using var backup = await JsonAnswers.AnsweringAsync("""{"CopyJobId":""");
        backup.Json("""{"CopyJobId":"j"}""");
        using var client = backup.Client();

        Assert.Equal("j", (await client.StartCopyJobAsync(new StartCopyJobRequest(), Cancelled)).CopyJobId);
        Assert.Equal(2, backup.Asked.Count);
        Assert.Equal(backup.Asked[0].Body, backup.Asked[1].Body);
    }

    [Fact]
    public async Task A_connection_that_ends_within_the_answer_is_an_error()
    {
        await using var backup = await ServiceEndpoint.StartAsync();
        backup.Then(async context =>
        {
            context.Response.Headers["x-amzn-RequestId"] = ServiceEndpoint.RequestId;
            context.Response.ContentLength = 100;
            await context.Response.WriteAsync("""{"BackupVaultList":[]}""");
            await context.Response.Body.FlushAsync();
            context.Abort();
        });
        using var client = backup.Client(c =>
        {
            c.MaxErrorRetry = 0;
            c.MaxStaleConnectionRetries = 0;
        });

        await Assert.ThrowsAnyAsync<Exception>(() => client.ListBackupVaultsAsync(new ListBackupVaultsRequest(), Cancelled));

        Assert.Single(backup.Asked);
    }
}
