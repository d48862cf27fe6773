using Amazon.IdentityManagement;
using Amazon.IdentityManagement.Model;
using Amazon.RDS.Model;
using RestoreDrill.Sandbox.Accounts;

namespace RestoreDrill.Sandbox.Tests.Iam;

/// <summary>The roles that are there at first, as IAM shows them, and what changing them does.</summary>
public sealed class PremadeRoleTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Roles_are_there_with_their_shipped_policies()
    {
        await using var sandbox = await SandboxHost.StartAsync(new SandboxOptions { Installations = ["one", "two"] }, Ct);
        using var vault = Client(sandbox, Account.Vault);
        Assert.Equal(
            ["AWSServiceRoleForBackup", "OrganizationAccountAccessRole", "restoredrill-backup-service", "restoredrill-drill", "restoredrill-restore", "restoredrill-vault"],
            (await vault.ListRolesAsync(new ListRolesRequest(), Ct)).Roles.Select(role => role.RoleName));
        Assert.Equal(
            ["restoredrill-drill-one", "restoredrill-drill-two"],
            (await vault.ListRolePoliciesAsync(new ListRolePoliciesRequest { RoleName = "restoredrill-drill" }, Ct)).PolicyNames);
        Assert.Contains("arn:aws:rds:eu-west-1:222222222222:db:rd-scratch-two-*", await PolicyAsync(vault, "restoredrill-drill", "restoredrill-drill-two"), StringComparison.Ordinal);
        Assert.Contains("arn:aws:rds:eu-west-1:222222222222:db:rd-restored-two-*", await PolicyAsync(vault, "restoredrill-restore", "restoredrill-restore-two"), StringComparison.Ordinal);
        Assert.Contains("backup:CopyIntoBackupVault", await PolicyAsync(vault, "restoredrill-backup-service", "backup-service"), StringComparison.Ordinal);

        using var source = Client(sandbox, Account.Source);
        var trust = Uri.UnescapeDataString((await source.GetRoleAsync(new GetRoleRequest { RoleName = "restoredrill-source" }, Ct)).Role.AssumeRolePolicyDocument);
        Assert.Contains("arn:aws:iam::222222222222:user/administrator", trust, StringComparison.Ordinal);
        Assert.Contains("restoredrill-sandbox", trust, StringComparison.Ordinal);
        var ofPeople = Uri.UnescapeDataString((await vault.GetRoleAsync(new GetRoleRequest { RoleName = "restoredrill-restore" }, Ct)).Role.AssumeRolePolicyDocument);
        Assert.Contains("arn:aws:iam::222222222222:root", ofPeople, StringComparison.Ordinal);
        Assert.Contains("aws:MultiFactorAuthPresent", ofPeople, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Deleted_shipped_policy_takes_its_permissions_away_and_a_new_installation_adds_its_own()
    {
        await using var sandbox = await SandboxHost.StartAsync(new SandboxOptions { Installations = ["one"] }, Ct);
        using var vault = Client(sandbox, Account.Vault);
        using var rds = sandbox.Rds(await sandbox.AssumeAsync("restoredrill-vault", Ct));
        await rds.DescribeDBSnapshotsAsync(new DescribeDBSnapshotsRequest(), Ct);

        await vault.DeleteRolePolicyAsync(new DeleteRolePolicyRequest { RoleName = "restoredrill-vault", PolicyName = "restoredrill-vault-one" }, Ct);
        await IamRefusals.DeniedAsync("rds:DescribeDBSnapshots", () => rds.DescribeDBSnapshotsAsync(new DescribeDBSnapshotsRequest(), Ct));
        sandbox.Control.Install("one");
        await IamRefusals.DeniedAsync("rds:DescribeDBSnapshots", () => rds.DescribeDBSnapshotsAsync(new DescribeDBSnapshotsRequest(), Ct));
        sandbox.Control.Install("two");
        await rds.DescribeDBSnapshotsAsync(new DescribeDBSnapshotsRequest(), Ct);
        Assert.Equal(["restoredrill-vault-two"], (await vault.ListRolePoliciesAsync(new ListRolePoliciesRequest { RoleName = "restoredrill-vault" }, Ct)).PolicyNames);
    }

    [Fact]
    public async Task Bare_sandbox_has_no_roles_but_awss_own_and_installs_nothing_into_a_customers()
    {
        await using var sandbox = await SandboxHost.StartAsync(new SandboxOptions { Bare = true }, Ct);
        using var vault = Client(sandbox, Account.Vault);
        Assert.Equal(["AWSServiceRoleForBackup", "OrganizationAccountAccessRole"], (await vault.ListRolesAsync(new ListRolesRequest(), Ct)).Roles.Select(role => role.RoleName));

        await vault.CreateRoleAsync(new CreateRoleRequest { RoleName = "restoredrill-vault", AssumeRolePolicyDocument = IamSandbox.Trust("222222222222") }, Ct);
        sandbox.Control.Install("other");
        Assert.Empty((await vault.ListRolePoliciesAsync(new ListRolePoliciesRequest { RoleName = "restoredrill-vault" }, Ct)).PolicyNames ?? []);
    }

    [Fact]
    public async Task Management_account_enters_member_accounts_as_administrator_and_they_do_not_enter_it()
    {
        await using var sandbox = await SandboxHost.StartAsync(new SandboxOptions { Bare = true }, Ct);
        using var management = Client(sandbox, Account.Management);
        Assert.Equal(["AWSServiceRoleForBackup"], (await management.ListRolesAsync(new ListRolesRequest(), Ct)).Roles.Select(role => role.RoleName));

        using var vault = Client(sandbox, Account.Vault);
        var trust = Uri.UnescapeDataString((await vault.GetRoleAsync(new GetRoleRequest { RoleName = "OrganizationAccountAccessRole" }, Ct)).Role.AssumeRolePolicyDocument);
        Assert.Contains("arn:aws:iam::333333333333:root", trust, StringComparison.Ordinal);
        Assert.Equal(
            ["arn:aws:iam::aws:policy/AdministratorAccess"],
            (await vault.ListAttachedRolePoliciesAsync(new ListAttachedRolePoliciesRequest { RoleName = "OrganizationAccountAccessRole" }, Ct)).AttachedPolicies.Select(policy => policy.PolicyArn));
    }

    private static AmazonIdentityManagementServiceClient Client(SandboxHost sandbox, Account account) => IamSandbox.Client(sandbox.BaseAddress, sandbox.CredentialsOf(account));

    private static async Task<string> PolicyAsync(AmazonIdentityManagementServiceClient iam, string role, string policy) =>
        Uri.UnescapeDataString((await iam.GetRolePolicyAsync(new GetRolePolicyRequest { RoleName = role, PolicyName = policy }, Ct)).PolicyDocument);
}
