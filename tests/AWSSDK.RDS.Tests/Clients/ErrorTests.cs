using System.Net;
using Amazon.RDS.Model;
using Amazon.Runtime;
using AWSSDK.RDS.Tests.Wire;

namespace AWSSDK.RDS.Tests.Clients;

public sealed class ErrorTests
{
    [Fact]
    public async Task A_declared_error_arrives_as_its_type_with_code_request_id_and_status()
    {
        await using var rds = await RdsEndpoint.StartAsync();
        rds.Then(404, Answers.Error("DBSnapshotNotFound", "DBSnapshot not found: nightly-1"));
        using var client = rds.Client();

        var error = await Assert.ThrowsAsync<DBSnapshotNotFoundException>(
            () => client.DescribeDBSnapshotsAsync(new DescribeDBSnapshotsRequest { DBSnapshotIdentifier = "nightly-1" }));

        Assert.Equal("DBSnapshot not found: nightly-1", error.Message);
        Assert.Equal("DBSnapshotNotFound", error.ErrorCode);
        Assert.Equal(Answers.RequestId, error.RequestId);
        Assert.Equal(HttpStatusCode.NotFound, error.StatusCode);
        Assert.Equal(ErrorType.Sender, error.ErrorType);
        Assert.Single(rds.Asked);
    }
}
