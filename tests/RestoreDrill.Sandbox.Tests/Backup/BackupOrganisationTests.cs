using Amazon.Backup.Model;
using Amazon.Organizations;
using Amazon.Organizations.Model;
using Account = RestoreDrill.Sandbox.Accounts.Account;

namespace RestoreDrill.Sandbox.Tests.Backup;

/// <summary>What copies between accounts owe to the organisation, in a sandbox of their own: an account that has left does not come back.</summary>
public sealed class BackupOrganisationTests : IAsyncLifetime
{
    private readonly RunningSandbox sandbox = new();
    private readonly List<IDisposable> clients = [];

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync() => sandbox.InitializeAsync();

    public async ValueTask DisposeAsync()
    {
        clients.ForEach(client => client.Dispose());
        await sandbox.DisposeAsync();
    }

    [Fact]
    public async Task Copy_is_between_members_only_and_in_a_role_that_the_organisations_policies_bind()
    {
        var backups = new Backups(sandbox);
        var source = await backups.CreateVaultAsync(backups.Source, "source");
        var point = (await backups.BackUpAsync(source, 30)).RecoveryPointArn;
        var destination = await backups.CreateDestinationAsync("destination");
        var request = Backups.CopyJob(source, point, destination, 30);
        var management = Client(Account.Management);
        var root = (await management.ListRootsAsync(new ListRootsRequest(), Ct)).Roots[0].Id;
        await management.EnablePolicyTypeAsync(new EnablePolicyTypeRequest { RootId = root, PolicyType = "SERVICE_CONTROL_POLICY" }, Ct);
        var guard = (await management.CreatePolicyAsync(new CreatePolicyRequest
        {
            Name = "no copies",
            Description = "",
            Type = "SERVICE_CONTROL_POLICY",
            Content = """{"Version":"2012-10-17","Statement":{"Effect":"Deny","Action":"backup:CopyIntoBackupVault","Resource":"*"}}""",
        }, Ct)).Policy.PolicySummary.Id;
        await management.AttachPolicyAsync(new AttachPolicyRequest { PolicyId = guard, TargetId = Account.Source.Id }, Ct);
        await FailsAsync(backups, request, "Access Denied trying to call AWS Backup service");

        await management.DetachPolicyAsync(new DetachPolicyRequest { PolicyId = guard, TargetId = Account.Source.Id }, Ct);
        await LetOrganisationInAsync(backups, destination, "o-0000000000");
        await FailsAsync(backups, request, "Access Denied trying to call AWS Backup service");
        await LetOrganisationInAsync(
            backups, destination, (await management.DescribeOrganizationAsync(new DescribeOrganizationRequest(), Ct)).Organization.Id);
        Assert.Equal("COMPLETED", (await backups.CopyAsync(request)).State.Value);

        await Client(Account.Source).LeaveOrganizationAsync(new LeaveOrganizationRequest(), Ct);
        await FailsAsync(backups, request, "Copy job failed. Both source and destination account must be a member of the same organization.");
        await Refusals.RefusedAsync<InvalidRequestException>(
            () => backups.Source.DescribeGlobalSettingsAsync(new DescribeGlobalSettingsRequest(), Ct), "not a member of an organization");
        Assert.Equal("true", (await backups.Vault.DescribeGlobalSettingsAsync(new DescribeGlobalSettingsRequest(), Ct)).GlobalSettings["isCrossAccountBackupEnabled"]);
    }

    private static Task<PutBackupVaultAccessPolicyResponse> LetOrganisationInAsync(Backups backups, string vault, string organization) => backups.Vault.PutBackupVaultAccessPolicyAsync(
        new PutBackupVaultAccessPolicyRequest
        {
            BackupVaultName = vault,
            Policy = $$$"""
                {"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":"*","Action":"backup:CopyIntoBackupVault","Resource":"*",
                  "Condition":{"StringEquals":{"aws:PrincipalOrgID":"{{{organization}}}" } } }]}
                """,
        },
        Ct);

    private static async Task FailsAsync(Backups backups, StartCopyJobRequest request, string message)
    {
        var job = await backups.CopyAsync(request);
        Assert.Equal(("FAILED", message), (job.State.Value, job.StatusMessage));
    }

    private AmazonOrganizationsClient Client(Account account)
    {
        var client = new AmazonOrganizationsClient(
            sandbox.KeysOf(account), new AmazonOrganizationsConfig { ServiceURL = sandbox.Host.BaseAddress.AbsoluteUri, MaxErrorRetry = 0 });
        clients.Add(client);
        return client;
    }
}
