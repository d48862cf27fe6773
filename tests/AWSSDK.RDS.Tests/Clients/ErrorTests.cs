using System.Net;
using System.Xml;
using Amazon.RDS;
using Amazon.RDS.Model;
using Amazon.Runtime;
using AWSSDK.Wire.Tests;

namespace AWSSDK.RDS.Tests.Clients;

public sealed class ErrorTests
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_declared_error_arrives_as_its_type_with_code_request_id_and_status()
    {
        await using var rds = await ServiceEndpoint.StartAsync();
        rds.Then(404, XmlAnswers.Error("DBSnapshotNotFound", "DBSnapshot not found: nightly-1"));
        using var client = rds.Client();

        var error = await Assert.ThrowsAsync<DBSnapshotNotFoundException>(
            () => client.DescribeDBSnapshotsAsync(new DescribeDBSnapshotsRequest { DBSnapshotIdentifier = "nightly-1" }, Cancelled));

        Assert.Equal("DBSnapshot not found: nightly-1", error.Message);
        Assert.Equal("DBSnapshotNotFound", error.ErrorCode);
        Assert.Equal(ServiceEndpoint.RequestId, error.RequestId);
        Assert.Equal(HttpStatusCode.NotFound, error.StatusCode);
        Assert.Equal(ErrorType.Sender, error.ErrorType);
        Assert.Single(rds.Asked);
    }

    [Theory]
    [InlineData("SnapshotQuotaExceeded", typeof(SnapshotQuotaExceededException))]
    [InlineData("KMSKeyNotAccessibleFault", typeof(KMSKeyNotAccessibleException))]
    [InlineData("DBSnapshotAlreadyExists", typeof(DBSnapshotAlreadyExistsException))]
    [InlineData("InvalidDBSnapshotState", typeof(InvalidDBSnapshotStateException))]
    public Task A_copy_tells_its_declared_errors_apart(string code, Type type)
        => IsThrownAsync(code, type, client => client.CopyDBSnapshotAsync(new CopyDBSnapshotRequest(), Cancelled));

    [Theory]
    [InlineData("DBInstanceAlreadyExists", typeof(DBInstanceAlreadyExistsException))]
    [InlineData("InstanceQuotaExceeded", typeof(InstanceQuotaExceededException))]
    [InlineData("InsufficientDBInstanceCapacity", typeof(InsufficientDBInstanceCapacityException))]
    [InlineData("StorageQuotaExceeded", typeof(StorageQuotaExceededException))]
    [InlineData("DBSubnetGroupNotFoundFault", typeof(DBSubnetGroupNotFoundException))]
    [InlineData("DBParameterGroupNotFound", typeof(DBParameterGroupNotFoundException))]
    [InlineData("InvalidRestoreFault", typeof(InvalidRestoreException))]
    [InlineData("InvalidSubnet", typeof(InvalidSubnetException))]
    [InlineData("VpcEncryptionControlViolationException", typeof(VpcEncryptionControlViolationException))]
    public Task A_restore_tells_its_declared_errors_apart(string code, Type type)
        => IsThrownAsync(
            code, type, client => client.RestoreDBInstanceFromDBSnapshotAsync(new RestoreDBInstanceFromDBSnapshotRequest(), Cancelled));

    [Theory]
    [InlineData("InvalidParameterCombination", "Cannot delete protected DB Instance, please disable deletion protection and try again.")]
    [InlineData("AccessDenied", "User is not authorized to perform: rds:DeleteDBInstance")]
    [InlineData("ExpiredToken", "The security token included in the request is expired")]
    [InlineData("DBSubnetGroupNotFoundFault", "Declared elsewhere, not by this operation")]
    public async Task An_error_the_operation_does_not_declare_keeps_its_code_and_is_not_repeated(string code, string message)
    {
        await using var rds = await ServiceEndpoint.StartAsync();
        rds.Then(400, XmlAnswers.Error(code, message));
        using var client = rds.Client();

        var error = await Assert.ThrowsAsync<AmazonRDSException>(() => client.DeleteDBInstanceAsync(new DeleteDBInstanceRequest(), Cancelled));

        Assert.Equal((code, message, ServiceEndpoint.RequestId), (error.ErrorCode, error.Message, error.RequestId));
        Assert.Single(rds.Asked);
    }

    [Theory]
    [InlineData(503, "ServiceUnavailable")]
    [InlineData(500, "InternalFailure")]
    [InlineData(400, "Throttling")]
    [InlineData(400, "RequestLimitExceeded")]
    public async Task A_passing_error_is_repeated_and_counted_for_the_server(int status, string code)
    {
        await using var rds = await ServiceEndpoint.StartAsync();
        rds.Then(status, XmlAnswers.Error(code, "Rate exceeded")).Then(200, XmlAnswers.Empty("AddTagsToResource"));
        using var client = rds.Client();

        var response = await client.AddTagsToResourceAsync(new AddTagsToResourceRequest { ResourceName = "arn" }, Cancelled);

        Assert.Equal(ServiceEndpoint.RequestId, response.ResponseMetadata.RequestId);
        Assert.Equal(["attempt=1; max=3", "attempt=2; max=3"], rds.Asked.Select(a => a.Headers["amz-sdk-request"]));
    }

    [Fact]
    public async Task Throttling_that_does_not_pass_ends_after_the_configured_tries()
    {
        await using var rds = await ServiceEndpoint.StartAsync();
        rds.Then(400, XmlAnswers.Error("Throttling", "Rate exceeded"));
        using var client = rds.Client(c => c.MaxErrorRetry = 1);

        var error = await Assert.ThrowsAsync<AmazonRDSException>(() => client.DescribeDBInstancesAsync(Cancelled));

        Assert.Equal("Throttling", error.ErrorCode);
        Assert.Equal(2, rds.Asked.Count);
    }

    [Fact]
    public async Task An_error_page_that_is_not_the_service_s_is_an_error_with_its_status()
    {
        await using var rds = await ServiceEndpoint.StartAsync();
        rds.Then(502, "<html><body>Bad gateway</body></html>", "text/html");
        using var client = rds.Client(c => c.MaxErrorRetry = 0);

        var error = await Assert.ThrowsAsync<AmazonRDSException>(() => client.DescribeDBInstancesAsync(Cancelled));

        Assert.Equal(HttpStatusCode.BadGateway, error.StatusCode);
    }

    [Theory]
    [InlineData("")]
    [InlineData("<DescribeDBSnapshotsResponse><DescribeDBSnapshotsResult><DBSnapshots><DBSnapshot>")]
    [InlineData("<DescribeDBSnapshotsResponse><DescribeDBSnapshotsResult><DBSnapshots><DBSnapshot/></DBSnapshots>")]
    [InlineData("not xml")]
    [InlineData("<html><body>Signed in as guest</body></html>")]
    public async Task A_truncated_or_foreign_answer_is_an_error_and_never_a_shorter_list(string body)
    {
        await using var rds = await ServiceEndpoint.AnsweringAsync(body);
        using var client = rds.Client(c => c.MaxErrorRetry = 0);

        await Assert.ThrowsAsync<XmlException>(() => client.DescribeDBSnapshotsAsync(Cancelled));
    }

    [Theory]
    [InlineData(0, 2)]
    [InlineData(3, 5)]
    public async Task A_connection_that_breaks_is_repeated_as_often_as_both_retry_settings_say(int staleRetries, int calls)
    {
        await using var rds = await ServiceEndpoint.StartAsync();
        rds.Then(context =>
        {
            context.Abort();
            return Task.CompletedTask;
        });
        using var client = rds.Client(c =>
        {
            c.MaxErrorRetry = 1;
            c.MaxStaleConnectionRetries = staleRetries;
        });

        await Assert.ThrowsAnyAsync<Exception>(() => client.CreateDBSnapshotAsync(new CreateDBSnapshotRequest(), Cancelled));

        Assert.Equal(calls, rds.Asked.Count);
    }

    private static async Task IsThrownAsync(string code, Type type, Func<AmazonRDSClient, Task> call)
    {
        await using var rds = await ServiceEndpoint.StartAsync();
        rds.Then(400, XmlAnswers.Error(code, "no"));
        using var client = rds.Client();

        var error = (AmazonRDSException)await Assert.ThrowsAsync(type, () => call(client));

        Assert.Equal((code, ServiceEndpoint.RequestId, HttpStatusCode.BadRequest), (error.ErrorCode, error.RequestId, error.StatusCode));
    }
}
