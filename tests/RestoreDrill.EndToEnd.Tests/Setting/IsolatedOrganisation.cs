using Amazon.Organizations;
using Amazon.Organizations.Model;

namespace RestoreDrill.EndToEnd.Tests.Setting;

/// <summary>A sandbox's organisation as docs/isolation.md has it: the vault account alone in a unit, under the shipped service control policy, with a look at what binds it.</summary>
public sealed class IsolatedOrganisation : IDisposable
{
    private const string Vault = "222222222222";

    private readonly AmazonOrganizationsClient _management;

    private IsolatedOrganisation(SandboxAccess sandbox) => _management = new AmazonOrganizationsClient(
        sandbox.CredentialsOf("management"), new AmazonOrganizationsConfig { ServiceURL = sandbox.Address.ToString(), AuthenticationRegion = "us-east-1" });

    private string Unit { get; set; } = "";

    private string Policy { get; set; } = "";

    public static async Task<IsolatedOrganisation> SetUpAsync(SandboxAccess sandbox)
    {
        var made = new IsolatedOrganisation(sandbox);
        var root = (await made._management.ListRootsAsync(new ListRootsRequest())).Roots.Single().Id;
        await made._management.EnablePolicyTypeAsync(new EnablePolicyTypeRequest { RootId = root, PolicyType = PolicyType.SERVICE_CONTROL_POLICY });
        var unit = await made._management.CreateOrganizationalUnitAsync(new CreateOrganizationalUnitRequest { ParentId = root, Name = "Vault" });
        made.Unit = unit.OrganizationalUnit.Id;
        await made._management.MoveAccountAsync(new MoveAccountRequest { AccountId = Vault, SourceParentId = root, DestinationParentId = made.Unit });
        await made._management.PutResourcePolicyAsync(
            new PutResourcePolicyRequest { Content = Shipped("organization").Replace("{vault-account}", Vault, StringComparison.Ordinal) });
        var policy = await made._management.CreatePolicyAsync(
            new CreatePolicyRequest { Name = "restoredrill-vault", Description = "", Type = PolicyType.SERVICE_CONTROL_POLICY, Content = Shipped("vault-account.scp") });
        made.Policy = policy.Policy.PolicySummary.Id;
        await made._management.AttachPolicyAsync(new AttachPolicyRequest { PolicyId = made.Policy, TargetId = made.Unit });
        return made;
    }

    /// <summary>Takes the service control policy off the vault account's unit.</summary>
    public Task DetachAsync() => _management.DetachPolicyAsync(new DetachPolicyRequest { PolicyId = Policy, TargetId = Unit });

    public void Dispose() => _management.Dispose();

    private static string Shipped(string name) => File.ReadAllText(Path.Combine(Programs.Root, "docs", "iam", name + ".json"));
}
