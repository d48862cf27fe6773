using Microsoft.Extensions.Time.Testing;
using RestoreDrill.Aws.Access;
using RestoreDrill.Aws.Tests.Wire;
using RestoreDrill.Core.Cloud;
using RestoreDrill.Core.Refusals;

namespace RestoreDrill.Aws.Tests.Access;

public sealed class SignInTests
{
    private const string Device = "arn:aws:iam::222222222222:mfa/maria";
    private const string Wrong = "MultiFactorAuthentication failed with invalid MFA one time pass code. ";

    private static readonly CannedAnswer Maria = CallerIs("arn:aws:iam::222222222222:user/on-call/maria");

    [Fact]
    public async Task Code_of_the_device_that_is_named_like_the_user_takes_the_role_on_for_all_calls_of_an_hour()
    {
        await using var aws = await CannedAws.WithRoleAsync(_ => Maria);
        var time = new FakeTimeProvider();
        using var account = AwsAccounts.OpenEmergency(PersonOf(aws), time);
        var person = new TypedCodes("123456", "654321");

        Assert.True(account.NeedsSignIn);
        await account.SignInAsync(person, default);
        await account.SignInAsync(person, default);
        await account.IdentifyAsync(default);

        Assert.False(account.NeedsSignIn);
        Assert.Equal([(Device, "arn:aws:iam::222222222222:role/restoredrill-test", null)], person.Asked);
        var assumed = Assert.Single(aws.Requests, static request => request.Action == "AssumeRole");
        Assert.Equal((Device, "123456"), (assumed["SerialNumber"], assumed["TokenCode"]));
        Assert.Equal("ASIASESSION", aws.Requests[^1].AccessKey);

        time.Advance(TimeSpan.FromMinutes(56));
        Assert.True(account.NeedsSignIn);
        await account.IdentifyAsync(default);
        await account.SignInAsync(person, default);
        Assert.Equal(2, person.Asked.Count);
        Assert.False(account.NeedsSignIn);
    }

    [Fact]
    public async Task Call_without_a_session_asks_nobody_and_sends_nothing()
    {
        await using var aws = await CannedAws.WithRoleAsync(_ => Maria);
        var time = new FakeTimeProvider();
        using var account = AwsAccounts.OpenEmergency(PersonOf(aws), time);

        await RefusedAsync(0);
        await account.SignInAsync(new TypedCodes("123456"), default);
        time.Advance(TimeSpan.FromMinutes(61));
        await RefusedAsync(2);

        async Task RefusedAsync(int sent)
        {
            var refused = await Assert.ThrowsAsync<CloudException>(() => account.ListSnapshotsAsync(default));
            Assert.Equal(CloudFault.Credentials, refused.Fault);
            Assert.Contains("Sign in again", refused.Message, StringComparison.Ordinal);
            Assert.Equal(sent, aws.Requests.Count);
        }
    }

