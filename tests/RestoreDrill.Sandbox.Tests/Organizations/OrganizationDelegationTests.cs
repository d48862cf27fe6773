using Amazon.Organizations.Model;
using RestoreDrill.Sandbox.Tests.Backup;
using Account = RestoreDrill.Sandbox.Accounts.Account;

namespace RestoreDrill.Sandbox.Tests.Organizations;

public sealed class OrganizationDelegationTests : OrganizationTest
{
    private const string Refused = "You don't have permissions to access this resource.";
    private const string Vault = "arn:aws:iam::222222222222:root";

    [Fact]
    public async Task Member_reads_nothing_but_the_organisation_itself_without_delegation()
    {
        await Client(Account.Source).DescribeOrganizationAsync(new DescribeOrganizationRequest(), Ct);
        await Refusals.RefusedAsync<AccessDeniedException>(() => ListAsync(Account.Source, Root), Refused);
        await Refusals.RefusedAsync<AccessDeniedException>(() => Client(Account.Vault).ListRootsAsync(new ListRootsRequest(), Ct), Refused);
        await Refusals.RefusedAsync<AccessDeniedException>(
            () => Client(Account.Vault).EnablePolicyTypeAsync(new EnablePolicyTypeRequest { RootId = Root, PolicyType = Policies }, Ct), Refused);
    }

    [Fact]
    public async Task Member_reads_what_is_delegated_to_it_and_nothing_else()
    {
        await EnableAsync();
        await PutAsync(Statement("Allow", Vault, "organizations:ListPoliciesForTarget"));
        Assert.Equal([FullAccess], await ListAsync(Account.Vault, Root));
        await Refusals.RefusedAsync<AccessDeniedException>(() => ListAsync(Account.Source, Root), Refused);
        await Refusals.RefusedAsync<AccessDeniedException>(() => Client(Account.Vault).ListRootsAsync(new ListRootsRequest(), Ct), Refused);
        await Refusals.RefusedAsync<AccessDeniedException>(
            () => Client(Account.Vault).DescribePolicyAsync(new DescribePolicyRequest { PolicyId = FullAccess }, Ct), Refused);
    }

    [Fact]
    public async Task Delegation_reaches_as_far_as_its_resource_and_its_denials_let_it()
    {
        await EnableAsync();
        var described = (await Management.ListRootsAsync(new ListRootsRequest(), Ct)).Roots[0];
        await PutAsync(
            Statement("Allow", Vault, "organizations:ListPoliciesForTarget"),
            Statement("Deny", Vault, "organizations:ListPoliciesForTarget", described.Arn));
        await Refusals.RefusedAsync<AccessDeniedException>(() => ListAsync(Account.Vault, Root), Refused);
        Assert.Equal([FullAccess], await ListAsync(Account.Vault, Account.Vault.Id));
    }

    [Fact]
    public async Task Delegation_is_to_nobody_whose_own_policies_do_not_allow()
    {
        await PutAsync(Statement("Allow", Vault, "organizations:ListRoots"));
        var role = Client(await AssumeAsync("restoredrill-vault", Account.Vault));
        await Refusals.RefusedAsync<AccessDeniedException>(
            () => role.ListRootsAsync(new ListRootsRequest(), Ct), "because no identity-based policy allows the organizations:ListRoots action");
    }

    [Fact]
    public async Task Delegated_member_changes_policies()
    {
        await EnableAsync();
        await PutAsync(Statement("Allow", Vault, "organizations:DetachPolicy"), Statement("Allow", Vault, "organizations:AttachPolicy"));
        var guard = (await CreatePolicyAsync("guard", Policy("Deny", "rds:*"))).Id;
        await Client(Account.Vault).AttachPolicyAsync(new AttachPolicyRequest { PolicyId = guard, TargetId = Account.Source.Id }, Ct);
        Assert.Equal([FullAccess, guard], await OnAsync(Account.Source.Id));
        await Client(Account.Vault).DetachPolicyAsync(new DetachPolicyRequest { PolicyId = guard, TargetId = Account.Source.Id }, Ct);
        Assert.Equal([FullAccess], await OnAsync(Account.Source.Id));
    }

    [Fact]
    public async Task Resource_policy_is_put_described_and_replaced_under_its_id()
    {
        await Refusals.RefusedAsync<ResourcePolicyNotFoundException>(DescribeAsync, "can't find a resource policy");
        var first = await PutAsync(Statement("Allow", Vault, "organizations:ListRoots"));
        Assert.Matches("^rp-[a-z0-9]{8}$", first.ResourcePolicySummary.Id);
        var second = await PutAsync(Statement("Allow", Vault, "organizations:ListAccounts"));
        Assert.Equal(first.ResourcePolicySummary.Arn, second.ResourcePolicySummary.Arn);
        Assert.Equal(second.Content, (await DescribeAsync()).Content);
        Assert.Contains("ListAccounts", second.Content, StringComparison.Ordinal);
        await Refusals.RefusedAsync<AccessDeniedException>(
            () => Client(Account.Vault).PutResourcePolicyAsync(new PutResourcePolicyRequest { Content = second.Content }, Ct), Refused);
    }

    [Theory]
    [InlineData("organizations:MoveAccount", "UNSUPPORTED_ACTION_IN_RESOURCE_POLICY")]
    [InlineData("organizations:*", "UNSUPPORTED_ACTION_IN_RESOURCE_POLICY")]
    [InlineData("rds:DescribeDBInstances", "UNSUPPORTED_ACTION_IN_RESOURCE_POLICY")]
    [InlineData("ListRoots", "INVALID_RESOURCE_POLICY_JSON")]
    public async Task Resource_policy_that_gives_what_cannot_be_delegated_is_refused(string action, string reason)
    {
        var refusal = await Refusals.RefusedAsync<InvalidInputException>(() => PutAsync(Statement("Allow", Vault, action)), "policy");
        Assert.Equal(reason, refusal.Reason.Value);
        await Refusals.RefusedAsync<ResourcePolicyNotFoundException>(DescribeAsync, "can't find a resource policy");
    }

    [Fact]
    public async Task Resource_policy_has_at_most_forty_thousand_characters()
    {
        var refusal = await Refusals.RefusedAsync<ConstraintViolationException>(
            () => Management.PutResourcePolicyAsync(new PutResourcePolicyRequest { Content = new string(' ', 40_001) }, Ct), "maximum policy size");
        Assert.Equal("POLICY_CONTENT_LIMIT_EXCEEDED", refusal.Reason.Value);
    }

    private async Task<IEnumerable<string>> ListAsync(Account account, string target) => (await Client(account).ListPoliciesForTargetAsync(
        new ListPoliciesForTargetRequest { TargetId = target, Filter = Policies }, Ct)).Policies.Select(policy => policy.Id);

    private async Task<ResourcePolicy> PutAsync(params string[] statements) => (await Management.PutResourcePolicyAsync(
        new PutResourcePolicyRequest { Content = $$"""{"Version":"2012-10-17","Statement":[{{string.Join(',', statements)}}]}""" }, Ct)).ResourcePolicy;

    private async Task<ResourcePolicy> DescribeAsync() =>
        (await Management.DescribeResourcePolicyAsync(new DescribeResourcePolicyRequest(), Ct)).ResourcePolicy;

    private static string Statement(string effect, string principal, string action, string resource = "*") =>
        $$"""{"Effect":"{{effect}}","Principal":{"AWS":"{{principal}}"},"Action":"{{action}}","Resource":"{{resource}}"}""";
}
