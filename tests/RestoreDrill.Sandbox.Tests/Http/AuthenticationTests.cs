using Amazon.Runtime;
using Amazon.SecurityToken.Model;
using RestoreDrill.Sandbox.Accounts;

namespace RestoreDrill.Sandbox.Tests.Http;

[Collection(nameof(SharedSandbox))]
public sealed class AuthenticationTests(RunningSandbox sandbox)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Identity_of_a_key_is_its_account()
    {
        var identity = await sandbox.Sts(sandbox.KeysOf(Account.Management)).GetCallerIdentityAsync(new GetCallerIdentityRequest(), Ct);
        Assert.Equal(("333333333333", "arn:aws:iam::333333333333:user/administrator"), (identity.Account, identity.Arn));
        Assert.NotEmpty(identity.ResponseMetadata.RequestId);
    }

    [Fact]
    public async Task Call_with_a_wrong_secret_is_refused_and_not_carried_out()
    {
        var id = sandbox.Host.KeysOf(Account.Source).AccessKeyId;
        using var rds = sandbox.Rds(new BasicAWSCredentials(id, "wrong"));
        sandbox.Host.Control.ClearCalls();
        Assert.Equal("SignatureDoesNotMatch", await RunningSandbox.ErrorAsync(() => rds.DescribeDBInstancesAsync(Ct)));
        Assert.All(sandbox.Host.Control.Calls, call => Assert.False(call.CarriedOut));
    }

    [Fact]
    public async Task Unknown_key_is_an_invalid_token() => Assert.Equal(
        "InvalidClientTokenId",
        await RunningSandbox.ErrorAsync(() => sandbox.Rds(new BasicAWSCredentials("AKIAAAAAAAAAAAAAAAAA", "x")).DescribeDBInstancesAsync(Ct)));

    [Fact]
    public async Task Session_token_of_another_key_is_an_invalid_token()
    {
        var session = await (await sandbox.AssumeAsync("restoredrill-vault", Account.Vault)).GetCredentialsAsync();
        var keys = sandbox.Host.KeysOf(Account.Vault);
        var mixed = new SessionAWSCredentials(keys.AccessKeyId, keys.SecretAccessKey, session.Token);
        Assert.Equal("InvalidClientTokenId", await RunningSandbox.ErrorAsync(() => sandbox.Rds(mixed).DescribeDBInstancesAsync(Ct)));
    }

    [Fact]
    public async Task Unsigned_request_is_refused_and_carries_a_request_id()
    {
        using var http = new HttpClient();
        using var answer = await http.PostAsync(sandbox.Host.BaseAddress, new FormUrlEncodedContent([new("Action", "DescribeDBInstances")]), Ct);
        Assert.Equal(403, (int)answer.StatusCode);
        Assert.Contains("MissingAuthenticationToken", await answer.Content.ReadAsStringAsync(Ct));
        Assert.True(answer.Headers.Contains("x-amzn-RequestId"));
    }

    [Fact]
    public async Task Skewed_clock_is_refused_once_and_then_corrected_by_the_SDK()
    {
        await using var other = await SandboxHost.StartAsync(new SandboxOptions(), Ct);
        other.Control.SetSkew(TimeSpan.FromMinutes(20));
        var keys = other.KeysOf(Account.Vault);
        using var rds = new Amazon.RDS.AmazonRDSClient(
            new BasicAWSCredentials(keys.AccessKeyId, keys.SecretAccessKey),
            new Amazon.RDS.AmazonRDSConfig { ServiceURL = other.BaseAddress.AbsoluteUri, AuthenticationRegion = RunningSandbox.Region });
        await rds.DescribeDBInstancesAsync(Ct);
        Assert.Equal(["SignatureDoesNotMatch", "ok"], other.Control.Calls.Select(call => call.Outcome));
    }
}