    [Fact]
    public async Task Wrong_code_is_asked_for_again_and_the_third_answer_is_the_last()
    {
        await using var aws = await CannedAws.StartAsync(request => request switch
        {
            { Action: "AssumeRole" } when request["TokenCode"] == "333333" => CannedAnswer.Session("ASIASESSION"),
            { Action: "AssumeRole" } => CannedAnswer.Refusal("AccessDenied", Wrong, 403),
            _ => Maria,
        });
        using var account = AwsAccounts.OpenEmergency(PersonOf(aws));
        var person = new TypedCodes("111111", "222222", "333333");

        await account.SignInAsync(person, default);

        Assert.Equal(3, person.Asked.Count);
        Assert.Null(person.Asked[0].Refused);
        Assert.All(person.Asked.Skip(1), static asked => Assert.Contains("counts once", asked.Refused, StringComparison.Ordinal));

        using var another = AwsAccounts.OpenEmergency(PersonOf(aws));
        var mistaken = new TypedCodes("111111", "111111", "111111", "333333");
        var refused = await Assert.ThrowsAsync<RefusedException>(() => another.SignInAsync(mistaken, default));
        Assert.Equal(3, mistaken.Asked.Count);
        Assert.Contains("the device's clock", refused.Next, StringComparison.Ordinal);
        Assert.DoesNotContain("111111", refused.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Code_is_never_sent_twice_though_its_answer_was_lost(bool cut)
    {
        await using var aws = await CannedAws.StartAsync(request => request switch
        {
            { Action: "AssumeRole" } when request["TokenCode"] == "222222" => CannedAnswer.Session("ASIASESSION"),
            { Action: "AssumeRole" } => cut ? CannedAnswer.Refusal("ServiceUnavailable", "later", 503) with { Cut = true } : CannedAnswer.Refusal("ServiceUnavailable", "later", 503),
            _ => Maria,
        });
        using var account = AwsAccounts.OpenEmergency(PersonOf(aws));
        var person = new TypedCodes("111111", "222222");

        await account.SignInAsync(person, default);

        Assert.Contains("may have used it up", person.Asked[1].Refused, StringComparison.Ordinal);
        Assert.Equal(["111111", "222222"], aws.Requests.Where(static request => request.Action == "AssumeRole").Select(static request => request["TokenCode"]));
    }

    [Fact]
    public async Task Person_may_take_longer_than_any_call()
    {
        await using var aws = await CannedAws.WithRoleAsync(_ => Maria);
        var time = new FakeTimeProvider();
        using var account = AwsAccounts.OpenEmergency(PersonOf(aws), time);

        await account.SignInAsync(new TypedCodes("123456") { Meanwhile = () => time.Advance(TimeSpan.FromMinutes(20)) }, default);

        Assert.False(account.NeedsSignIn);
    }

    [Fact]
    public async Task Other_refusal_is_told_at_once()
    {
        await using var aws = await CannedAws.StartAsync(static request => request.Action == "AssumeRole"
            ? CannedAnswer.Refusal("AccessDenied", "User is not authorized to perform: sts:AssumeRole", 403)
            : Maria);
        using var account = AwsAccounts.OpenEmergency(PersonOf(aws));
        var person = new TypedCodes("111111");

        await Assert.ThrowsAsync<CloudException>(() => account.SignInAsync(person, default));

        Assert.Single(person.Asked);
    }

    [Fact]
    public async Task Credentials_that_are_worth_nothing_are_told_before_a_code_is_asked_for()
    {
        await using var aws = await CannedAws.StartAsync(static _ => CannedAnswer.Refusal("InvalidClientTokenId", "The security token included in the request is invalid.", 403));
        using var account = AwsAccounts.OpenEmergency(PersonOf(aws));
        var person = new TypedCodes();

        var refused = await Assert.ThrowsAsync<CloudException>(() => account.SignInAsync(person, default));

        Assert.Equal(CloudFault.Credentials, refused.Fault);
        Assert.Empty(person.Asked);
    }

    [Fact]
    public async Task Session_of_a_role_has_no_device_unless_one_is_named()
    {
        await using var aws = await CannedAws.WithRoleAsync(static _ => CallerIs("arn:aws:sts::222222222222:assumed-role/service/i-1"));
        using var account = AwsAccounts.OpenEmergency(PersonOf(aws));

        var refused = await Assert.ThrowsAsync<RefusedException>(() => account.SignInAsync(new TypedCodes(), default));
        Assert.Contains("RestoreDrill:Restore:MfaDevice", refused.Problems.Single(), StringComparison.Ordinal);

        using var named = AwsAccounts.OpenEmergency(PersonOf(aws) with { MfaDevice = "GAHT12345678" });
        var person = new TypedCodes("123456");
        await named.SignInAsync(person, default);
        Assert.Equal("GAHT12345678", person.Asked.Single().Device);
    }

    private static CannedAnswer CallerIs(string arn) => CannedAnswer.Sts("GetCallerIdentity", $"<Arn>{arn}</Arn><UserId>AIDA</UserId><Account>222222222222</Account>");

    private static AccountAccess PersonOf(CannedAws aws) => aws.Access with { NeedsSecondFactor = true, ExternalId = null };
}
