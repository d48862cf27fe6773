using Amazon.KeyManagementService;
using Amazon.KeyManagementService.Model;

namespace RestoreDrill.Sandbox.Tests.Kms;

[Collection(nameof(SharedSandbox))]
public sealed class KeyRotationTests(RunningSandbox sandbox)
{
    private readonly Keys keys = new(sandbox);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Key_is_rotated_once_that_is_asked_for()
    {
        var key = (await Keys.CreateAsync(keys.Source)).KeyId;
        Assert.False((await StatusAsync(key)).KeyRotationEnabled);
        await keys.Source.EnableKeyRotationAsync(new EnableKeyRotationRequest { KeyId = key, RotationPeriodInDays = 90 }, Ct);
        var status = await StatusAsync(key);
        Assert.Equal((true, 90, key), (status.KeyRotationEnabled, status.RotationPeriodInDays, status.KeyId));
        Assert.Equal(90, (status.NextRotationDate!.Value.ToUniversalTime() - sandbox.Host.Control.Now.UtcDateTime).TotalDays, 0.01);
        await keys.Source.DisableKeyRotationAsync(new DisableKeyRotationRequest { KeyId = key }, Ct);
        Assert.False((await StatusAsync(key)).KeyRotationEnabled);
    }

    [Fact]
    public async Task Key_that_is_to_be_deleted_is_not_rotated_until_that_is_taken_back()
    {
        var key = (await Keys.CreateAsync(keys.Source)).KeyId;
        await keys.Source.EnableKeyRotationAsync(new EnableKeyRotationRequest { KeyId = key }, Ct);
        await keys.Source.ScheduleKeyDeletionAsync(new ScheduleKeyDeletionRequest { KeyId = key }, Ct);
        Assert.False((await StatusAsync(key)).KeyRotationEnabled);
        await keys.Source.CancelKeyDeletionAsync(new CancelKeyDeletionRequest { KeyId = key }, Ct);
        Assert.Equal(365, (await StatusAsync(key)).RotationPeriodInDays);
    }

    [Fact]
    public async Task Key_of_AWS_is_rotated_every_year() =>
        Assert.Equal(365, (await StatusAsync((await Keys.DescribeAsync(keys.Source, "alias/aws/rds")).KeyId)).RotationPeriodInDays);

    [Theory]
    [InlineData(89, "greater than or equal to 90")]
    [InlineData(2561, "less than or equal to 2560")]
    public async Task Period_that_cannot_be_is_refused(int days, string text)
    {
        var key = (await Keys.CreateAsync(keys.Source)).KeyId;
        await KeyTests.RefusedAsync<AmazonKeyManagementServiceException>(
            () => keys.Source.EnableKeyRotationAsync(new EnableKeyRotationRequest { KeyId = key, RotationPeriodInDays = days }, Ct), "ValidationException", text);
    }

    private Task<GetKeyRotationStatusResponse> StatusAsync(string key) => keys.Source.GetKeyRotationStatusAsync(new GetKeyRotationStatusRequest { KeyId = key }, Ct);
}
