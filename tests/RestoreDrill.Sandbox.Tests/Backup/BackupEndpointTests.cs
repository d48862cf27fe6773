using Amazon.Backup;
using Amazon.Backup.Model;
using RestoreDrill.Sandbox.Accounts;
using RestoreDrill.Sandbox.Control;

namespace RestoreDrill.Sandbox.Tests.Backup;

[Collection(nameof(SharedBackupSandbox))]
public sealed class BackupEndpointTests(RunningSandbox sandbox)
{
    private readonly AmazonBackupClient vault = sandbox.Backup(sandbox.KeysOf(Account.Vault));

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private SandboxControl Control => sandbox.Host.Control;

    [Fact]
    public async Task Call_is_logged_with_its_operation_and_resource()
    {
        Control.ClearCalls();
        await CreateAsync("logged");
        await Refusals.RefusedAsync<ResourceNotFoundException>(
            () => vault.DescribeBackupVaultAsync(new DescribeBackupVaultRequest { BackupVaultName = "not-logged" }, Ct), "not-logged");
        Assert.Equal(
            [
                ("backup", "CreateBackupVault", "arn:aws:backup:eu-west-1:222222222222:backup-vault:logged", "ok", true),
                ("backup", "DescribeBackupVault", "arn:aws:backup:eu-west-1:222222222222:backup-vault:not-logged", "ResourceNotFoundException", false),
            ],
            Control.Calls.Select(call => (call.Service, call.Action, call.Resource, call.Outcome, call.CarriedOut)));
    }

    [Fact]
    public async Task Throttled_call_is_refused_as_often_as_asked()
    {
        Control.Throttle(1, "ListBackupVaults");
        var refusal = await Refusals.RefusedAsync<AmazonBackupException>(() => vault.ListBackupVaultsAsync(new ListBackupVaultsRequest(), Ct), "Rate exceeded");
        Assert.Equal("ThrottlingException", refusal.ErrorCode);
        await vault.ListBackupVaultsAsync(new ListBackupVaultsRequest(), Ct);
    }

    [Theory]
    [InlineData(FaultMoment.Before, false)]
    [InlineData(FaultMoment.LostAnswer, true)]
    [InlineData(FaultMoment.LostCall, false)]
    public async Task Failed_call_is_carried_out_or_not_by_its_moment(FaultMoment moment, bool carriedOut)
    {
        var name = "fault-" + moment.ToString().ToLowerInvariant();
        Control.Fail(new CallFault { Action = "CreateBackupVault", Moment = moment });
        await Assert.ThrowsAnyAsync<Exception>(() => CreateAsync(name));
        var there = (await vault.ListBackupVaultsAsync(new ListBackupVaultsRequest(), Ct)).BackupVaultList ?? [];
        Assert.Equal(carriedOut, there.Exists(member => member.BackupVaultName == name));
    }

    [Fact]
    public async Task Session_of_the_service_role_is_for_the_service_alone() =>
        Assert.Equal("AccessDenied", await RunningSandbox.ErrorAsync(() => sandbox.AssumeAsync("restoredrill-backup-service", Account.Vault)));

    private Task<CreateBackupVaultResponse> CreateAsync(string name) => vault.CreateBackupVaultAsync(new CreateBackupVaultRequest { BackupVaultName = name }, Ct);
}
