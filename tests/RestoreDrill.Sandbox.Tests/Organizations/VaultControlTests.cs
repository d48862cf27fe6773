using Amazon.Backup;
using Amazon.Backup.Model;
using RestoreDrill.Sandbox.Accounts;
using RestoreDrill.Sandbox.Tests.Backup;

namespace RestoreDrill.Sandbox.Tests.Organizations;

/// <summary>The shipped service control policy for the vault account, against its own administrator.</summary>
public sealed class VaultControlTests : OrganizationTest
{
    private const string Point = "arn:aws:rds:eu-west-1:222222222222:snapshot:awsbackup:copyjob-1";

    [Fact]
    public async Task Shipped_policy_denies_cancelling_a_hold_and_disassociating_a_point_and_nothing_else_does()
    {
        var wire = new BackupWire(Host.BaseAddress, Host.KeysOf(Account.Vault));
        var hold = (await wire.PostAsync("/legal-holds/", new { Title = "audit", Description = "of 2026" })).Of("LegalHoldId");
        await Backup(Account.Vault).CreateBackupVaultAsync(new CreateBackupVaultRequest { BackupVaultName = "without-policy" }, Ct);
        await EnableAsync();
        var control = await CreatePolicyAsync("restoredrill-vault", ShippedPolicies.Text("vault-account.scp").Replace("{vault-account}", Account.Vault.Id, StringComparison.Ordinal));
        await AttachAsync(control.Id, Account.Vault.Id);
        var vault = Backup(Account.Vault);
        Task CancelAsync() => vault.CancelLegalHoldAsync(new CancelLegalHoldRequest { LegalHoldId = hold, CancelDescription = "over" }, Ct);
        Task DisassociateAsync() =>
            vault.DisassociateRecoveryPointAsync(new DisassociateRecoveryPointRequest { BackupVaultName = "without-policy", RecoveryPointArn = Point }, Ct);

        const string Denied = "with an explicit deny in a service control policy";
        var refusal = await Refusals.RefusedAsync<AmazonBackupException>(
            CancelAsync, $"backup:CancelLegalHold on resource: arn:aws:backup:eu-west-1:222222222222:legal-hold:{hold} {Denied}");
        Assert.Equal("AccessDeniedException", refusal.ErrorCode);
        await Refusals.RefusedAsync<AmazonBackupException>(DisassociateAsync, $"backup:DisassociateRecoveryPoint on resource: {Point} {Denied}");
        Assert.Equal("ACTIVE", (await wire.GetAsync($"/legal-holds/{hold}")).Of("Status"));

        await DetachAsync(control.Id, Account.Vault.Id);
        await CancelAsync();
        await Refusals.RefusedAsync<ResourceNotFoundException>(DisassociateAsync, "Cannot find recovery point");
    }
}
