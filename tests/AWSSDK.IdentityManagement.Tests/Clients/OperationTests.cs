using System.Net;
using Amazon.IdentityManagement;
using AWSSDK.Wire.Tests;

namespace AWSSDK.IdentityManagement.Tests.Clients;

/// <summary>
/// Every operation with every member set, against files under Golden: what botocore 1.43.11's query serializer writes for the same values,
/// and what its parser reads from the same answer. See Golden/README.md.
/// </summary>
public sealed class OperationTests
{
    public static TheoryData<string> Operations => [.. GoldenFiles.OperationsOf<IAmazonIdentityManagementService>()];

    [Fact]
    public void Every_operation_of_the_client_has_golden_files_and_none_is_left_over()
        => Assert.Equal(GoldenFiles.OperationsOf<IAmazonIdentityManagementService>(), GoldenFiles.WithA("form"));

    [Theory]
    [MemberData(nameof(Operations))]
    public async Task A_request_with_every_member_set_is_written_as_the_query_protocol_has_it(string operation)
    {
        await using var iam = await ServiceEndpoint.AnsweringAsync(GoldenFiles.Read(operation, "xml"));
        using var client = iam.Client();

        await GoldenFiles.InvokeAsync<IAmazonIdentityManagementService>(client, operation, GoldenFiles.Read(operation, "request.json"));

        var asked = Assert.Single(iam.Asked);
        Assert.Equal(("POST", "/"), (asked.Method, asked.Target));
        Assert.Equal("application/x-www-form-urlencoded; charset=utf-8", asked.Headers["Content-Type"]);
        Assert.Equal(GoldenFiles.Read(operation, "form"), string.Join('\n', asked.Form.Split('\n').Order(StringComparer.Ordinal)));
        Assert.Equal(SigV4.Of(asked, "a-secret"), asked.Authorization.Signature);
    }

    [Theory]
    [MemberData(nameof(Operations))]
    public async Task An_answer_with_every_member_set_is_read_in_full(string operation)
    {
        await using var iam = await ServiceEndpoint.AnsweringAsync(GoldenFiles.Read(operation, "xml"));
        using var client = iam.Client();

        var response = await GoldenFiles.InvokeAsync<IAmazonIdentityManagementService>(client, operation, "{}");

        Assert.Equal(GoldenFiles.Read(operation, "response.json"), GoldenJson.Write(response));
        Assert.Equal(ServiceEndpoint.RequestId, response.ResponseMetadata.RequestId);
        Assert.Equal(HttpStatusCode.OK, response.HttpStatusCode);
    }

    [Theory]
    [MemberData(nameof(Operations))]
    public async Task Every_error_the_service_model_declares_arrives_as_its_type(string operation)
    {
        await using var iam = await ServiceEndpoint.StartAsync();
        using var client = iam.Client(c => c.MaxErrorRetry = 0);
        foreach (var code in GoldenFiles.Read(operation, "errors").Split('\n'))
        {
            iam.Then(400, XmlAnswers.Error(code, "no"));

            var error = await Assert.ThrowsAnyAsync<AmazonIdentityManagementServiceException>(
                () => GoldenFiles.InvokeAsync<IAmazonIdentityManagementService>(client, operation, GoldenFiles.Read(operation, "request.json")));

            Assert.Equal((code + "Exception", code), (error.GetType().Name, error.ErrorCode));
        }
    }
}
