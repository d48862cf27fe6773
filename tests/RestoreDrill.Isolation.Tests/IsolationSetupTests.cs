using Amazon.Backup.Model;
using Amazon.IdentityManagement.Model;
using Amazon.KeyManagementService.Model;
using Amazon.Organizations;
using Amazon.Organizations.Model;
using Amazon.Runtime;
using Amazon.S3.Model;
using RestoreDrill.Core.Cloud;
using RestoreDrill.Isolation.Tests.Setting;
using RestoreDrill.Sandbox.Control;
using Account = RestoreDrill.Sandbox.Accounts.Account;

namespace RestoreDrill.Isolation.Tests;

/// <summary>The isolation of new accounts, made over the wire.</summary>
public sealed class IsolationSetupTests : IAsyncLifetime
{
    private static readonly string[] Changing = ["Attach*", "Create*", "Enable*", "Move*", "Put*", "Update*"];

    private NewAccounts _accounts = null!;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _accounts = await NewAccounts.BeginAsync(Ct);

    public ValueTask DisposeAsync() => _accounts.DisposeAsync();

    [Fact]
    public async Task Plan_shows_everything_and_changes_nothing()
    {
        _accounts.Host.Control.ClearCalls();

        var plan = await _accounts.LookAsync(Ct);

        Assert.Equal("organisation", Assert.Single(plan.Items, static item => item.Look.State == ItemState.Done).Id);
        Assert.All(plan.Items.Skip(1), static item => Assert.Equal((ItemState.ToDo, true), (item.Look.State, item.Look.Changes.Count > 0)));
        Assert.Equal("lock", Assert.Single(plan.Items, static item => item.Irreversible is not null).Id);
        Assert.Empty(Changes());
    }

    [Fact]
    public async Task Apply_makes_everything_once_the_lock_before_the_policies_that_freeze_it_and_a_second_one_nothing()
    {
        var person = new Person();

        var (end, plan) = await _accounts.ApplyAsync(person, Ct);

        Assert.Equal((ApplyEnd.Done, true), (end, plan.IsDone));
        Assert.Equal(plan.Items.Skip(1).Select(static item => item.Id), person.Saw);
        Assert.Equal(["lock", "vault-policy", "service-control-policy"], person.Saw.TakeLast(3));
        _accounts.Host.Control.ClearCalls();
        var again = new Person();
        Assert.Equal(ApplyEnd.Done, (await _accounts.ApplyAsync(again, Ct)).End);
        Assert.Equal((0, 0), (again.Asked, again.Saw.Count));
        Assert.Empty(Changes());
    }

    [Fact]
    public async Task Apply_that_is_refused_at_any_call_is_finished_by_the_next()
    {
        // Each changing call is refused once, the first time it is made: an apply for each of them, and one that ends.
        foreach (var action in Changing)
        {
            _accounts.Host.Control.Fail(new CallFault { Action = action, Code = "AccessDeniedException", Status = 403, Message = "You are not authorized." });
        }

        var refusals = 0;
        while (true)
        {
            try
            {
                Assert.Equal(ApplyEnd.Done, (await _accounts.ApplyAsync(new Person(), Ct)).End);
                break;
            }
            catch (CloudException e)
            {
                Assert.Equal(CloudFault.AccessDenied, e.Fault);
                refusals++;
            }
        }

        Assert.Equal(Changing.Length, refusals);
        Assert.Single((await _accounts.Vaults.ListBackupVaultsAsync(new ListBackupVaultsRequest(), Ct)).BackupVaultList, static vault => vault.BackupVaultName == "copies");
    }

