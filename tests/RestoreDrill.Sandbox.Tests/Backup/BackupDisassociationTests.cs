using Amazon.Backup;
using Amazon.Backup.Model;

namespace RestoreDrill.Sandbox.Tests.Backup;

[Collection(nameof(SharedBackupSandbox))]
public sealed class BackupDisassociationTests(RunningSandbox sandbox) : IAsyncLifetime
{
    private readonly Backups backups = new(sandbox);
    private string vault = null!;
    private string point = null!;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        vault = await backups.CreateVaultAsync(backups.Source, "apart");
        point = (await backups.BackUpAsync(vault, 35)).RecoveryPointArn;
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task Snapshot_cannot_be_disassociated_and_stays()
    {
        await Refusals.RefusedAsync<InvalidRequestException>(() => DisassociateAsync(vault, point), "is a snapshot, not a continuous backup");
        await Refusals.RefusedAsync<ResourceNotFoundException>(() => DisassociateAsync(vault, point + "0"), "Cannot find recovery point");
        await Refusals.RefusedAsync<ResourceNotFoundException>(() => DisassociateAsync("no-such-vault", point), "no-such-vault");
        await StaysAsync();
    }

    [Fact]
    public async Task Lock_keeps_a_point_from_being_disassociated_as_from_being_deleted()
    {
        await backups.Source.PutBackupVaultLockConfigurationAsync(
            new PutBackupVaultLockConfigurationRequest { BackupVaultName = vault, MinRetentionDays = 1, MaxRetentionDays = 60 }, Ct);
        await Refusals.RefusedAsync<InvalidRequestException>(() => DisassociateAsync(vault, point), "is locked");
        await StaysAsync();
    }

    [Fact]
    public async Task Policy_of_the_vault_denies_it_to_the_accounts_own_administrator()
    {
        await backups.Source.PutBackupVaultAccessPolicyAsync(new PutBackupVaultAccessPolicyRequest
        {
            BackupVaultName = vault,
            Policy = """{"Version":"2012-10-17","Statement":{"Effect":"Deny","Principal":"*","Action":"backup:DisassociateRecoveryPoint","Resource":"*"}}""",
        }, Ct);
        await Refusals.RefusedAsync<AmazonBackupException>(
            () => DisassociateAsync(vault, point), $"backup:DisassociateRecoveryPoint on resource: {point} with an explicit deny in a resource-based policy");
        await StaysAsync();
    }

    private async Task StaysAsync() => Assert.Equal("COMPLETED", (await backups.Source.DescribeRecoveryPointAsync(
        new DescribeRecoveryPointRequest { BackupVaultName = vault, RecoveryPointArn = point }, Ct)).Status.Value);

    private Task<DisassociateRecoveryPointResponse> DisassociateAsync(string name, string arn) =>
        backups.Source.DisassociateRecoveryPointAsync(new DisassociateRecoveryPointRequest { BackupVaultName = name, RecoveryPointArn = arn }, Ct);
}
