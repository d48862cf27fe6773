using System.Net;
using Amazon.Organizations;
using AWSSDK.Wire.Tests;

namespace AWSSDK.Organizations.Tests.Clients;

/// <summary>
/// Every operation with every member set, against files under Golden: what botocore 1.43.11's JSON serializer writes for the same values,
/// and what its parser reads from the same answer. See Golden/README.md.
/// </summary>
public sealed class OperationTests
{
    public static TheoryData<string> Operations => [.. GoldenFiles.OperationsOf<IAmazonOrganizations>()];

    [Fact]
    public void Every_operation_of_the_client_has_golden_files_and_none_is_left_over()
        => Assert.Equal(GoldenFiles.OperationsOf<IAmazonOrganizations>(), GoldenFiles.WithA("http"));

    [Theory]
    [MemberData(nameof(Operations))]
    public async Task A_request_with_every_member_set_is_written_as_the_protocol_has_it(string operation)
    {
        await using var organizations = await JsonAnswers.AnsweringAsync(GoldenFiles.Read(operation, "answer.json"));
        using var client = organizations.Client();

        await GoldenFiles.InvokeAsync<IAmazonOrganizations>(client, operation, GoldenFiles.Read(operation, "request.json"));

        var asked = Assert.Single(organizations.Asked);
        Assert.Equal(GoldenFiles.Read(operation, "http"), asked.Http("Content-Type", "X-Amz-Target"));
        Assert.Equal("2016-11-28", asked.Headers["x-amz-api-version"]);
        Assert.Equal(SigV4.Of(asked, "a-secret"), asked.Authorization.Signature);
    }

    [Theory]
    [MemberData(nameof(Operations))]
    public async Task An_answer_with_every_member_set_is_read_in_full(string operation)
    {
        await using var organizations = await JsonAnswers.AnsweringAsync(GoldenFiles.Read(operation, "answer.json"));
        using var client = organizations.Client();

        var response = await GoldenFiles.InvokeAsync<IAmazonOrganizations>(client, operation, "{}");

        Assert.Equal(GoldenFiles.Read(operation, "response.json"), GoldenJson.Write(response));
        Assert.Equal(ServiceEndpoint.RequestId, response.ResponseMetadata.RequestId);
        Assert.Equal(HttpStatusCode.OK, response.HttpStatusCode);
    }

    [Theory]
    [MemberData(nameof(Operations))]
    public async Task Every_error_the_service_model_declares_arrives_as_its_type(string operation)
    {
        await using var organizations = await ServiceEndpoint.StartAsync();
        using var client = organizations.Client(c => c.MaxErrorRetry = 0);
        foreach (var code in GoldenFiles.Read(operation, "errors").Split('\n'))
        {
            organizations.JsonError(400, code);

            var error = await Assert.ThrowsAnyAsync<AmazonOrganizationsException>(
                () => GoldenFiles.InvokeAsync<IAmazonOrganizations>(client, operation, GoldenFiles.Read(operation, "request.json")));

            Assert.Equal((code, code), (error.GetType().Name, error.ErrorCode));
        }
    }
}
