using Amazon.IdentityManagement.Model;
using Amazon.KeyManagementService.Model;
using Amazon.Organizations;
using Amazon.Organizations.Model;
using RestoreDrill.Isolation.Tests.Setting;
using RestoreDrill.Sandbox.Control;

namespace RestoreDrill.Isolation.Tests;

/// <summary>What somebody has made, or spoilt, before <c>apply</c>.</summary>
public sealed class PartsThatArePartlyThereTests : IAsyncLifetime
{
    private NewAccounts _accounts = null!;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _accounts = await NewAccounts.BeginAsync(Ct);

    public ValueTask DisposeAsync() => _accounts.DisposeAsync();

    [Fact]
    public async Task Key_of_production_that_is_disabled_needs_a_person()
    {
        var key = (await _accounts.SourceKeys.DescribeKeyAsync(new DescribeKeyRequest { KeyId = "alias/production" }, Ct)).KeyMetadata;
        await _accounts.SourceKeys.DisableKeyAsync(new DisableKeyRequest { KeyId = key.KeyId }, Ct);

        var look = await LookAsync("source-keys");

        Assert.Equal(ItemState.NeedsPerson, look.State);
        Assert.EndsWith($", {key.Arn}, is Disabled: nothing under it can be copied", look.Found, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Policy_of_our_name_that_hangs_nowhere_is_attached_only_with_what_else_it_says_being_told()
    {
        await _accounts.Organisation.CreatePolicyAsync(
            new CreatePolicyRequest
            {
                Name = "restoredrill-vault",
                Description = "somebody's",
                Type = PolicyType.SERVICE_CONTROL_POLICY,
                Content = """{"Version":"2012-10-17","Statement":[{"Sid":"Theirs","Effect":"Deny","Action":"rds:Restore*","Resource":"*"},{"Effect":"Deny","NotAction":"rds:*","Resource":"*"}]}""",
            },
            Ct);

        var changes = (await LookAsync("service-control-policy")).Changes;

        Assert.Contains("and with it a statement that is not ours, Theirs: Deny \"rds:Restore*\"", changes);
        Assert.Contains("and with it a statement that is not ours, without a name: Deny everything but \"rds:*\"", changes);
    }

    [Fact]
    public async Task Roles_keep_productions_key_when_it_is_about_to_be_deleted_and_are_not_judged_without_it()
    {
        await _accounts.ApplyAsync(new Person(), Ct);
        var key = (await _accounts.SourceKeys.DescribeKeyAsync(new DescribeKeyRequest { KeyId = "alias/production" }, Ct)).KeyMetadata;
        await _accounts.SourceKeys.ScheduleKeyDeletionAsync(new ScheduleKeyDeletionRequest { KeyId = key.KeyId, PendingWindowInDays = 7 }, Ct);

        Assert.Equal((ItemState.NeedsPerson, ItemState.Done), ((await LookAsync("source-keys")).State, (await LookAsync("role-vault")).State));

        // Gone with production itself: what the roles may use is not narrowed to nothing.
        var without = _accounts.Options with { ReencryptionKey = null, Instances = ["destroyed"] };
        var look = Assert.Single((await _accounts.LookAsync(Ct, without)).Items, static item => item.Id == "role-vault").Look;
        Assert.Equal((ItemState.NotLookedAt, true), (look.State, look.Found.Contains("source-keys has to be right first", StringComparison.Ordinal)));

        // Whom it trusts has nothing to do with keys.
        await DetachAsync();
        await _accounts.VaultRoles.UpdateAssumeRolePolicyAsync(
            new UpdateAssumeRolePolicyRequest
            {
                RoleName = "restoredrill-vault",
                PolicyDocument = """{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"AWS":"arn:aws:iam::111111111111:root"},"Action":"sts:AssumeRole"}]}""",
            },
            Ct);
        look = Assert.Single((await _accounts.LookAsync(Ct, without)).Items, static item => item.Id == "role-vault").Look;
        Assert.Equal(ItemState.ToDo, look.State);
        Assert.Contains("replaces the trust policy", Assert.Single(look.Changes), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("AttachPolicy")]
    [InlineData("CreatePolicy")]
    [InlineData("CreateOrganizationalUnit")]
    [InlineData("EnablePolicyType")]
    [InlineData("CreateBackupVault")]
    [InlineData("CreateRole")]
    [InlineData("CreateBucket")]
    public async Task Answer_that_was_lost_after_the_change_does_not_end_apply(string action)
    {
        _accounts.Host.Control.Fail(new CallFault { Action = action, Code = "InternalFailure", Status = 500, Moment = FaultMoment.After });

        Assert.Equal(ApplyEnd.Done, (await _accounts.ApplyAsync(new Person(), Ct)).End);
    }

    private async Task DetachAsync()
    {
        var unit = (await _accounts.Organisation.ListParentsAsync(new ListParentsRequest { ChildId = _accounts.Options.VaultAccount }, Ct)).Parents[0].Id;
        var policies = await _accounts.Organisation.ListPoliciesForTargetAsync(new ListPoliciesForTargetRequest { TargetId = unit, Filter = PolicyType.SERVICE_CONTROL_POLICY }, Ct);
        await _accounts.Organisation.DetachPolicyAsync(new DetachPolicyRequest { PolicyId = policies.Policies.Single(static one => one.Name == "restoredrill-vault").Id, TargetId = unit }, Ct);
    }

    private async Task<ItemLook> LookAsync(string id) => Assert.Single((await _accounts.LookAsync(Ct)).Items, item => item.Id == id).Look;
}
