using Amazon.IdentityManagement.Model;
using Amazon.KeyManagementService.Model;
using Amazon.Organizations;
using Amazon.Organizations.Model;
using RestoreDrill.Isolation.Tests.Setting;

namespace RestoreDrill.Isolation.Tests;

/// <summary>What emergency restores into another account take in the vault account.</summary>
public sealed class RestoreTargetTests : IAsyncLifetime
{
    private const string Target = "arn:aws:iam::111111111111:role/restoredrill-restore-target";
    private const string CopyRole = "arn:aws:iam::222222222222:role/restoredrill-backup";
    private const string Sharing = "rds:ModifyDBSnapshotAttribute";

    private NewAccounts _accounts = null!;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private IsolationOptions With => Into(new RestoreTargetOptions("111111111111", Target, "restored", CopyRole));

    public async ValueTask InitializeAsync() => _accounts = await NewAccounts.BeginAsync(Ct);

    public ValueTask DisposeAsync() => _accounts.DisposeAsync();

    [Fact]
    public async Task Account_named_from_the_beginning_may_use_the_key_and_the_roles_are_made_for_it()
    {
        var person = new Person();

        Assert.Equal(ApplyEnd.Done, (await _accounts.ApplyAsync(person, Ct, With)).End);

        Assert.Contains("role-copy-back", person.Saw);
        Assert.True((await _accounts.LookAsync(Ct, With)).IsDone);
        var key = await KeyPolicyAsync();
        Assert.Contains("RdsAndBackupUseTheKeyInTheTargetsName", key, StringComparison.Ordinal);
        Assert.Contains("arn:aws:iam::111111111111:root", key, StringComparison.Ordinal);
        var role = Uri.UnescapeDataString(
            (await _accounts.VaultRoles.GetRolePolicyAsync(new GetRolePolicyRequest { RoleName = "restoredrill-restore", PolicyName = "restoredrill-restore-demo" }, Ct)).PolicyDocument);
        Assert.Contains("\"backup:CopyTargets\":\"arn:aws:backup:eu-west-1:111111111111:backup-vault:restored\"", role, StringComparison.Ordinal);
        Assert.Contains($"\"Resource\":\"{Target}\"", role, StringComparison.Ordinal);
        Assert.Contains($"\"Resource\":\"{CopyRole}\"", role, StringComparison.Ordinal);
        Assert.DoesNotContain("Delete", role, StringComparison.Ordinal);
        Assert.Equal(
            "AWSBackupServiceRolePolicyForBackup",
            Assert.Single((await _accounts.VaultRoles.ListAttachedRolePoliciesAsync(new ListAttachedRolePoliciesRequest { RoleName = "restoredrill-backup" }, Ct)).AttachedPolicies).PolicyName);
        Assert.Contains($"\"ArnNotEquals\":{{\"aws:PrincipalArn\":\"{CopyRole}\"}}", (await PolicyAsync()).Content, StringComparison.Ordinal);

        var again = new Person();
        Assert.Equal(ApplyEnd.Done, (await _accounts.ApplyAsync(again, Ct, With)).End);
        Assert.Empty(again.Saw);
    }

