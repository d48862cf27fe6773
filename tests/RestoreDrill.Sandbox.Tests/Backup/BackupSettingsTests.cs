using Amazon.Backup.Model;
using RestoreDrill.Sandbox.Accounts;

namespace RestoreDrill.Sandbox.Tests.Backup;

[Collection(nameof(SharedBackupSandbox))]
public sealed class BackupSettingsTests(RunningSandbox sandbox)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Setting_of_the_management_account_is_seen_by_every_account()
    {
        await UpdateAsync(Account.Management, "isCrossAccountBackupEnabled", "true");
        var seen = await sandbox.Backup(sandbox.KeysOf(Account.Source)).DescribeGlobalSettingsAsync(new DescribeGlobalSettingsRequest(), Ct);
        Assert.Equal(("true", "false"), (seen.GlobalSettings["isCrossAccountBackupEnabled"], seen.GlobalSettings["isMpaEnabled"]));
        Assert.NotNull(seen.LastUpdateTime);

        await UpdateAsync(Account.Management, "isCrossAccountBackupEnabled", "false");
        seen = await sandbox.Backup(sandbox.KeysOf(Account.Vault)).DescribeGlobalSettingsAsync(new DescribeGlobalSettingsRequest(), Ct);
        Assert.Equal("false", seen.GlobalSettings["isCrossAccountBackupEnabled"]);
    }

    [Fact]
    public async Task Setting_is_refused_to_every_other_account() =>
        await Refusals.RefusedAsync<InvalidRequestException>(() => UpdateAsync(Account.Vault, "isCrossAccountBackupEnabled", "true"), "management account");

    [Theory]
    [InlineData("isCrossAccountBackupEnabled", "yes")]
    [InlineData("isCrossAccountBackupEnable", "true")]
    public async Task Setting_that_is_not_known_is_refused(string name, string value) =>
        await Refusals.RefusedAsync<InvalidParameterValueException>(() => UpdateAsync(Account.Management, name, value), $"{name}={value}");

    private Task<UpdateGlobalSettingsResponse> UpdateAsync(Account account, string name, string value) => sandbox.Backup(sandbox.KeysOf(account))
        .UpdateGlobalSettingsAsync(new UpdateGlobalSettingsRequest { GlobalSettings = new() { [name] = value } }, Ct);
}
