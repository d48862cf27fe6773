using Amazon.IdentityManagement;
using Amazon.IdentityManagement.Model;
using Amazon.RDS;
using Amazon.Runtime;
using Amazon.SecurityToken;
using Amazon.SecurityToken.Model;
using RestoreDrill.Sandbox.Accounts;

namespace RestoreDrill.Sandbox.Tests.Iam;

/// <summary>A sandbox without instances, for the tests of IAM and of AssumeRole.</summary>
public sealed class IamSandbox : IAsyncLifetime
{
    public const string Installation = "acme";
    private readonly List<IDisposable> clients = [];

    public SandboxHost Host { get; private set; } = null!;

    public AmazonIdentityManagementServiceClient Source { get; private set; } = null!;

    public AmazonIdentityManagementServiceClient Vault { get; private set; } = null!;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        Host = await SandboxHost.StartAsync(new SandboxOptions { Installations = [Installation] }, Ct);
        Source = Iam(KeysOf(Account.Source));
        Vault = Iam(KeysOf(Account.Vault));
    }

    public async ValueTask DisposeAsync()
    {
        clients.ForEach(client => client.Dispose());
        await Host.DisposeAsync();
    }

    public static string NewName(string prefix) => $"{prefix}-{Guid.NewGuid():n}"[..(prefix.Length + 9)];

    public static string RoleArn(Account account, string name) => $"arn:aws:iam::{account.Id}:role/{name}";

    /// <summary>A trust policy for one principal: an ARN or an account's id.</summary>
    public static string Trust(string principal, string condition = "{}") =>
        $$"""{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"AWS":"{{principal}}"},"Action":"sts:AssumeRole","Condition":{{condition}}}]}""";

    public static string Allowing(string action, string resource = "*", string condition = "{}") =>
        $$"""{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"{{action}}","Resource":"{{resource}}","Condition":{{condition}}}]}""";

    public AWSCredentials KeysOf(Account account)
    {
        var keys = Host.KeysOf(account);
        return new BasicAWSCredentials(keys.AccessKeyId, keys.SecretAccessKey);
    }

    public AmazonIdentityManagementServiceClient Iam(AWSCredentials credentials) => Kept(Client(Host.BaseAddress, credentials));

    public static AmazonIdentityManagementServiceClient Client(Uri address, AWSCredentials credentials, HttpClientFactory? wire = null) =>
        new(credentials, new AmazonIdentityManagementServiceConfig
        {
            ServiceURL = address.AbsoluteUri, AuthenticationRegion = "us-east-1", MaxErrorRetry = 0, MaxStaleConnectionRetries = 0, HttpClientFactory = wire,
        });

    public AmazonSecurityTokenServiceClient Sts(AWSCredentials credentials) =>
        Kept(new AmazonSecurityTokenServiceClient(credentials, new AmazonSecurityTokenServiceConfig
        {
            ServiceURL = Host.BaseAddress.AbsoluteUri, AuthenticationRegion = RunningSandbox.Region, MaxErrorRetry = 0,
        }));

    public AmazonRDSClient Rds(AWSCredentials credentials) => Kept(new AmazonRDSClient(credentials, new AmazonRDSConfig
    {
        ServiceURL = Host.BaseAddress.AbsoluteUri, AuthenticationRegion = RunningSandbox.Region, MaxErrorRetry = 0, MaxStaleConnectionRetries = 0,
    }));

    /// <summary>A new role of the vault account, which its administrator may assume and which may do that; its name.</summary>
    public async Task<string> CreateRoleAsync(string prefix, string? policy = null, string? trust = null, string path = "/")
    {
        var name = NewName(prefix);
        await Vault.CreateRoleAsync(
            new CreateRoleRequest { RoleName = name, Path = path, AssumeRolePolicyDocument = trust ?? Trust("arn:aws:iam::222222222222:user/administrator") }, Ct);
        if (policy is not null)
        {
            await Vault.PutRolePolicyAsync(new PutRolePolicyRequest { RoleName = name, PolicyName = "own", PolicyDocument = policy }, Ct);
        }

        return name;
    }

    public async Task<AWSCredentials> AssumeAsync(string roleArn, AWSCredentials? caller = null, int? seconds = null) =>
        (await Sts(caller ?? KeysOf(Account.Vault)).AssumeRoleAsync(
            new AssumeRoleRequest { RoleArn = roleArn, RoleSessionName = "a-test", DurationSeconds = seconds }, Ct)).Credentials;

    public async Task<AmazonIdentityManagementServiceClient> InRoleAsync(string role) => Iam(await AssumeAsync(RoleArn(Account.Vault, role)));

    private T Kept<T>(T client)
        where T : IDisposable
    {
        clients.Add(client);
        return client;
    }
}
