using Amazon.Organizations;
using Amazon.Organizations.Model;

namespace RestoreDrill.EndToEnd.Tests.Setting;

/// <summary>A sandbox's organisation as <c>restoredrill isolation apply</c> makes it, and a management account's administrator who can undo it.</summary>
public sealed class IsolatedOrganisation : IDisposable
{
    private const string Vault = "222222222222";

    private readonly AmazonOrganizationsClient _management;

    /// <summary>One that was isolated before.</summary>
    public IsolatedOrganisation(SandboxAccess sandbox) => _management = new AmazonOrganizationsClient(
        sandbox.CredentialsOf("management"), new AmazonOrganizationsConfig { ServiceURL = sandbox.Address.ToString(), AuthenticationRegion = "us-east-1" });

    public static async Task<IsolatedOrganisation> SetUpAsync(Workbench workbench)
    {
        (await workbench.RunTypingAsync($"{Vault}\nrestoredrill-copies\n", "isolation", "apply")).MustExit(0);
        return new IsolatedOrganisation(workbench.Sandbox);
    }

    /// <summary>Takes the service control policy off the vault account's unit.</summary>
    public async Task DetachAsync()
    {
        var unit = (await _management.ListParentsAsync(new ListParentsRequest { ChildId = Vault })).Parents.Single().Id;
        var policies = await _management.ListPoliciesForTargetAsync(new ListPoliciesForTargetRequest { TargetId = unit, Filter = PolicyType.SERVICE_CONTROL_POLICY });
        await _management.DetachPolicyAsync(new DetachPolicyRequest { PolicyId = policies.Policies.Single(static policy => policy.Name == "restoredrill-vault").Id, TargetId = unit });
    }

    public void Dispose() => _management.Dispose();
}
