using Amazon.KeyManagementService.Model;
using RestoreDrill.Sandbox.Accounts;

namespace RestoreDrill.Sandbox.Tests.Kms;

[Collection(nameof(SharedSandbox))]
public sealed class DescribeKeyTests(RunningSandbox sandbox)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("alias/restoredrill", "CUSTOMER")]
    [InlineData("alias/aws/rds", "AWS")]
    public async Task Key_is_found_by_alias_with_its_manager(string alias, string manager)
    {
        var key = await DescribeAsync(alias);
        Assert.Equal(("Enabled", manager, "222222222222"), (key.KeyState.Value, key.KeyManager.Value, key.AWSAccountId));
        Assert.Equal(key.Arn, (await DescribeAsync(key.KeyId)).Arn);
    }

    [Fact]
    public async Task Key_state_is_the_one_that_control_set()
    {
        sandbox.Host.Control.SetKeyState("vault", RunningSandbox.Region, "alias/restoredrill", "PendingDeletion");
        try
        {
            var key = await DescribeAsync("alias/restoredrill");
            Assert.Equal("PendingDeletion", key.KeyState.Value);
            Assert.NotNull(key.DeletionDate);
        }
        finally
        {
            sandbox.Host.Control.SetKeyState("vault", RunningSandbox.Region, "alias/restoredrill", "Enabled");
        }
    }

    [Fact]
    public async Task Unknown_key_is_not_found() =>
        await Assert.ThrowsAsync<NotFoundException>(() => DescribeAsync("alias/nothing"));

    [Fact]
    public async Task Key_of_another_account_is_described_only_where_its_policy_allows()
    {
        Assert.Equal("111111111111", (await DescribeAsync("arn:aws:kms:eu-west-1:111111111111:alias/restoredrill")).AWSAccountId);
        Assert.Equal("AccessDeniedException", await RunningSandbox.ErrorAsync(() => DescribeAsync("arn:aws:kms:eu-west-1:111111111111:alias/aws/rds")));
    }

    private async Task<KeyMetadata> DescribeAsync(string key) =>
        (await sandbox.Kms(sandbox.KeysOf(Account.Vault)).DescribeKeyAsync(new DescribeKeyRequest { KeyId = key }, Ct)).KeyMetadata;
}