    [Fact]
    public async Task Key_that_an_interrupted_apply_has_left_without_its_name_is_taken()
    {
        _accounts.Host.Control.Fail(new CallFault { Action = "CreateAlias", Code = "AccessDeniedException", Status = 403 });
        await Assert.ThrowsAsync<CloudException>(() => _accounts.ApplyAsync(new Person(), Ct));
        await _accounts.ApplyAsync(new Person(), Ct);

        Assert.Single(_accounts.Host.Control.Calls, static call => call is { Action: "CreateKey", CarriedOut: true } && call.Account == Account.Vault.Id);
        Assert.True((await _accounts.LookAsync(Ct)).IsDone);
    }

    [Fact]
    public async Task Part_that_may_not_be_looked_at_is_told_among_the_others_and_nothing_is_begun()
    {
        _accounts.Host.Control.Fail(new CallFault { Action = "DescribeGlobalSettings", Code = "AccessDeniedException", Status = 403, Times = null });
        _accounts.Host.Control.ClearCalls();

        var (end, plan) = await _accounts.ApplyAsync(new Person(), Ct);

        Assert.Equal(ApplyEnd.NeedsPerson, end);
        Assert.Empty(Changes());
        var refused = Assert.Single(plan.Items, static item => item.Look.State == ItemState.NeedsPerson);
        Assert.Equal("cross-account-backup", refused.Id);
        Assert.Contains("cannot be looked at: backup:DescribeGlobalSettings", refused.Look.Found, StringComparison.Ordinal);
        Assert.Equal(ItemState.ToDo, Look(plan, "vault-policy").State);
        _accounts.Host.Control.ClearFaults();
        Assert.Equal(ApplyEnd.Done, (await _accounts.ApplyAsync(new Person(), Ct)).End);
    }

    [Fact]
    public async Task Without_the_account_nothing_is_made_and_without_the_lock_nothing_after_it()
    {
        _accounts.Host.Control.ClearCalls();

        Assert.Equal(ApplyEnd.NotConfirmed, (await _accounts.ApplyAsync(new Person { ConfirmsChanges = false }, Ct)).End);
        Assert.Empty(Changes());

        var (end, plan) = await _accounts.ApplyAsync(new Person { ConfirmsLock = false }, Ct);

        Assert.Equal(ApplyEnd.IrreversibleNotConfirmed, end);
        Assert.Equal(["lock", "vault-policy", "service-control-policy"], plan.Items.Where(static item => item.Look.State == ItemState.ToDo).Select(static item => item.Id));
        Assert.Equal(ApplyEnd.Done, (await _accounts.ApplyAsync(new Person(), Ct)).End);
    }

    [Theory]
    [InlineData("vault", "222222222222", "these are the credentials of account 222222222222")]
    [InlineData("management", "999999999999", "the vault account 999999999999 is not a member")]
    [InlineData("management", "333333333333", "the vault account 333333333333 is the management account")]
    public async Task Wrong_credentials_or_accounts_need_a_person_and_nothing_else_is_looked_at(string profile, string vault, string why)
    {
        var options = _accounts.Options with { Profile = profile, VaultAccount = vault };

        var (end, plan) = await _accounts.ApplyAsync(new Person(), Ct, options);

        Assert.Equal(ApplyEnd.NeedsPerson, end);
        Assert.Contains(why, plan.Items[0].Look.Found, StringComparison.Ordinal);
        Assert.All(plan.Items.Skip(1), static item => Assert.Equal(ItemState.NotLookedAt, item.Look.State));
    }

    [Fact]
    public async Task Vault_that_is_locked_with_another_range_needs_a_person_and_nothing_is_made()
    {
        await _accounts.Vaults.CreateBackupVaultAsync(new CreateBackupVaultRequest { BackupVaultName = "copies" }, Ct);
        await _accounts.Vaults.PutBackupVaultLockConfigurationAsync(
            new PutBackupVaultLockConfigurationRequest { BackupVaultName = "copies", MinRetentionDays = 90, MaxRetentionDays = 400, ChangeableForDays = 3 }, Ct);
        _accounts.Host.Control.ClearCalls();

        var (end, plan) = await _accounts.ApplyAsync(new Person(), Ct);

        Assert.Equal(ApplyEnd.NeedsPerson, end);
        Assert.Contains("90 to 400 days; RestoreDrill:Backup:RetentionDays is 35", Look(plan, "lock").Found, StringComparison.Ordinal);
        Assert.Empty(Changes());
    }