    [Fact]
    public async Task Without_one_nothing_of_it_is_there_and_what_is_there_is_a_strangers()
    {
        await _accounts.ApplyAsync(new Person { ConfirmsLock = false }, Ct);
        Assert.DoesNotContain("111111111111", await KeyPolicyAsync(), StringComparison.Ordinal);
        Assert.DoesNotContain((await _accounts.LookAsync(Ct)).Items, static item => item.Id == "role-copy-back");

        await _accounts.ApplyAsync(new Person { ConfirmsLock = false }, Ct, With);
        Assert.Equal(ItemState.Done, Find(await _accounts.LookAsync(Ct, With), "vault-key").State);
        var look = Find(await _accounts.LookAsync(Ct), "vault-key");
        Assert.Equal(ItemState.NeedsPerson, look.State);
        Assert.Contains("lets AWS arn:aws:iam::111111111111:root do kms:DescribeKey", look.Found, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Key_that_is_there_gets_the_statements_and_keeps_what_it_says()
    {
        await _accounts.ApplyAsync(new Person { ConfirmsLock = false }, Ct);
        const string own = """{"Sid":"Auditor","Effect":"Allow","Principal":{"AWS":"arn:aws:iam::222222222222:user/administrator"},"Action":"kms:ListGrants","Resource":"*"}""";
        await _accounts.VaultKeys.PutKeyPolicyAsync(
            new PutKeyPolicyRequest { KeyId = await KeyAsync(), PolicyName = "default", Policy = (await KeyPolicyAsync()).Replace("\"Statement\":[", $"\"Statement\":[{own},", StringComparison.Ordinal) }, Ct);

        var look = Find(await _accounts.LookAsync(Ct, With), "vault-key");

        Assert.Equal(ItemState.ToDo, look.State);
        Assert.Equal(["adds statement TheTargetLooksAtTheKey in the key's policy", "adds statement RdsAndBackupGrantThemselvesTheKeyInTheTargetsName in the key's policy", "adds statement RdsAndBackupUseTheKeyInTheTargetsName in the key's policy"], look.Changes);
        await _accounts.ApplyAsync(new Person { ConfirmsLock = false }, Ct, With);
        Assert.Equal(ItemState.Done, Find(await _accounts.LookAsync(Ct, With), "vault-key").State);
        Assert.Contains("Auditor", await KeyPolicyAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_that_is_configured_later_needs_the_person_who_detaches_the_policy_and_takes_a_denial_out_of_it()
    {
        await _accounts.ApplyAsync(new Person(), Ct);

        var (end, plan) = await _accounts.ApplyAsync(new Person(), Ct, With);

        Assert.Equal(ApplyEnd.NeedsPerson, end);
        foreach (var (id, action) in new[] { ("vault-key", "kms:PutKeyPolicy"), ("role-restore", "iam:PutRolePolicy"), ("role-copy-back", "iam:AttachRolePolicy") })
        {
            Assert.Equal(ItemState.NeedsPerson, Find(plan, id).State);
            Assert.Contains(Find(plan, id).Changes, change => change.Contains("service control policy restoredrill-vault", StringComparison.Ordinal) && change.Contains(action, StringComparison.Ordinal));
        }

        var control = Find(plan, "service-control-policy");
        Assert.Equal((ItemState.NeedsPerson, true), (control.State, control.Found.StartsWith($"policy restoredrill-vault denies {Sharing} to everybody", StringComparison.Ordinal)));

        var policy = await PolicyAsync();
        await _accounts.Organisation.DetachPolicyAsync(new DetachPolicyRequest { PolicyId = policy.PolicySummary.Id, TargetId = await UnitAsync() }, Ct);
        await _accounts.Organisation.UpdatePolicyAsync(
            new UpdatePolicyRequest { PolicyId = policy.PolicySummary.Id, Content = policy.Content.Replace($"\"{Sharing}\",", string.Empty, StringComparison.Ordinal) }, Ct);

        Assert.Equal(ApplyEnd.Done, (await _accounts.ApplyAsync(new Person(), Ct, With)).End);
        Assert.Contains("NobodySharesSnapshotsButTheRoleThatCopiesBack", (await PolicyAsync()).Content, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Role_of_a_name_that_no_policy_keeps_as_it_is_needs_a_person()
    {
        var look = Find(await _accounts.LookAsync(Ct, Into(With.Restore!.Account! with { CopyRoleArn = "arn:aws:iam::222222222222:role/backup" })), "role-copy-back");

        Assert.Equal(ItemState.NeedsPerson, look.State);
        Assert.Contains("RestoreDrill:Restore:Account:CopyRoleArn", Assert.Single(look.Changes), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Account_of_another_organisation_needs_a_person()
    {
        var look = Find(await _accounts.LookAsync(Ct, Into(With.Restore!.Account! with { AccountId = "444444444444" })), "organisation");

        Assert.Equal(ItemState.NeedsPerson, look.State);
        Assert.Contains("account 444444444444, which emergency restores are into, is not a member", look.Found, StringComparison.Ordinal);
    }

    private static ItemLook Find(IsolationPlan plan, string id) => plan.Items.Single(item => item.Id == id).Look;

    private IsolationOptions Into(RestoreTargetOptions target) => _accounts.Options with { Restore = _accounts.Options.Restore! with { Account = target } };

    private async Task<string> KeyAsync() => (await _accounts.VaultKeys.DescribeKeyAsync(new DescribeKeyRequest { KeyId = _accounts.Options.VaultKey }, Ct)).KeyMetadata.KeyId;

    private async Task<string> KeyPolicyAsync() => (await _accounts.VaultKeys.GetKeyPolicyAsync(new GetKeyPolicyRequest { KeyId = await KeyAsync() }, Ct)).Policy;

    private async Task<string> UnitAsync() => (await _accounts.Organisation.ListParentsAsync(new ListParentsRequest { ChildId = _accounts.Options.VaultAccount }, Ct)).Parents[0].Id;

    private async Task<Policy> PolicyAsync()
    {
        var policies = await _accounts.Organisation.ListPoliciesAsync(new ListPoliciesRequest { Filter = PolicyType.SERVICE_CONTROL_POLICY }, Ct);
        return (await _accounts.Organisation.DescribePolicyAsync(new DescribePolicyRequest { PolicyId = policies.Policies.Single(static one => one.Name == "restoredrill-vault").Id }, Ct)).Policy;
    }
}
