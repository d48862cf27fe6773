using Amazon.IdentityManagement.Model;
using Amazon.KeyManagementService.Model;
using Amazon.Organizations;
using Amazon.Organizations.Model;
using RestoreDrill.Isolation.Tests.Setting;

namespace RestoreDrill.Isolation.Tests;

/// <summary>The role that people take on for an emergency restore.</summary>
public sealed class RestoreRoleTests : IAsyncLifetime
{
    private const string Role = "restoredrill-restore";

    private NewAccounts _accounts = null!;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private IsolationOptions Without => _accounts.Options with { Restore = null };

    public async ValueTask InitializeAsync() => _accounts = await NewAccounts.BeginAsync(Ct);

    public ValueTask DisposeAsync() => _accounts.DisposeAsync();

    [Fact]
    public async Task It_is_made_for_users_with_a_second_factor_and_may_restore_into_what_is_configured()
    {
        Assert.Equal(ApplyEnd.Done, (await _accounts.ApplyAsync(new Person(), Ct)).End);

        var item = Find(await _accounts.LookAsync(Ct))!;
        Assert.Equal(
            ("vault", $"Role {Role} can be taken on by users of the vault account with a second factor alone, and may do what docs/iam/{Role}.json says and no more"), (item.Account, item.Says));
        var trust = Uri.UnescapeDataString((await _accounts.VaultRoles.GetRoleAsync(new GetRoleRequest { RoleName = Role }, Ct)).Role.AssumeRolePolicyDocument);
        Assert.Contains("\"Bool\":{\"aws:MultiFactorAuthPresent\":\"true\"}", trust, StringComparison.Ordinal);
        Assert.DoesNotContain("user/", trust, StringComparison.Ordinal);
        var policy = Uri.UnescapeDataString(
            (await _accounts.VaultRoles.GetRolePolicyAsync(new GetRolePolicyRequest { RoleName = Role, PolicyName = $"{Role}-demo" }, Ct)).PolicyDocument);
        Assert.Contains(":subgrp:restored\"", policy, StringComparison.Ordinal);
        Assert.Contains(":pg:courses-*\"", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("Delete", policy, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_no_emergency_restore_is_configured_there_is_none()
    {
        Assert.Equal(ApplyEnd.Done, (await _accounts.ApplyAsync(new Person(), Ct, Without)).End);

        Assert.Null(Find(await _accounts.LookAsync(Ct, Without)));
        await Assert.ThrowsAsync<NoSuchEntityException>(() => _accounts.VaultRoles.GetRoleAsync(new GetRoleRequest { RoleName = Role }, Ct));
    }

    [Fact]
    public async Task One_that_is_configured_later_needs_the_person_who_detaches_the_service_control_policy()
    {
        await _accounts.ApplyAsync(new Person(), Ct, Without);

        var (end, plan) = await _accounts.ApplyAsync(new Person(), Ct);

        Assert.Equal((ApplyEnd.NeedsPerson, ItemState.NeedsPerson), (end, Find(plan)!.Look.State));
        Assert.Contains(Find(plan)!.Look.Changes, static change => change.Contains("service control policy restoredrill-vault", StringComparison.Ordinal) && change.Contains("iam:PutRolePolicy", StringComparison.Ordinal));
        await DetachAsync();
        Assert.Equal(ApplyEnd.Done, (await _accounts.ApplyAsync(new Person(), Ct)).End);
    }

    [Theory]
    [InlineData("")]
    [InlineData(""","Condition":{"BoolIfExists":{"aws:MultiFactorAuthPresent":"true"}}""")]
    public async Task Trust_that_asks_for_no_second_factor_is_put_right(string condition)
    {
        await _accounts.ApplyAsync(new Person { ConfirmsLock = false }, Ct);
        await _accounts.VaultRoles.UpdateAssumeRolePolicyAsync(
            new UpdateAssumeRolePolicyRequest
            {
                RoleName = Role,
                PolicyDocument = $$$"""{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"AWS":"arn:aws:iam::222222222222:root"},"Action":"sts:AssumeRole"{{{condition}}}}]}""",
            },
            Ct);

        var look = Find(await _accounts.LookAsync(Ct))!.Look;

        Assert.Equal(ItemState.ToDo, look.State);
        Assert.Contains("adds statement PeopleOfTheVaultAccountWithASecondFactor", Assert.Single(look.Changes), StringComparison.Ordinal);
        await _accounts.ApplyAsync(new Person { ConfirmsLock = false }, Ct);
        Assert.Equal(ItemState.Done, Find(await _accounts.LookAsync(Ct))!.Look.State);
    }

    [Fact]
    public async Task It_is_no_stranger_to_the_key_that_RDS_gives_it_for_a_restore()
    {
        await _accounts.ApplyAsync(new Person { ConfirmsLock = false }, Ct);
        var key = (await _accounts.VaultKeys.DescribeKeyAsync(new DescribeKeyRequest { KeyId = _accounts.Options.VaultKey }, Ct)).KeyMetadata.KeyId;
        await _accounts.VaultKeys.CreateGrantAsync(new CreateGrantRequest { KeyId = key, GranteePrincipal = _accounts.Options.Restore!.RoleArn, Operations = ["Decrypt"] }, Ct);

        Assert.Equal(ItemState.Done, Find(await _accounts.LookAsync(Ct), "vault-key")!.Look.State);
        Assert.Equal(ItemState.NeedsPerson, Find(await _accounts.LookAsync(Ct, Without), "vault-key")!.Look.State);
    }

    private static IsolationItem? Find(IsolationPlan plan, string id = "role-restore") => plan.Items.SingleOrDefault(item => item.Id == id);

    private async Task DetachAsync()
    {
        var unit = (await _accounts.Organisation.ListParentsAsync(new ListParentsRequest { ChildId = _accounts.Options.VaultAccount }, Ct)).Parents[0].Id;
        var policies = await _accounts.Organisation.ListPoliciesForTargetAsync(new ListPoliciesForTargetRequest { TargetId = unit, Filter = PolicyType.SERVICE_CONTROL_POLICY }, Ct);
        await _accounts.Organisation.DetachPolicyAsync(new DetachPolicyRequest { PolicyId = policies.Policies.Single(static one => one.Name == "restoredrill-vault").Id, TargetId = unit }, Ct);
    }
}
