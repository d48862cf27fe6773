using System.Net;
using System.Xml;
using Amazon.IdentityManagement;
using Amazon.IdentityManagement.Model;
using Amazon.Runtime;
using AWSSDK.Wire.Tests;

namespace AWSSDK.IdentityManagement.Tests.Clients;

public sealed class ErrorTests
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_declared_error_arrives_as_its_type_with_code_request_id_and_status()
    {
        await using var iam = await ServiceEndpoint.StartAsync();
        iam.Then(404, XmlAnswers.Error("NoSuchEntity", "The role with name drill cannot be found."));
        using var client = iam.Client();

        var error = await Assert.ThrowsAsync<NoSuchEntityException>(() => client.GetRoleAsync(new GetRoleRequest { RoleName = "drill" }, Cancelled));

        Assert.Equal("The role with name drill cannot be found.", error.Message);
        Assert.Equal(("NoSuchEntity", ServiceEndpoint.RequestId), (error.ErrorCode, error.RequestId));
        Assert.Equal((HttpStatusCode.NotFound, ErrorType.Sender), (error.StatusCode, error.ErrorType));
        Assert.Single(iam.Asked);
    }

    [Theory]
    [InlineData("EntityAlreadyExists", typeof(EntityAlreadyExistsException))]
    [InlineData("LimitExceeded", typeof(LimitExceededException))]
    [InlineData("InvalidInput", typeof(InvalidInputException))]
    [InlineData("MalformedPolicyDocument", typeof(MalformedPolicyDocumentException))]
    [InlineData("ConcurrentModification", typeof(ConcurrentModificationException))]
    public async Task A_creation_tells_its_declared_errors_apart(string code, Type type)
    {
        await using var iam = await ServiceEndpoint.StartAsync();
        iam.Then(409, XmlAnswers.Error(code, "no"));
        using var client = iam.Client();

        var error = (AmazonIdentityManagementServiceException)await Assert.ThrowsAsync(
            type, () => client.CreateRoleAsync(new CreateRoleRequest(), Cancelled));

        Assert.Equal((code, ServiceEndpoint.RequestId, HttpStatusCode.Conflict), (error.ErrorCode, error.RequestId, error.StatusCode));
    }

    [Theory]
    [InlineData("AccessDenied")]
    [InlineData("InvalidClientTokenId")]
    [InlineData("DeleteConflict")]
    public async Task An_error_the_operation_does_not_declare_keeps_its_code_and_is_not_repeated(string code)
    {
        await using var iam = await ServiceEndpoint.StartAsync();
        iam.Then(403, XmlAnswers.Error(code, "not authorized"));
        using var client = iam.Client();

        var error = await Assert.ThrowsAsync<AmazonIdentityManagementServiceException>(() => client.GetRoleAsync(new GetRoleRequest(), Cancelled));

        Assert.Equal((code, "not authorized", ServiceEndpoint.RequestId), (error.ErrorCode, error.Message, error.RequestId));
        Assert.Single(iam.Asked);
    }

    [Theory]
    [InlineData(503, "ServiceUnavailable")]
    [InlineData(500, "ServiceFailure")]
    [InlineData(400, "Throttling")]
    public async Task A_passing_error_is_repeated_and_counted_for_the_server(int status, string code)
    {
        await using var iam = await ServiceEndpoint.StartAsync();
        iam.Then(status, XmlAnswers.Error(code, "Rate exceeded")).Then(200, XmlAnswers.Empty("AttachRolePolicy"));
        using var client = iam.Client();

        var response = await client.AttachRolePolicyAsync(new AttachRolePolicyRequest { RoleName = "a", PolicyArn = "arn" }, Cancelled);

        Assert.Equal(ServiceEndpoint.RequestId, response.ResponseMetadata.RequestId);
        Assert.Equal(["attempt=1; max=3", "attempt=2; max=3"], iam.Asked.Select(a => a.Headers["amz-sdk-request"]));
    }

    [Fact]
    public async Task Throttling_that_does_not_pass_ends_after_the_configured_tries()
    {
        await using var iam = await ServiceEndpoint.StartAsync();
        iam.Then(400, XmlAnswers.Error("Throttling", "Rate exceeded"));
        using var client = iam.Client(c => c.MaxErrorRetry = 1);

        var error = await Assert.ThrowsAsync<AmazonIdentityManagementServiceException>(() => client.ListRolesAsync(Cancelled));

        Assert.Equal("Throttling", error.ErrorCode);
        Assert.Equal(2, iam.Asked.Count);
    }

    [Fact]
    public async Task An_error_page_that_is_not_the_service_s_is_an_error_with_its_status()
    {
        await using var iam = await ServiceEndpoint.StartAsync();
        iam.Then(502, "<html><body>Bad gateway</body></html>", "text/html");
        using var client = iam.Client(c => c.MaxErrorRetry = 0);

        var error = await Assert.ThrowsAsync<AmazonIdentityManagementServiceException>(() => client.ListRolesAsync(Cancelled));

        Assert.Equal(HttpStatusCode.BadGateway, error.StatusCode);
    }

    [Theory]
    [InlineData("")]
    [InlineData("<ListRolePoliciesResponse><ListRolePoliciesResult><PolicyNames><member>a")]
    [InlineData("<ListRolePoliciesResponse><ListRolePoliciesResult><PolicyNames><member>a</member></PolicyNames>")]
    [InlineData("not xml")]
    [InlineData("<html><body>Signed in as guest</body></html>")]
    public async Task A_truncated_or_foreign_answer_is_an_error_and_never_a_shorter_list(string body)
    {
        await using var iam = await ServiceEndpoint.AnsweringAsync(body);
        using var client = iam.Client(c => c.MaxErrorRetry = 0);

        await Assert.ThrowsAsync<XmlException>(() => client.ListRolePoliciesAsync(new ListRolePoliciesRequest { RoleName = "drill" }, Cancelled));
    }
}
