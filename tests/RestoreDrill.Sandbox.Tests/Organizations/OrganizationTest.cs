using Amazon.Backup;
using Amazon.Organizations;
using Amazon.Organizations.Model;
using Amazon.RDS;
using Amazon.Runtime;
using Amazon.SecurityToken;
using Amazon.SecurityToken.Model;
using RestoreDrill.Sandbox.Clusters;
using Account = RestoreDrill.Sandbox.Accounts.Account;
using Tag = Amazon.Organizations.Model.Tag;

namespace RestoreDrill.Sandbox.Tests.Organizations;

/// <summary>A test with a sandbox of its own: what an account leaves or closes cannot be undone.</summary>
public abstract class OrganizationTest : IAsyncLifetime
{
    public const string Policies = "SERVICE_CONTROL_POLICY";
    public const string FullAccess = "p-FullAWSAccess";
    private readonly string state = Path.Combine(Path.GetTempPath(), "restoredrill-organization-" + Guid.NewGuid().ToString("n"));
    private readonly List<IDisposable> clients = [];

    protected static CancellationToken Ct => TestContext.Current.CancellationToken;

    protected SandboxHost Host { get; private set; } = null!;

    protected AmazonOrganizationsClient Management => Client(Account.Management);

    protected string Root { get; private set; } = "";

    public async ValueTask InitializeAsync()
    {
        await StartAsync();
        Root = (await Management.ListRootsAsync(new ListRootsRequest(), Ct)).Roots[0].Id;
    }

    public async ValueTask DisposeAsync()
    {
        clients.ForEach(client => client.Dispose());
        await Host.DisposeAsync();
        await PostgresCluster.RemoveAsync(state, CancellationToken.None);
        GC.SuppressFinalize(this);
    }

    protected async Task RestartAsync()
    {
        await Host.DisposeAsync();
        await StartAsync();
    }

    protected AmazonOrganizationsClient Client(Account account) => Client(KeysOf(account));

    protected AmazonOrganizationsClient Client(AWSCredentials credentials) =>
        Kept(new AmazonOrganizationsClient(credentials, new AmazonOrganizationsConfig { ServiceURL = Host.BaseAddress.AbsoluteUri, MaxErrorRetry = 0 }));

    protected AmazonRDSClient Rds(AWSCredentials credentials) => Kept(new AmazonRDSClient(
        credentials, new AmazonRDSConfig { ServiceURL = Host.BaseAddress.AbsoluteUri, AuthenticationRegion = RunningSandbox.Region, MaxErrorRetry = 0 }));

    protected AmazonRDSClient Rds(Account account) => Rds(KeysOf(account));

    protected AmazonBackupClient Backup(Account account) => Kept(new AmazonBackupClient(
        KeysOf(account), new AmazonBackupConfig { ServiceURL = Host.BaseAddress.AbsoluteUri, AuthenticationRegion = RunningSandbox.Region, MaxErrorRetry = 0 }));

    protected AmazonSecurityTokenServiceClient Sts(Account account) => Kept(new AmazonSecurityTokenServiceClient(
        KeysOf(account),
        new AmazonSecurityTokenServiceConfig { ServiceURL = Host.BaseAddress.AbsoluteUri, AuthenticationRegion = RunningSandbox.Region, MaxErrorRetry = 0 }));

    protected async Task<AWSCredentials> AssumeAsync(string role, Account account, string? externalId = null) => (await Sts(Account.Vault).AssumeRoleAsync(
        new AssumeRoleRequest { RoleArn = $"arn:aws:iam::{account.Id}:role/{role}", RoleSessionName = "a-test", ExternalId = externalId }, Ct)).Credentials;

    protected Task EnableAsync() => Management.EnablePolicyTypeAsync(new EnablePolicyTypeRequest { RootId = Root, PolicyType = Policies }, Ct);

    protected async Task<string> CreateUnitAsync(string name, string? parent = null, params List<Tag> tags) => (await Management.CreateOrganizationalUnitAsync(
        new CreateOrganizationalUnitRequest { ParentId = parent ?? Root, Name = name, Tags = tags }, Ct)).OrganizationalUnit.Id;

    protected Task MoveAsync(Account account, string from, string to) => Management.MoveAccountAsync(
        new MoveAccountRequest { AccountId = account.Id, SourceParentId = from, DestinationParentId = to }, Ct);

    protected async Task<PolicySummary> CreatePolicyAsync(string name, string content) => (await Management.CreatePolicyAsync(
        new CreatePolicyRequest { Name = name, Description = "", Type = Policies, Content = content }, Ct)).Policy.PolicySummary;

    protected Task AttachAsync(string policy, string target) => Management.AttachPolicyAsync(new AttachPolicyRequest { PolicyId = policy, TargetId = target }, Ct);

    protected Task DetachAsync(string policy, string target) => Management.DetachPolicyAsync(new DetachPolicyRequest { PolicyId = policy, TargetId = target }, Ct);

    /// <summary>The ids of the policies that hang on a target itself, that of AWS first.</summary>
    protected async Task<IEnumerable<string>> OnAsync(string target) => ((await Management.ListPoliciesForTargetAsync(
        new ListPoliciesForTargetRequest { TargetId = target, Filter = Policies }, Ct)).Policies ?? []).Select(policy => policy.Id).OrderBy(id => id != FullAccess);

    /// <summary>A policy that allows or denies actions everywhere.</summary>
    protected static string Policy(string effect, string action, string? condition = null) =>
        $$"""{"Version":"2012-10-17","Statement":[{"Sid":"Guard","Effect":"{{effect}}","Action":"{{action}}","Resource":"*"{{(condition is null ? "" : $",\"Condition\":{condition}")}}}]}""";

    private BasicAWSCredentials KeysOf(Account account)
    {
        var keys = Host.KeysOf(account);
        return new BasicAWSCredentials(keys.AccessKeyId, keys.SecretAccessKey);
    }

    private async Task StartAsync() => Host = await SandboxHost.StartAsync(new SandboxOptions { StateDirectory = state }, Ct);

    private T Kept<T>(T client)
        where T : IDisposable
    {
        clients.Add(client);
        return client;
    }
}
