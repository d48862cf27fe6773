using Microsoft.AspNetCore.WebUtilities;
using RestoreDrill.Aws.Tests.Wire;
using RestoreDrill.Core.Cloud;

namespace RestoreDrill.Aws.Tests.Access;

public sealed class LoginTokenTests
{
    [Fact]
    public async Task Token_is_signed_by_the_source_role_s_session_for_the_source_s_region()
    {
        await using var aws = await CannedAws.WithRoleAsync(static request => throw new InvalidOperationException($"{request.Operation} was called."));
        using var source = AwsAccounts.OpenSource(aws.Access);

        var token = await source.MakeLoginTokenAsync("courses-prod.abc.eu-west-1.rds.amazonaws.com", 5432, "restoredrill_reader", default);

        var url = new Uri("https://" + token.Reveal());
        var query = QueryHelpers.ParseQuery(url.Query);
        Assert.Equal("courses-prod.abc.eu-west-1.rds.amazonaws.com:5432", url.Authority);
        Assert.Equal(("connect", "restoredrill_reader", "900"), (query["Action"].ToString(), query["DBUser"].ToString(), query["X-Amz-Expires"].ToString()));
        Assert.Matches("^ASIASESSION/[0-9]{8}/eu-west-1/rds-db/aws4_request$", query["X-Amz-Credential"].ToString());
        Assert.NotEmpty(query["X-Amz-Security-Token"].ToString());
        Assert.Equal("(secret)", token.ToString());
        Assert.Equal("AssumeRole", Assert.Single(aws.Requests).Action);
    }

    [Fact]
    public async Task Role_that_cannot_be_assumed_gives_no_token()
    {
        await using var aws = await CannedAws.StartAsync(static _ => CannedAnswer.Refusal("AccessDenied", "not authorized to perform sts:AssumeRole", 403));
        using var source = AwsAccounts.OpenSource(aws.Access);

        var refusal = await Assert.ThrowsAsync<CloudException>(() => source.MakeLoginTokenAsync("host", 5432, "reader", default));

        Assert.Equal((CloudFault.AccessDenied, "sts:AssumeRole"), (refusal.Fault, refusal.Operation));
    }
}
