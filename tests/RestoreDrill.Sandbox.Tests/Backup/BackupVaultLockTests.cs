using Amazon.Backup;
using Amazon.Backup.Model;
using RestoreDrill.Sandbox.Accounts;

namespace RestoreDrill.Sandbox.Tests.Backup;

[Collection(nameof(SharedBackupSandbox))]
public sealed class BackupVaultLockTests(RunningSandbox sandbox)
{
    private readonly AmazonBackupClient vault = sandbox.Backup(sandbox.KeysOf(Account.Vault));

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Governance_lock_has_no_date_and_can_be_changed_and_removed_at_any_time()
    {
        await CreateAsync("governed");
        await LockAsync("governed", 7, 30);
        var locked = await DescribeAsync("governed");
        Assert.Equal((true, 7L, 30L, null), (locked.Locked, locked.MinRetentionDays, locked.MaxRetentionDays, locked.LockDate));

        sandbox.Host.Control.Advance(TimeSpan.FromDays(400));
        await LockAsync("governed", null, 60);
        var changed = await DescribeAsync("governed");
        Assert.Equal((true, null, 60L), (changed.Locked, changed.MinRetentionDays, changed.MaxRetentionDays));

        await UnlockAsync("governed");
        Assert.Equal((false, null), ((await DescribeAsync("governed")).Locked, (await DescribeAsync("governed")).MaxRetentionDays));
    }

    [Fact]
    public async Task Compliance_lock_can_be_changed_and_removed_until_its_date_and_never_after()
    {
        await CreateAsync("compliant");
        var now = sandbox.Host.Control.Now.UtcDateTime;
        await LockAsync("compliant", 7, 30, 3);
        var locked = await DescribeAsync("compliant");
        Assert.True(locked.Locked);
        Assert.InRange(locked.LockDate!.Value, now.AddDays(3).AddSeconds(-1), now.AddDays(3).AddMinutes(1));

        sandbox.Host.Control.Advance(TimeSpan.FromDays(2.9));
        await UnlockAsync("compliant");
        Assert.False((await DescribeAsync("compliant")).Locked);
        await LockAsync("compliant", 7, 40, 3);
        await LockAsync("compliant", 7, 35, 3);
        Assert.Equal(35, (await DescribeAsync("compliant")).MaxRetentionDays);

        sandbox.Host.Control.Advance(TimeSpan.FromDays(3));
        await Refusals.RefusedAsync<InvalidRequestException>(() => LockAsync("compliant", 7, 36), "immutable");
        await Refusals.RefusedAsync<InvalidRequestException>(() => UnlockAsync("compliant"), "immutable");
        Assert.Equal(35, (await DescribeAsync("compliant")).MaxRetentionDays);
    }

    [Theory]
    [InlineData(0, 30, null, "MinRetentionDays must be between 1 and 36500")]
    [InlineData(-1, 30, null, "MinRetentionDays must be between 1 and 36500")]
    [InlineData(1, 36501, null, "MaxRetentionDays must be between 1 and 36500")]
    [InlineData(31, 30, null, "MinRetentionDays (31) must not be greater than MaxRetentionDays (30)")]
    [InlineData(1, 30, 2, "ChangeableForDays must be between 3 and 36500")]
    [InlineData(1, 30, 36501, "ChangeableForDays must be between 3 and 36500")]
    public async Task Lock_outside_of_the_ranges_is_refused(int minimum, int maximum, int? changeable, string text)
    {
        var name = $"range-{Guid.NewGuid():n}"[..20];
        await CreateAsync(name);
        await Refusals.RefusedAsync<InvalidParameterValueException>(() => LockAsync(name, minimum, maximum, changeable), text);
        Assert.False((await DescribeAsync(name)).Locked);
    }

    [Theory]
    [InlineData(1, 36500, 36500)]
    [InlineData(30, 30, 3)]
    public async Task Lock_at_the_ends_of_the_ranges_is_taken(int minimum, int maximum, int changeable)
    {
        var name = $"range-{Guid.NewGuid():n}"[..20];
        await CreateAsync(name);
        await LockAsync(name, minimum, maximum, changeable);
        Assert.Equal((true, maximum), ((await DescribeAsync(name)).Locked, (int)(await DescribeAsync(name)).MaxRetentionDays!));
    }

    private Task<CreateBackupVaultResponse> CreateAsync(string name) => vault.CreateBackupVaultAsync(new CreateBackupVaultRequest { BackupVaultName = name }, Ct);

    private Task<DescribeBackupVaultResponse> DescribeAsync(string name) =>
        vault.DescribeBackupVaultAsync(new DescribeBackupVaultRequest { BackupVaultName = name }, Ct);

    private Task<DeleteBackupVaultLockConfigurationResponse> UnlockAsync(string name) =>
        vault.DeleteBackupVaultLockConfigurationAsync(new DeleteBackupVaultLockConfigurationRequest { BackupVaultName = name }, Ct);

    private Task<PutBackupVaultLockConfigurationResponse> LockAsync(string name, int? minimum, int? maximum, int? changeable = null) => vault.PutBackupVaultLockConfigurationAsync(
        new PutBackupVaultLockConfigurationRequest
        {
            BackupVaultName = name, MinRetentionDays = minimum, MaxRetentionDays = maximum, ChangeableForDays = changeable,
        }, Ct);
}
