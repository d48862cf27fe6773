using Amazon.IdentityManagement;
using Amazon.IdentityManagement.Model;
using Amazon.RDS.Model;
using Amazon.Runtime;
using RestoreDrill.Sandbox.Accounts;
using Tag = Amazon.IdentityManagement.Model.Tag;

namespace RestoreDrill.Sandbox.Tests.Iam;

public sealed class IamRestartTests : IAsyncLifetime
{
    private readonly string state = Path.Combine(Path.GetTempPath(), "restoredrill-iam-" + Guid.NewGuid().ToString("n"));

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public async ValueTask DisposeAsync() => await Sandbox.Clusters.PostgresCluster.RemoveAsync(state, CancellationToken.None);

    [Fact]
    public async Task Restarted_sandbox_has_its_roles_as_calls_left_them()
    {
        string id;
        AWSCredentials old;
        var policy = IamSandbox.Allowing("rds:DescribeDBInstances");
        await using (var first = await StartAsync())
        {
            using var iam = Client(first);
            id = (await iam.CreateRoleAsync(
                new CreateRoleRequest
                {
                    RoleName = "kept", Path = "/deep/", Description = "d", MaxSessionDuration = 7200, AssumeRolePolicyDocument = IamSandbox.Trust("222222222222"),
                    Tags = [new Tag { Key = "team", Value = "data" }],
                }, Ct)).Role.RoleId;
            await iam.PutRolePolicyAsync(new PutRolePolicyRequest { RoleName = "kept", PolicyName = "own", PolicyDocument = policy }, Ct);
            await iam.AttachRolePolicyAsync(new AttachRolePolicyRequest { RoleName = "kept", PolicyArn = IamManagedPolicyTests.ForBackup }, Ct);
            await iam.DeleteRolePolicyAsync(new DeleteRolePolicyRequest { RoleName = "restoredrill-drill", PolicyName = "restoredrill-drill-demo" }, Ct);
            await iam.DeleteRoleAsync(new DeleteRoleRequest { RoleName = "restoredrill-drill" }, Ct);
            await iam.DeleteRolePolicyAsync(new DeleteRolePolicyRequest { RoleName = "restoredrill-vault", PolicyName = "restoredrill-vault-demo" }, Ct);
            old = await first.AssumeAsync("deep/kept", Ct);
        }

        await using var second = await StartAsync();
        using var again = Client(second);
        var role = (await again.GetRoleAsync(new GetRoleRequest { RoleName = "kept" }, Ct)).Role;
        Assert.Equal((id, "/deep/", "d", 7200, "data"), (role.RoleId, role.Path, role.Description, role.MaxSessionDuration, role.Tags[0].Value));
        Assert.Equal(policy, Uri.UnescapeDataString((await again.GetRolePolicyAsync(new GetRolePolicyRequest { RoleName = "kept", PolicyName = "own" }, Ct)).PolicyDocument));
        Assert.Single((await again.ListAttachedRolePoliciesAsync(new ListAttachedRolePoliciesRequest { RoleName = "kept" }, Ct)).AttachedPolicies);
        await Assert.ThrowsAsync<NoSuchEntityException>(() => again.GetRoleAsync(new GetRoleRequest { RoleName = "restoredrill-drill" }, Ct));
        Assert.Empty((await again.ListRolePoliciesAsync(new ListRolePoliciesRequest { RoleName = "restoredrill-vault" }, Ct)).PolicyNames ?? []);

        // The keys of a session outlive the restart, and so does what they may do.
        using var session = second.Rds(old);
        await session.DescribeDBInstancesAsync(new DescribeDBInstancesRequest(), Ct);
        await IamRefusals.DeniedAsync("rds:DescribeDBSubnetGroups", () => session.DescribeDBSubnetGroupsAsync(new DescribeDBSubnetGroupsRequest(), Ct));
    }

    [Fact]
    public async Task Shipped_policy_that_no_call_has_changed_follows_what_is_shipped()
    {
        await using (var first = await StartAsync(new SandboxOptions { StateDirectory = state, SubnetGroup = "before", ExternalId = "before" }))
        {
            using var iam = Client(first);
            await iam.PutRolePolicyAsync(
                new PutRolePolicyRequest { RoleName = "restoredrill-vault", PolicyName = "restoredrill-vault-demo", PolicyDocument = IamSandbox.Allowing("rds:Describe*") }, Ct);
        }

        await using var second = await StartAsync(new SandboxOptions { StateDirectory = state, SubnetGroup = "after", ExternalId = "after" });
        using var vault = Client(second);
        Assert.Contains(":subgrp:after", await PolicyAsync(vault, "restoredrill-drill", "restoredrill-drill-demo"), StringComparison.Ordinal);
        Assert.Equal(IamSandbox.Allowing("rds:Describe*"), await PolicyAsync(vault, "restoredrill-vault", "restoredrill-vault-demo"));
        using var source = IamSandbox.Client(second.BaseAddress, second.CredentialsOf(Account.Source));
        Assert.Contains("after", (await source.GetRoleAsync(new GetRoleRequest { RoleName = "restoredrill-source" }, Ct)).Role.AssumeRolePolicyDocument, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Bare_sandbox_stays_bare_when_it_is_started_again_without_saying_so()
    {
        await using (await StartAsync(new SandboxOptions { StateDirectory = state, Bare = true }))
        {
        }

        await using var second = await StartAsync();
        using var iam = Client(second);
        Assert.Equal(["AWSServiceRoleForBackup", "OrganizationAccountAccessRole"], (await iam.ListRolesAsync(new ListRolesRequest(), Ct)).Roles.Select(role => role.RoleName));
    }

    private static async Task<string> PolicyAsync(AmazonIdentityManagementServiceClient iam, string role, string policy) =>
        Uri.UnescapeDataString((await iam.GetRolePolicyAsync(new GetRolePolicyRequest { RoleName = role, PolicyName = policy }, Ct)).PolicyDocument);

    private static AmazonIdentityManagementServiceClient Client(SandboxHost sandbox) => IamSandbox.Client(sandbox.BaseAddress, sandbox.CredentialsOf(Account.Vault));

    private Task<SandboxHost> StartAsync(SandboxOptions? options = null) => SandboxHost.StartAsync(options ?? new SandboxOptions { StateDirectory = state }, Ct);
}
