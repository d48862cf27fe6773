using Amazon.RDS;
using Amazon.Runtime;
using Amazon.SecurityToken;
using Amazon.SecurityToken.Model;
using RestoreDrill.Sandbox.Accounts;

namespace RestoreDrill.Sandbox.Tests.Iam;

/// <summary>Ways into a sandbox that a test has started itself.</summary>
internal static class SandboxAccess
{
    public static AWSCredentials CredentialsOf(this SandboxHost sandbox, Account account)
    {
        var keys = sandbox.KeysOf(account);
        return new BasicAWSCredentials(keys.AccessKeyId, keys.SecretAccessKey);
    }

    /// <summary>A session of a role of the vault account.</summary>
    public static async Task<AWSCredentials> AssumeAsync(this SandboxHost sandbox, string role, CancellationToken ct)
    {
        using var sts = new AmazonSecurityTokenServiceClient(sandbox.CredentialsOf(Account.Vault), new AmazonSecurityTokenServiceConfig
        {
            ServiceURL = sandbox.BaseAddress.AbsoluteUri, AuthenticationRegion = RunningSandbox.Region,
        });
        return (await sts.AssumeRoleAsync(new AssumeRoleRequest { RoleArn = IamSandbox.RoleArn(Account.Vault, role), RoleSessionName = "a-test" }, ct)).Credentials;
    }

    public static AmazonRDSClient Rds(this SandboxHost sandbox, AWSCredentials credentials) => new(credentials, new AmazonRDSConfig
    {
        ServiceURL = sandbox.BaseAddress.AbsoluteUri, AuthenticationRegion = RunningSandbox.Region, MaxErrorRetry = 0,
    });
}
