using Amazon.RDS.Model;
using Amazon.Runtime;
using RestoreDrill.Sandbox.Accounts;

namespace RestoreDrill.Sandbox.Tests.Accounts;

[Collection(nameof(SharedSandbox))]
public sealed class RoleTests(RunningSandbox sandbox)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Source_role_opens_to_the_vault_by_the_external_id()
    {
        using var rds = sandbox.Rds(await sandbox.AssumeAsync("restoredrill-source", Account.Source, sandbox.Host.ExternalId));
        var instances = await rds.DescribeDBInstancesAsync(Ct);
        Assert.Contains(instances.DBInstances, instance => instance.DBInstanceIdentifier == RunningSandbox.Instance);
    }

    [Theory]
    [InlineData("wrong")]
    [InlineData(null)]
    public async Task Source_role_stays_shut_without_the_external_id(string? externalId) =>
        Assert.Equal("AccessDenied", await RunningSandbox.ErrorAsync(() => sandbox.AssumeAsync("restoredrill-source", Account.Source, externalId)));

    [Theory]
    [InlineData("restoredrill-vault")]
    [InlineData("restoredrill-drill")]
    public async Task Vault_roles_stay_shut_to_the_source_account(string role) =>
        Assert.Equal("AccessDenied", await RunningSandbox.ErrorAsync(() => sandbox.AssumeAsync(role, Account.Vault, from: Account.Source)));

    [Fact]
    public async Task Role_may_not_do_what_its_policy_lacks()
    {
        using var rds = sandbox.Rds(await sandbox.AssumeAsync("restoredrill-vault", Account.Vault));
        var error = await Assert.ThrowsAnyAsync<AmazonServiceException>(
            () => rds.DeleteDBSnapshotAsync(new DeleteDBSnapshotRequest { DBSnapshotIdentifier = "anything" }, Ct));
        Assert.Equal("AccessDenied", error.ErrorCode);
        Assert.Equal("User: arn:aws:sts::222222222222:assumed-role/restoredrill-vault/a-test is not authorized to perform: rds:DeleteDBSnapshot on resource: "
            + "arn:aws:rds:eu-west-1:222222222222:snapshot:anything because no identity-based policy allows the rds:DeleteDBSnapshot action", error.Message);
    }

    [Fact]
    public async Task Session_ends_when_the_sandbox_clock_says_so()
    {
        var session = await sandbox.AssumeAsync("restoredrill-drill", Account.Vault);
        using var rds = sandbox.Rds(session);
        await rds.DescribeDBInstancesAsync(Ct);
        sandbox.Host.Control.Advance(TimeSpan.FromHours(1));
        Assert.Equal("ExpiredToken", await RunningSandbox.ErrorAsync(() => rds.DescribeDBInstancesAsync(Ct)));
    }
}
