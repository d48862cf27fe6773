using Amazon.Backup;
using Amazon.Backup.Model;
using Amazon.Organizations.Model;
using Amazon.RDS;
using RestoreDrill.Sandbox.Tests.Backup;
using Account = RestoreDrill.Sandbox.Accounts.Account;

namespace RestoreDrill.Sandbox.Tests.Organizations;

public sealed class ServiceControlEffectTests : OrganizationTest
{
    [Theory]
    [InlineData("root", "source")]
    [InlineData("root", "vault")]
    [InlineData("unit", "source")]
    [InlineData("unit", "vault")]
    [InlineData("account", "source")]
    [InlineData("account", "vault")]
    public async Task Denial_at_any_level_binds_the_administrators_of_the_accounts_below(string level, string name)
    {
        var account = Account.Named(name);
        await EnableAsync();
        var unit = await CreateUnitAsync("guarded");
        await MoveAsync(account, Root, unit);
        await Rds(account).DescribeDBInstancesAsync(Ct);

        var guard = await CreatePolicyAsync("guard", Policy("Deny", "rds:DescribeDBInstances"));
        var target = level switch { "root" => Root, "unit" => unit, _ => account.Id };
        await AttachAsync(guard.Id, target);
        var refusal = await Refusals.RefusedAsync<AmazonRDSException>(
            () => Rds(account).DescribeDBInstancesAsync(Ct),
            $"User: arn:aws:iam::{account.Id}:user/administrator is not authorized to perform: rds:DescribeDBInstances on resource: "
                + $"arn:aws:rds:eu-west-1:{account.Id}:db:* with an explicit deny in a service control policy: {guard.Arn}");
        Assert.Equal("AccessDenied", refusal.ErrorCode);
        var asked = Host.Control.Permissions.Last(permission => !permission.IsAllowed);
        Assert.Equal((guard.Arn, "Guard"), (asked.Policy, asked.Statement));

        await Rds(Account.Management).DescribeDBInstancesAsync(Ct);
        await Rds(account).DescribeDBSnapshotsAsync(Ct);
        await DetachAsync(guard.Id, target);
        await Rds(account).DescribeDBInstancesAsync(Ct);
    }

    [Fact]
    public async Task Denial_binds_roles_of_members_and_goes_with_the_organisation()
    {
        await EnableAsync();
        var guard = await CreatePolicyAsync("guard", Policy("Deny", "rds:*"));
        await AttachAsync(guard.Id, Root);
        var role = await AssumeAsync("restoredrill-vault", Account.Vault);
        await Refusals.RefusedAsync<AmazonRDSException>(
            () => Rds(role).DescribeDBSnapshotsAsync(Ct), $"assumed-role/restoredrill-vault/a-test is not authorized to perform: rds:DescribeDBSnapshots");
        await Client(Account.Vault).LeaveOrganizationAsync(new LeaveOrganizationRequest(), Ct);
        await Rds(role).DescribeDBSnapshotsAsync(Ct);
        await Refusals.RefusedAsync<AmazonRDSException>(() => Rds(Account.Source).DescribeDBSnapshotsAsync(Ct), guard.Arn);
    }

    [Fact]
    public async Task Changed_policy_counts_at_once_and_only_where_it_hangs()
    {
        await EnableAsync();
        var unit = await CreateUnitAsync("guarded");
        var guard = await CreatePolicyAsync("guard", Policy("Deny", "kms:*"));
        await AttachAsync(guard.Id, unit);
        await Management.UpdatePolicyAsync(new UpdatePolicyRequest { PolicyId = guard.Id, Content = Policy("Deny", "rds:*") }, Ct);
        await Rds(Account.Vault).DescribeDBInstancesAsync(Ct);
        await MoveAsync(Account.Vault, Root, unit);
        await Refusals.RefusedAsync<AmazonRDSException>(() => Rds(Account.Vault).DescribeDBInstancesAsync(Ct), "explicit deny in a service control policy");
        await MoveAsync(Account.Vault, unit, Root);
        await Rds(Account.Vault).DescribeDBInstancesAsync(Ct);
    }

    [Fact]
    public async Task Level_without_full_access_allows_only_what_its_policies_name()
    {
        await EnableAsync();
        var list = await CreatePolicyAsync("list", Policy("Allow", "rds:Describe*"));
        await AttachAsync(list.Id, Account.Vault.Id);
        await DetachAsync(FullAccess, Account.Vault.Id);
        await Rds(Account.Vault).DescribeDBInstancesAsync(Ct);
        var refusal = await Refusals.RefusedAsync<AmazonBackupException>(
            () => Backup(Account.Vault).ListBackupVaultsAsync(new ListBackupVaultsRequest(), Ct),
            "because no service control policy allows the backup:ListBackupVaults action");
        Assert.Equal("AccessDeniedException", refusal.ErrorCode);
    }

    [Theory]
    [InlineData("""{"StringEquals":{"aws:PrincipalOrgID":"{organization}"}}""", true)]
    [InlineData("""{"StringNotEquals":{"aws:PrincipalOrgID":"{organization}"}}""", false)]
    [InlineData("""{"StringEquals":{"aws:ResourceOrgID":"{organization}"}}""", true)]
    [InlineData("""{"StringNotEquals":{"aws:ResourceOrgID":"{organization}"}}""", false)]
    [InlineData("""{"StringEquals":{"aws:PrincipalAccount":"222222222222"}}""", true)]
    [InlineData("""{"StringEquals":{"aws:PrincipalAccount":"111111111111"}}""", false)]
    [InlineData("""{"ForAnyValue:StringLike":{"aws:PrincipalOrgPaths":"{organization}/{root}/{unit}/*"}}""", true)]
    [InlineData("""{"ForAnyValue:StringLike":{"aws:PrincipalOrgPaths":"{organization}/{root}/ou-*-00000000/*"}}""", false)]
    [InlineData("""{"ForAnyValue:StringEquals":{"aws:ResourceOrgPaths":"{organization}/{root}/{unit}/"}}""", true)]
    public async Task Conditions_see_the_organisation_of_caller_and_resource(string condition, bool isDenied)
    {
        var organization = (await Management.DescribeOrganizationAsync(new DescribeOrganizationRequest(), Ct)).Organization.Id;
        var unit = await CreateUnitAsync("guarded");
        await MoveAsync(Account.Vault, Root, unit);
        await EnableAsync();
        var filled = condition.Replace("{organization}", organization, StringComparison.Ordinal)
            .Replace("{root}", Root, StringComparison.Ordinal).Replace("{unit}", unit, StringComparison.Ordinal);
        await AttachAsync((await CreatePolicyAsync("guard", Policy("Deny", "rds:*", filled))).Id, Root);
        if (isDenied)
        {
            await Refusals.RefusedAsync<AmazonRDSException>(() => Rds(Account.Vault).DescribeDBInstancesAsync(Ct), "explicit deny in a service control policy");
        }
        else
        {
            await Rds(Account.Vault).DescribeDBInstancesAsync(Ct);
        }
    }
}
