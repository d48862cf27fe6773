using Amazon.Backup.Model;
using Amazon.KeyManagementService.Model;
using RestoreDrill.Sandbox.Accounts;
using RestoreDrill.Sandbox.Tests.Kms;

namespace RestoreDrill.Sandbox.Tests.Backup;

/// <summary>What AWS Backup's jobs ask of keys, and in whose name.</summary>
[Collection(nameof(SharedBackupSandbox))]
public sealed class BackupKeyTests(RunningSandbox sandbox) : IAsyncLifetime
{
    private const string NotUsable = "KMS key is either disabled or pending deletion or access to KMS key is denied";
    private const string ServiceRoleName = "AWSServiceRoleForBackup";
    private const string ServiceRole = "aws-service-role/backup.amazonaws.com/" + ServiceRoleName;
    private const string Alias = "alias/restoredrill";
    private readonly Backups backups = new(sandbox);
    private readonly Keys keys = new(sandbox);
    private string sourceVault = null!;
    private string point = null!;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        sourceVault = await backups.CreateVaultAsync(backups.Source, "keys");
        point = (await backups.BackUpAsync(sourceVault, 10)).RecoveryPointArn;
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task Copy_uses_the_sources_key_by_the_jobs_role_and_both_keys_by_the_service_role_of_the_vault_account()
    {
        await SucceedsAsync();
        var asked = sandbox.Host.Control.Permissions.Where(permission => permission.Action == "kms:CreateGrant" && permission.IsAllowed)
            .Select(permission => (permission.Account, permission.Role, permission.Resource.Split(':')[4])).ToHashSet();
        Assert.Superset(
            new HashSet<(string, string?, string)>
            {
                ("111111111111", "restoredrill-backup-service", "111111111111"), ("222222222222", ServiceRoleName, "111111111111"), ("222222222222", ServiceRoleName, "222222222222"),
            },
            asked);
    }

    [Fact]
    public async Task Copy_fails_where_the_sources_key_does_not_let_the_vault_account_in()
    {
        var key = await Keys.DescribeAsync(keys.Source, Alias);
        await WithPolicyAsync(keys.Source, key.KeyId, """
            {"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"AWS":"arn:aws:iam::111111111111:root"},"Action":"kms:*","Resource":"*"}]}
            """, () => FailsAsync($"The source snapshot KMS key [{key.Arn}] does not exist, is not enabled or you do not have permissions to access it."));
        await SucceedsAsync();
    }

    [Fact]
    public async Task Copy_within_the_account_can_go_into_a_vault_under_the_default_key()
    {
        var request = Backups.CopyJob(sourceVault, point, "replaced");
        request.DestinationBackupVaultArn = Backups.VaultArn(Account.Source, await backups.CreateVaultAsync(backups.Source, "default", isUnderDefaultKey: true));
        Assert.Equal("COMPLETED", (await backups.CopyAsync(request)).State.Value);
    }

    [Fact]
    public async Task Copy_fails_where_a_key_denies_the_role_that_uses_it()
    {
        static string Denying(string account, string role) => $$"""
            {"Version":"2012-10-17","Statement":[
              {"Effect":"Allow","Principal":{"AWS":"{{account}}"},"Action":"kms:*","Resource":"*"},
              {"Effect":"Deny","Principal":{"AWS":"arn:aws:iam::{{account}}:role/{{role}}"},"Action":"kms:CreateGrant","Resource":"*"}]}
            """;
        var source = (await Keys.DescribeAsync(keys.Source, Alias)).KeyId;
        await WithPolicyAsync(keys.Source, source, Denying("111111111111", "restoredrill-backup-service"), async () =>
        {
            await FailsAsync(NotUsable);
            var backup = await backups.BackUpAsync(sourceVault, 10);
            Assert.Equal(("FAILED", NotUsable), (backup.State.Value, backup.StatusMessage));
        });
        var vault = (await Keys.DescribeAsync(keys.Vault, Alias)).KeyId;
        await WithPolicyAsync(keys.Vault, vault, Denying("222222222222", ServiceRole), () => FailsAsync(NotUsable));
        await SucceedsAsync();
    }

    [Theory]
    [InlineData("Disabled")]
    [InlineData("PendingDeletion")]
    public async Task Copy_whose_key_cannot_be_used_is_described_and_not_restored(string state)
    {
        var key = await Keys.CreateAsync(keys.Vault);
        var vault = Backups.NewName("own-key");
        await backups.Vault.CreateBackupVaultAsync(new CreateBackupVaultRequest { BackupVaultName = vault, EncryptionKeyArn = key.Arn }, Ct);
        await backups.LetInAsync(vault);
        await backups.SetCrossAccountAsync(true);
        var job = await backups.CopyAsync(Backups.CopyJob(sourceVault, point, vault, 30));
        Assert.Equal(("COMPLETED", key.Arn), (job.State.Value, job.DestinationEncryptionKeyArn));
        await (state == "Disabled"
            ? keys.Vault.DisableKeyAsync(new DisableKeyRequest { KeyId = key.KeyId }, Ct)
            : (Task)keys.Vault.ScheduleKeyDeletionAsync(new ScheduleKeyDeletionRequest { KeyId = key.KeyId }, Ct));

        var described = await backups.Vault.DescribeRecoveryPointAsync(
            new DescribeRecoveryPointRequest { BackupVaultName = vault, RecoveryPointArn = job.DestinationRecoveryPointArn }, Ct);
        Assert.Equal(("COMPLETED", key.Arn), (described.Status.Value, described.EncryptionKeyArn));
        await Assert.ThrowsAsync<Amazon.RDS.Model.KMSKeyNotAccessibleException>(
            () => sandbox.Vault.RestoreDBInstanceFromDBSnapshotAsync(RunningSandbox.Restore(Backups.NewName("rd"), job.DestinationRecoveryPointArn), Ct));
        var again = await backups.CopyAsync(Backups.CopyJob(sourceVault, point, vault, 30));
        Assert.Equal(("FAILED", NotUsable), (again.State.Value, again.StatusMessage));
    }

    private static async Task WithPolicyAsync(
        Amazon.KeyManagementService.AmazonKeyManagementServiceClient account, string key, string policy, Func<Task> act)
    {
        var before = (await account.GetKeyPolicyAsync(new GetKeyPolicyRequest { KeyId = key }, Ct)).Policy;
        await account.PutKeyPolicyAsync(new PutKeyPolicyRequest { KeyId = key, Policy = policy }, Ct);
        try
        {
            await act();
        }
        finally
        {
            await account.PutKeyPolicyAsync(new PutKeyPolicyRequest { KeyId = key, Policy = before }, Ct);
        }
    }

    private async Task SucceedsAsync() => Assert.Equal("COMPLETED", (await CopyAsync()).State.Value);

    private async Task FailsAsync(string text)
    {
        var job = await CopyAsync();
        Assert.Equal(("FAILED", text), (job.State.Value, job.StatusMessage));
    }

    private async Task<CopyJob> CopyAsync() => await backups.CopyAsync(Backups.CopyJob(sourceVault, point, await backups.CreateDestinationAsync("keys"), 30));
}
