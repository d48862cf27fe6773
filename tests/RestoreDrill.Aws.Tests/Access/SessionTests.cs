using Microsoft.Extensions.Time.Testing;
using RestoreDrill.Aws.Access;
using RestoreDrill.Aws.Tests.Wire;
using RestoreDrill.Core.Cloud;

namespace RestoreDrill.Aws.Tests.Access;

public sealed class SessionTests
{
    private static readonly CannedAnswer Caller = CannedAnswer.Sts(
        "GetCallerIdentity",
        "<Arn>arn:aws:sts::222222222222:assumed-role/restoredrill-test/restoredrill</Arn><UserId>AROA:x</UserId><Account>222222222222</Account>");

    [Fact]
    public async Task Role_is_assumed_once_with_the_external_id_at_the_same_endpoint()
    {
        await using var aws = await CannedAws.WithRoleAsync(_ => Caller);
        using var vault = AwsAccounts.OpenVault(aws.Access);

        var caller = await vault.IdentifyAsync(default);
        await vault.IdentifyAsync(default);

        Assert.Equal("222222222222", caller.AccountId);
        Assert.Equal("arn:aws:sts::222222222222:assumed-role/restoredrill-test/restoredrill", caller.Arn);
        Assert.Equal(TimeSpan.Zero, caller.ClockSkew);
        var assumed = Assert.Single(aws.Requests, request => request.Action == "AssumeRole");
        Assert.Equal("external-1", assumed["ExternalId"]);
        Assert.Equal("restoredrill", assumed["RoleSessionName"]);
        Assert.Equal("arn:aws:iam::222222222222:role/restoredrill-test", assumed["RoleArn"]);
        Assert.Equal("AKIABASE", assumed.AccessKey);
        Assert.All(aws.Requests.Where(request => request.Action != "AssumeRole"), request => Assert.Equal("ASIASESSION", request.AccessKey));
    }

    [Fact]
    public async Task Session_is_renewed_before_its_hour_is_over()
    {
        var sessions = 0;
        await using var aws = await CannedAws.StartAsync(request =>
            request.Action == "AssumeRole" ? CannedAnswer.Session($"ASIA{Interlocked.Increment(ref sessions)}") : Caller);
        var time = new FakeTimeProvider();
        using var vault = AwsAccounts.OpenVault(aws.Access, time);

        await vault.IdentifyAsync(default);
        time.Advance(TimeSpan.FromMinutes(54));
        await vault.IdentifyAsync(default);
        Assert.Equal(1, sessions);
        time.Advance(TimeSpan.FromMinutes(2));
        await vault.IdentifyAsync(default);

        Assert.Equal(2, sessions);
        Assert.Equal("ASIA2", aws.Requests[^1].AccessKey);
    }

    [Fact]
    public async Task Session_that_sts_dates_into_the_past_is_used_all_the_same_because_the_clock_here_may_be_wrong()
    {
        await using var aws = await CannedAws.StartAsync(request =>
            request.Action == "AssumeRole" ? CannedAnswer.Session("ASIA1", "2001-01-01T00:00:00Z") : Caller);
        using var vault = AwsAccounts.OpenVault(aws.Access);

        await vault.IdentifyAsync(default);
        await vault.IdentifyAsync(default);

        Assert.Single(aws.Requests, request => request.Action == "AssumeRole");
    }

    [Fact]
    public async Task Session_that_aws_calls_expired_is_replaced_and_the_call_repeated()
    {
        var sessions = 0;
        await using var aws = await CannedAws.StartAsync(request => request switch
        {
            { Action: "AssumeRole" } => CannedAnswer.Session($"ASIA{Interlocked.Increment(ref sessions)}"),
            { AccessKey: "ASIA1" } => CannedAnswer.Refusal("ExpiredToken", "The security token included in the request is expired", 403),
            _ => Caller,
        });
        using var vault = AwsAccounts.OpenVault(aws.Access);

        Assert.Equal("222222222222", (await vault.IdentifyAsync(default)).AccountId);
        Assert.Equal(2, sessions);
    }

    [Fact]
    public async Task Session_that_stays_expired_is_a_credentials_fault_and_no_endless_loop()
    {
        await using var aws = await CannedAws.WithRoleAsync(_ => CannedAnswer.Refusal("ExpiredToken", "expired", 403));
        using var vault = AwsAccounts.OpenVault(aws.Access);

        var refused = await Assert.ThrowsAsync<CloudException>(() => vault.IdentifyAsync(default));

        Assert.Equal(CloudFault.Credentials, refused.Fault);
        Assert.Equal(2, aws.Operations.Count);
    }

    [Fact]
    public async Task Role_that_may_not_be_assumed_is_named_instead_of_the_call_that_needed_it()
    {
        await using var aws = await CannedAws.StartAsync(_ => CannedAnswer.Refusal("AccessDenied", "User is not authorized to perform: sts:AssumeRole", 403));
        using var vault = AwsAccounts.OpenVault(aws.Access);

        var refused = await Assert.ThrowsAsync<CloudException>(() => vault.FindSnapshotAsync("snap", default));

        Assert.Equal(CloudFault.AccessDenied, refused.Fault);
        Assert.Equal("sts:AssumeRole", refused.Operation);
        Assert.Contains("role/restoredrill-test", refused.Message, StringComparison.Ordinal);
        Assert.Contains("external id", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Missing_profile_is_a_credentials_fault_and_nothing_is_sent()
    {
        await using var aws = await CannedAws.WithRoleAsync(_ => Caller);
        using var vault = AwsAccounts.OpenVault(aws.Access with { Profile = "absent" });

        var refused = await Assert.ThrowsAsync<CloudException>(() => vault.IdentifyAsync(default));

        Assert.Equal(CloudFault.Credentials, refused.Fault);
        Assert.Contains("absent", refused.Message, StringComparison.Ordinal);
        Assert.Contains("Nothing was sent", refused.Message, StringComparison.Ordinal);
        Assert.Empty(aws.Requests);
    }

    [Fact]
    public async Task Without_a_role_the_profile_is_used_as_it_is()
    {
        await using var aws = await CannedAws.StartAsync(_ => Caller);
        using var vault = AwsAccounts.OpenVault(aws.Access with { RoleArn = null, ExternalId = null });

        await vault.IdentifyAsync(default);

        Assert.Equal("AKIABASE", Assert.Single(aws.Requests).AccessKey);
    }

    [Theory]
    [InlineData(2)]
    [InlineData(-3)]
    public async Task Clock_that_is_wrong_shows_in_the_identity(int hoursBehind)
    {
        await using var aws = await CannedAws.WithRoleAsync(_ => Caller);
        aws.ClockAhead = TimeSpan.FromHours(hoursBehind);
        using var vault = AwsAccounts.OpenVault(aws.Access);

        var caller = await vault.IdentifyAsync(default);

        Assert.InRange(caller.ClockSkew - aws.ClockAhead, TimeSpan.FromSeconds(-5), TimeSpan.FromSeconds(5));
    }

    [Fact]
    public void Options_without_region_or_with_a_relative_endpoint_are_refused_at_once()
    {
        Assert.Throws<ArgumentException>(() => AwsAccounts.OpenVault(new AccountAccess { Region = " " }));
        Assert.Throws<ArgumentException>(() => AwsAccounts.OpenVault(new AccountAccess { Region = "eu-west-1", Endpoint = new Uri("x", UriKind.Relative) }));
        Assert.Throws<ArgumentException>(() => AwsAccounts.OpenVault(new AccountAccess { Region = "eu-west-1", CredentialsFile = "/x" }));
    }
}