    [Fact]
    public async Task Lock_in_governance_mode_becomes_a_compliance_lock_and_never_a_wider_one()
    {
        await _accounts.ApplyAsync(new Person { ConfirmsLock = false }, Ct);
        await _accounts.Vaults.PutBackupVaultLockConfigurationAsync(
            new PutBackupVaultLockConfigurationRequest { BackupVaultName = "copies", MinRetentionDays = 30, MaxRetentionDays = 40 }, Ct);

        Assert.Equal(ApplyEnd.Done, (await _accounts.ApplyAsync(new Person(), Ct)).End);

        var vault = await _accounts.Vaults.DescribeBackupVaultAsync(new DescribeBackupVaultRequest { BackupVaultName = "copies" }, Ct);
        Assert.Equal((30L, 40L, true), (vault.MinRetentionDays, vault.MaxRetentionDays, vault.LockDate is not null));
    }

    [Fact]
    public async Task Vault_whose_policy_was_put_on_before_the_lock_needs_a_person()
    {
        await _accounts.ApplyAsync(new Person { ConfirmsLock = false }, Ct);
        await PutVaultPolicyAsync("""{"Version":"2012-10-17","Statement":[{"Effect":"Deny","Principal":"*","Action":"backup:PutBackupVaultLockConfiguration","Resource":"*"}]}""");

        var plan = await _accounts.LookAsync(Ct);

        Assert.Equal(ItemState.NeedsPerson, Look(plan, "lock").State);
        Assert.Contains("name another vault", Assert.Single(Look(plan, "lock").Changes), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Allow", "*", "it lets everybody in")]
    [InlineData("Deny", "*", "it denies backup:CopyIntoBackupVault, which copies need")]
    public async Task Access_policy_that_lets_others_in_or_keeps_copies_out_is_not_frozen_but_needs_a_person(string effect, string principal, string says)
    {
        await _accounts.ApplyAsync(new Person { ConfirmsLock = false }, Ct);
        await PutVaultPolicyAsync($$"""{"Version":"2012-10-17","Statement":[{"Effect":"{{effect}}","Principal":"{{principal}}","Action":"backup:CopyIntoBackupVault","Resource":"*"}]}""");
        _accounts.Host.Control.ClearCalls();

        var (end, plan) = await _accounts.ApplyAsync(new Person(), Ct);

        Assert.Equal((ApplyEnd.NeedsPerson, ItemState.NeedsPerson), (end, Look(plan, "vault-policy").State));
        Assert.Contains(says, Look(plan, "vault-policy").Found, StringComparison.Ordinal);
        Assert.Contains("take that out", Assert.Single(Look(plan, "vault-policy").Changes), StringComparison.Ordinal);
        Assert.Empty(Changes());

        await _accounts.Vaults.DeleteBackupVaultAccessPolicyAsync(new DeleteBackupVaultAccessPolicyRequest { BackupVaultName = "copies" }, Ct);
        Assert.Equal(ApplyEnd.Done, (await _accounts.ApplyAsync(new Person(), Ct)).End);
    }

    [Fact]
    public async Task Denial_in_the_keys_policy_that_would_keep_copies_from_being_read_is_not_frozen()
    {
        await _accounts.ApplyAsync(new Person { ConfirmsLock = false }, Ct);
        var alias = new DescribeKeyRequest { KeyId = _accounts.Options.VaultKey };
        var key = (await _accounts.VaultKeys.DescribeKeyAsync(alias, Ct)).KeyMetadata.Arn;
        await _accounts.VaultKeys.PutKeyPolicyAsync(
            new PutKeyPolicyRequest
            {
                KeyId = key,
                Policy = $$"""{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"AWS":"arn:aws:iam::{{Account.Vault.Id}}:root"},"Action":"kms:*","Resource":"*"},{"Effect":"Deny","Principal":"*","Action":"kms:Decrypt","Resource":"*"}]}""",
            },
            Ct);

        var (end, plan) = await _accounts.ApplyAsync(new Person(), Ct);

        Assert.Equal((ApplyEnd.NeedsPerson, ItemState.NeedsPerson), (end, Look(plan, "vault-key").State));
        Assert.Contains("the key's policy denies kms:Decrypt", Look(plan, "vault-key").Found, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Later_change_that_the_service_control_policy_forbids_names_it_until_a_person_has_detached_it()
    {
        await _accounts.ApplyAsync(new Person(), Ct);
        var moved = _accounts.Options with { ServiceRoleArn = $"arn:aws:iam::{Account.Vault.Id}:role/OrganizationAccountAccessRole" };
        _accounts.Host.Control.ClearCalls();

        var (end, plan) = await _accounts.ApplyAsync(new Person(), Ct, moved);

        Assert.Equal((ApplyEnd.NeedsPerson, false), (end, plan.IsDone));
        Assert.Contains(Look(plan, "role-drill").Changes, static change => change.Contains("restoredrill-vault", StringComparison.Ordinal) && change.Contains("iam:UpdateAssumeRolePolicy", StringComparison.Ordinal));
        Assert.Empty(Changes());

        await DetachAsync();
        Assert.Equal(ApplyEnd.Done, (await _accounts.ApplyAsync(new Person(), Ct, moved)).End);
    }

    [Fact]
    public async Task Layer_that_is_taken_away_is_not_done_any_more()
    {
        await _accounts.ApplyAsync(new Person(), Ct);
        await DetachAsync();

        var plan = await _accounts.LookAsync(Ct);

        Assert.Equal("service-control-policy", Assert.Single(plan.Items, static item => item.Look.State != ItemState.Done).Id);
    }

    [Fact]
    public async Task Key_that_a_grant_or_its_policy_gives_to_others_needs_a_person_until_it_is_taken_back()
    {
        await _accounts.ApplyAsync(new Person { ConfirmsLock = false }, Ct);
        var key = (await _accounts.VaultKeys.DescribeKeyAsync(new DescribeKeyRequest { KeyId = _accounts.Options.VaultKey }, Ct)).KeyMetadata.KeyId;
        var stranger = $"arn:aws:iam::{Account.Source.Id}:user/administrator";
        var grant = (await _accounts.VaultKeys.CreateGrantAsync(new CreateGrantRequest { KeyId = key, GranteePrincipal = stranger, Operations = ["Decrypt"] }, Ct)).GrantId;

        var given = Look(await _accounts.LookAsync(Ct), "vault-key");

        Assert.Equal(ItemState.NeedsPerson, given.State);
        Assert.EndsWith($"is others' to use: grant {grant} (Decrypt) gives {stranger} the key, outside the vault account", given.Found, StringComparison.Ordinal);
        Assert.Contains(given.Changes, static change => change.Contains("aws kms revoke-grant", StringComparison.Ordinal));
        Assert.Equal(ApplyEnd.NeedsPerson, (await _accounts.ApplyAsync(new Person(), Ct)).End);

        await _accounts.VaultKeys.RevokeGrantAsync(new RevokeGrantRequest { KeyId = key, GrantId = grant }, Ct);
        Assert.Equal(ItemState.Done, Look(await _accounts.LookAsync(Ct), "vault-key").State);

        var policy = (await _accounts.VaultKeys.GetKeyPolicyAsync(new GetKeyPolicyRequest { KeyId = key, PolicyName = "default" }, Ct)).Policy;
        await _accounts.VaultKeys.PutKeyPolicyAsync(new PutKeyPolicyRequest { KeyId = key, PolicyName = "default", Policy = policy.Replace($"\"arn:aws:iam::{Account.Vault.Id}:root\"", $"[\"arn:aws:iam::{Account.Vault.Id}:root\",\"{stranger}\"]", StringComparison.Ordinal) }, Ct);

        var opened = Look(await _accounts.LookAsync(Ct), "vault-key");
        Assert.Equal(ItemState.NeedsPerson, opened.State);
        Assert.EndsWith($"the key's policy lets AWS {stranger} do kms:*", opened.Found, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Administrator_of_the_vault_account_can_change_neither_the_alias_of_the_key_nor_whom_the_way_in_trusts()
    {
        await _accounts.ApplyAsync(new Person(), Ct);
        var other = (await _accounts.VaultKeys.CreateKeyAsync(new CreateKeyRequest(), Ct)).KeyMetadata.KeyId;
        var open = new UpdateAssumeRolePolicyRequest
        {
            RoleName = _accounts.Options.MemberRole,
            PolicyDocument = $$$"""{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"AWS":"arn:aws:iam::{{{Account.Source.Id}}}:root"},"Action":"sts:AssumeRole"}]}""",
        };

        await MustBeDeniedAsync(() => _accounts.VaultKeys.UpdateAliasAsync(new UpdateAliasRequest { AliasName = "alias/copies", TargetKeyId = other }, Ct));
        await MustBeDeniedAsync(() => _accounts.VaultKeys.DeleteAliasAsync(new DeleteAliasRequest { AliasName = "alias/copies" }, Ct));
        await MustBeDeniedAsync(() => _accounts.VaultRoles.UpdateAssumeRolePolicyAsync(open, Ct));

        await DetachAsync();
        await _accounts.VaultRoles.UpdateAssumeRolePolicyAsync(open, Ct);
        await _accounts.VaultKeys.UpdateAliasAsync(new UpdateAliasRequest { AliasName = "alias/copies", TargetKeyId = other }, Ct);
    }

    [Fact]
    public async Task Vault_account_among_others_gets_a_unit_where_it_is_so_that_what_bound_it_goes_on_binding_it()
    {
        var root = (await _accounts.Organisation.ListRootsAsync(new ListRootsRequest(), Ct)).Roots[0].Id;
        var shared = (await _accounts.Organisation.CreateOrganizationalUnitAsync(new CreateOrganizationalUnitRequest { ParentId = root, Name = "Backups" }, Ct)).OrganizationalUnit.Id;
        foreach (var account in new[] { Account.Vault.Id, Account.Source.Id })
        {
            await _accounts.Organisation.MoveAccountAsync(new MoveAccountRequest { AccountId = account, SourceParentId = root, DestinationParentId = shared }, Ct);
        }

        Assert.Equal(ApplyEnd.Done, (await _accounts.ApplyAsync(new Person(), Ct)).End);

        var unit = (await _accounts.Organisation.ListParentsAsync(new ListParentsRequest { ChildId = Account.Vault.Id }, Ct)).Parents[0].Id;
        Assert.Equal(shared, (await _accounts.Organisation.ListParentsAsync(new ListParentsRequest { ChildId = unit }, Ct)).Parents[0].Id);
    }

    [Fact]
    public async Task Key_of_the_source_keeps_what_its_policy_says()
    {
        await _accounts.ApplyAsync(new Person { ConfirmsLock = false }, Ct);

        var key = await _accounts.SourceKeys.DescribeKeyAsync(new DescribeKeyRequest { KeyId = "alias/production" }, Ct);
        var policy = (await _accounts.SourceKeys.GetKeyPolicyAsync(new GetKeyPolicyRequest { KeyId = key.KeyMetadata.KeyId, PolicyName = "default" }, Ct)).Policy;
        Assert.Contains("Enable IAM User Permissions", policy, StringComparison.Ordinal);
        Assert.Contains("RdsAndBackupUseTheKeyInTheVaultsName", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("TheAccountsPoliciesDecide", policy, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Bucket_that_is_there_is_taken_where_it_has_Object_Lock_and_needs_a_person_where_not(bool objectLock)
    {
        await _accounts.Buckets.PutBucketAsync(new PutBucketRequest { BucketName = "facts", ObjectLockEnabledForBucket = objectLock, BucketRegionName = "eu-west-1" }, Ct);
        await _accounts.Buckets.DeletePublicAccessBlockAsync(new DeletePublicAccessBlockRequest { BucketName = "facts" }, Ct);

        var look = Look(await _accounts.LookAsync(Ct), "fact-bucket");

        Assert.Equal(objectLock ? ItemState.ToDo : ItemState.NeedsPerson, look.State);
        Assert.Contains(objectLock ? "does not block public access" : "has no Object Lock", look.Found, StringComparison.Ordinal);
        Assert.Equal(objectLock ? ApplyEnd.Done : ApplyEnd.NeedsPerson, (await _accounts.ApplyAsync(new Person(), Ct)).End);
        Assert.Equal(objectLock ? ItemState.Done : ItemState.NeedsPerson, Look(await _accounts.LookAsync(Ct), "fact-bucket").State);
    }

    [Fact]
    public async Task Bucket_of_another_account_is_refused()
    {
        var others = _accounts.Options with { Facts = _accounts.Options.Facts! with { Owner = Account.Source.Id } };
        await _accounts.ApplyAsync(new Person(), Ct);

        var look = Look(await _accounts.LookAsync(Ct, others), "fact-bucket");

        Assert.Equal(ItemState.NeedsPerson, look.State);
        Assert.Contains("cannot be looked at: s3:GetBucketVersioning for bucket facts", look.Found, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_bucket_there_is_no_such_part()
    {
        var plan = await _accounts.LookAsync(Ct, _accounts.Options with { Facts = null });

        Assert.DoesNotContain(plan.Items, static item => item.Id == "fact-bucket");
    }

    [Fact]
    public async Task Instance_that_cannot_be_copied_needs_a_person()
    {
        var look = Look(await _accounts.LookAsync(Ct, _accounts.Options with { Instances = ["nowhere"] }), "source-keys");

        Assert.Equal((ItemState.NeedsPerson, "there is no instance nowhere"), (look.State, look.Found));
    }

    private static ItemLook Look(IsolationPlan plan, string id) => Assert.Single(plan.Items, item => item.Id == id).Look;

    private IEnumerable<LoggedCall> Changes() =>
        _accounts.Host.Control.Calls.Where(static call => Changing.Any(verb => call.Action.StartsWith(verb.TrimEnd('*'), StringComparison.Ordinal)));

    private static async Task MustBeDeniedAsync(Func<Task> call) =>
        Assert.Contains("explicit deny in a service control policy", (await Assert.ThrowsAnyAsync<AmazonServiceException>(call)).Message, StringComparison.Ordinal);

    private async Task DetachAsync()
    {
        var unit = (await _accounts.Organisation.ListParentsAsync(new ListParentsRequest { ChildId = Account.Vault.Id }, Ct)).Parents[0].Id;
        var policy = (await _accounts.Organisation.ListPoliciesAsync(new ListPoliciesRequest { Filter = PolicyType.SERVICE_CONTROL_POLICY }, Ct)).Policies.Single(static one => one.Name == "restoredrill-vault");
        await _accounts.Organisation.DetachPolicyAsync(new DetachPolicyRequest { PolicyId = policy.Id, TargetId = unit }, Ct);
    }

    private async Task PutVaultPolicyAsync(string policy) =>
        await _accounts.Vaults.PutBackupVaultAccessPolicyAsync(new PutBackupVaultAccessPolicyRequest { BackupVaultName = "copies", Policy = policy }, Ct);
}
