using Amazon.Organizations;
using Amazon.Organizations.Model;
using Amazon.Runtime;
using RestoreDrill.Sandbox.Organizations;
using RestoreDrill.Sandbox.Tests.Backup;
using Account = RestoreDrill.Sandbox.Accounts.Account;

namespace RestoreDrill.Sandbox.Tests.Organizations;

public sealed class OrganizationEndpointTests : OrganizationTest
{
    [Fact]
    public void Operations_are_those_that_our_client_has()
    {
        var ofClient = typeof(IAmazonOrganizations).GetMethods().Where(method => method.Name.EndsWith("Async", StringComparison.Ordinal))
            .Select(method => method.Name[..^"Async".Length]).Distinct().Order(StringComparer.Ordinal);
        Assert.Equal(ofClient, OrganizationsOperations.All.Select(operation => operation.Name).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Call_that_is_signed_for_another_region_is_refused()
    {
        var keys = Host.KeysOf(Account.Management);
        using var client = new AmazonOrganizationsClient(
            new BasicAWSCredentials(keys.AccessKeyId, keys.SecretAccessKey),
            new AmazonOrganizationsConfig { ServiceURL = Host.BaseAddress.AbsoluteUri, AuthenticationRegion = "eu-west-1", MaxErrorRetry = 0 });
        var refusal = await Refusals.RefusedAsync<AmazonOrganizationsException>(
            () => client.ListRootsAsync(new ListRootsRequest(), Ct), "Credential should be scoped to a valid region");
        Assert.Equal("InvalidSignatureException", refusal.ErrorCode);
    }

    [Fact]
    public async Task Calls_are_logged_with_what_they_were_about()
    {
        await CreateUnitAsync("vaults");
        var call = Host.Control.Calls.Last(logged => logged.Action == "CreateOrganizationalUnit");
        Assert.Equal(("organizations", "us-east-1", "ok", true), (call.Service, call.Region, call.Outcome, call.CarriedOut));
        Assert.EndsWith($"/{Root}", call.Resource, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Organisation_survives_a_restart_with_all_that_hangs_in_it()
    {
        await EnableAsync();
        var unit = await CreateUnitAsync("vaults", null, new Tag { Key = "a", Value = "1" });
        await MoveAsync(Account.Vault, Root, unit);
        var guard = await CreatePolicyAsync("guard", Policy("Deny", "rds:*"));
        await AttachAsync(guard.Id, unit);
        await Management.EnableAWSServiceAccessAsync(new EnableAWSServiceAccessRequest { ServicePrincipal = "backup.amazonaws.com" }, Ct);
        await Management.PutResourcePolicyAsync(new PutResourcePolicyRequest
        {
            Content = """{"Version":"2012-10-17","Statement":{"Effect":"Allow","Principal":{"AWS":"222222222222"},"Action":"organizations:ListRoots","Resource":"*"}}""",
        }, Ct);
        await Management.CloseAccountAsync(new CloseAccountRequest { AccountId = Account.Source.Id }, Ct);
        await RestartAsync();

        Assert.Equal(Root, (await Client(Account.Vault).ListRootsAsync(new ListRootsRequest(), Ct)).Roots[0].Id);
        Assert.Equal([FullAccess, guard.Id], await OnAsync(unit));
        Assert.Equal("a", (await Management.ListTagsForResourceAsync(new ListTagsForResourceRequest { ResourceId = unit }, Ct)).Tags[0].Key);
        Assert.Single((await Management.ListAWSServiceAccessForOrganizationAsync(new ListAWSServiceAccessForOrganizationRequest(), Ct)).EnabledServicePrincipals);
        await Refusals.RefusedAsync<Amazon.RDS.AmazonRDSException>(() => Rds(Account.Vault).DescribeDBInstancesAsync(Ct), guard.Arn);
        await Refusals.RefusedAsync<Amazon.RDS.AmazonRDSException>(() => Rds(Account.Source).DescribeDBInstancesAsync(Ct), "is closed");
    }
}
