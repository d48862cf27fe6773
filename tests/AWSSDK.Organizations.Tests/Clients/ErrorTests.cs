using System.Net;
using Amazon.Organizations;
using Amazon.Organizations.Model;
using Amazon.Runtime;
using AWSSDK.Wire.Tests;
using Microsoft.AspNetCore.Http;

namespace AWSSDK.Organizations.Tests.Clients;

public sealed class ErrorTests
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("AccountNotFoundException")]
    [InlineData("com.amazonaws.organizations.v20161128#AccountNotFoundException")]
    public async Task A_declared_error_arrives_as_its_type_with_code_request_id_and_status(string type)
    {
        await using var organizations = await JsonAnswers.AnsweringAsync(
            $$"""{"__type":"{{type}}","Message":"You specified an account that doesn't exist."}""", 400);
        using var client = organizations.Client();

        var error = await Assert.ThrowsAsync<AccountNotFoundException>(
            () => client.DescribeAccountAsync(new DescribeAccountRequest { AccountId = "111122223333" }, Cancelled));

        Assert.Equal("You specified an account that doesn't exist.", error.Message);
        Assert.Equal(("AccountNotFoundException", ServiceEndpoint.RequestId), (error.ErrorCode, error.RequestId));
        Assert.Equal((HttpStatusCode.BadRequest, ErrorType.Sender), (error.StatusCode, error.ErrorType));
        Assert.Single(organizations.Asked);
    }

    [Fact]
    public async Task The_reason_of_an_error_is_read_and_one_that_is_not_listed_is_kept()
    {
        await using var organizations = await ServiceEndpoint.StartAsync();
        organizations.JsonError(400, "ConstraintViolationException", ""","Reason":"CLOSE_ACCOUNT_QUOTA_EXCEEDED" """)
            .JsonError(400, "InvalidInputException", ""","Reason":"MOON_PHASE" """);
        using var client = organizations.Client();

        var constraint = await Assert.ThrowsAsync<ConstraintViolationException>(() => client.CloseAccountAsync(new CloseAccountRequest(), Cancelled));
        var input = await Assert.ThrowsAsync<InvalidInputException>(() => client.CloseAccountAsync(new CloseAccountRequest(), Cancelled));

        Assert.Equal(ConstraintViolationExceptionReason.CLOSE_ACCOUNT_QUOTA_EXCEEDED, constraint.Reason);
        Assert.Equal("MOON_PHASE", input.Reason.Value);
    }

    [Theory]
    [InlineData("AccessDeniedException", typeof(AccessDeniedException))]
    [InlineData("AWSOrganizationsNotInUseException", typeof(AWSOrganizationsNotInUseException))]
    [InlineData("ConcurrentModificationException", typeof(ConcurrentModificationException))]
    [InlineData("PolicyNotFoundException", typeof(PolicyNotFoundException))]
    [InlineData("TargetNotFoundException", typeof(TargetNotFoundException))]
    [InlineData("PolicyNotAttachedException", typeof(PolicyNotAttachedException))]
    [InlineData("PolicyChangesInProgressException", typeof(PolicyChangesInProgressException))]
    [InlineData("UnsupportedAPIEndpointException", typeof(UnsupportedAPIEndpointException))]
    public async Task A_detachment_tells_its_declared_errors_apart(string code, Type type)
    {
        await using var organizations = await ServiceEndpoint.StartAsync();
        organizations.JsonError(400, code);
        using var client = organizations.Client();

        var error = (AmazonOrganizationsException)await Assert.ThrowsAsync(
            type, () => client.DetachPolicyAsync(new DetachPolicyRequest(), Cancelled));

        Assert.Equal((code, ServiceEndpoint.RequestId, HttpStatusCode.BadRequest), (error.ErrorCode, error.RequestId, error.StatusCode));
    }

    [Theory]
    [InlineData("ExpiredTokenException")]
    [InlineData("UnrecognizedClientException")]
    [InlineData("AccountNotFoundException")]
    public async Task An_error_the_operation_does_not_declare_keeps_its_code_and_is_not_repeated(string code)
    {
        await using var organizations = await ServiceEndpoint.StartAsync();
        organizations.JsonError(400, code);
        using var client = organizations.Client();

        var error = await Assert.ThrowsAsync<AmazonOrganizationsException>(
            () => client.DescribeOrganizationAsync(new DescribeOrganizationRequest(), Cancelled));

        Assert.Equal((code, "no", ServiceEndpoint.RequestId), (error.ErrorCode, error.Message, error.RequestId));
        Assert.Single(organizations.Asked);
    }

    [Theory]
    [InlineData(503, "ServiceUnavailable")]
    [InlineData(500, "ServiceException")]
    [InlineData(400, "TooManyRequestsException")]
    [InlineData(400, "ThrottlingException")]
    public async Task A_passing_error_is_repeated_and_counted_for_the_server(int status, string code)
    {
        await using var organizations = await ServiceEndpoint.StartAsync();
        organizations.JsonError(status, code).Json("");
        using var client = organizations.Client();

        var response = await client.AttachPolicyAsync(new AttachPolicyRequest { PolicyId = "p-1", TargetId = "r-1" }, Cancelled);

        Assert.Equal(ServiceEndpoint.RequestId, response.ResponseMetadata.RequestId);
        Assert.Equal(["attempt=1; max=3", "attempt=2; max=3"], organizations.Asked.Select(a => a.Headers["amz-sdk-request"]));
    }

    [Fact]
    public async Task Throttling_that_does_not_pass_ends_as_its_type_after_the_configured_tries()
    {
        await using var organizations = await ServiceEndpoint.StartAsync();
        organizations.JsonError(400, "TooManyRequestsException", ""","Type":"RATE" """);
        using var client = organizations.Client(c => c.MaxErrorRetry = 1);

        var error = await Assert.ThrowsAsync<TooManyRequestsException>(() => client.ListAccountsAsync(new ListAccountsRequest(), Cancelled));

        Assert.Equal("RATE", error.Type);
        Assert.Equal(2, organizations.Asked.Count);
    }

    [Theory]
    [InlineData("<html><body>Bad gateway</body></html>")]
    [InlineData("")]
    public async Task An_error_page_that_is_not_the_service_s_is_an_error_with_its_status(string body)
    {
        await using var organizations = await ServiceEndpoint.StartAsync();
        organizations.Then(502, body, "text/html");
        using var client = organizations.Client(c => c.MaxErrorRetry = 0);

        var error = await Assert.ThrowsAsync<AmazonOrganizationsException>(() => client.ListRootsAsync(new ListRootsRequest(), Cancelled));

        Assert.Equal(HttpStatusCode.BadGateway, error.StatusCode);
    }

    [Theory]
    [InlineData("")]
    [InlineData("""{"Policies":[{"Id":"p-1"},""")]
    [InlineData("""{"Policies":[{"Id":"p-1"}]""")]
    [InlineData("""{"Policies":"p-1"}""")]
    [InlineData("[]")]
    [InlineData("<html><body>Signed in as guest</body></html>")]
    public async Task A_truncated_or_foreign_answer_is_an_error_and_never_a_shorter_list(string body)
    {
        await using var organizations = await JsonAnswers.AnsweringAsync(body);
        using var client = organizations.Client(c => c.MaxErrorRetry = 0);

        await Assert.ThrowsAsync<AmazonUnmarshallingException>(
            () => client.ListPoliciesForTargetAsync(new ListPoliciesForTargetRequest { TargetId = "r-1" }, Cancelled));
    }

    [Theory]
    [InlineData("""{"message":"Sign in first"}""")]
    [InlineData("")]
    public async Task An_answer_without_AWS_s_request_id_is_never_taken_for_a_list_or_for_done(string body)
    {
        await using var organizations = await ServiceEndpoint.AnsweringAsync(body);
        using var client = organizations.Client(c => c.MaxErrorRetry = 0);

        await Assert.ThrowsAsync<AmazonUnmarshallingException>(() => client.ListPoliciesAsync(new ListPoliciesRequest(), Cancelled));
        await Assert.ThrowsAsync<AmazonUnmarshallingException>(() => client.AttachPolicyAsync(new AttachPolicyRequest(), Cancelled));
    }

    [Fact]
    public async Task A_connection_that_ends_within_the_answer_is_an_error()
    {
        await using var organizations = await ServiceEndpoint.StartAsync();
        organizations.Then(async context =>
        {
            context.Response.Headers["x-amzn-RequestId"] = ServiceEndpoint.RequestId;
            context.Response.ContentLength = 100;
            await context.Response.WriteAsync("""{"Accounts":[]}""");
            await context.Response.Body.FlushAsync();
            context.Abort();
        });
        using var client = organizations.Client(c =>
        {
            c.MaxErrorRetry = 0;
            c.MaxStaleConnectionRetries = 0;
        });

        await Assert.ThrowsAnyAsync<Exception>(() => client.ListAccountsAsync(new ListAccountsRequest(), Cancelled));

        Assert.Single(organizations.Asked);
    }
}
