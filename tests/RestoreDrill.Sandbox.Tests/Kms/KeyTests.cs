using Amazon.KeyManagementService;
using Amazon.KeyManagementService.Model;
using RestoreDrill.Sandbox.Accounts;
using RestoreDrill.Sandbox.Tests.Backup;

namespace RestoreDrill.Sandbox.Tests.Kms;

[Collection(nameof(SharedSandbox))]
public sealed class KeyTests(RunningSandbox sandbox)
{
    private readonly Keys keys = new(sandbox);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task New_key_is_enabled_and_has_the_default_policy()
    {
        var key = await Keys.CreateAsync(keys.Source);
        Assert.Equal(
            ("111111111111", true, "Enabled", "CUSTOMER", "SYMMETRIC_DEFAULT", "ENCRYPT_DECRYPT", "AWS_KMS", "a test", false),
            (key.AWSAccountId, key.Enabled, key.KeyState.Value, key.KeyManager.Value, key.KeySpec.Value, key.KeyUsage.Value, key.Origin.Value, key.Description, key.MultiRegion));
        Assert.Equal($"arn:aws:kms:eu-west-1:111111111111:key/{key.KeyId}", key.Arn);
        Assert.Equal(key.Arn, (await Keys.DescribeAsync(keys.Source, key.KeyId)).Arn);
        var policy = await keys.Source.GetKeyPolicyAsync(new GetKeyPolicyRequest { KeyId = key.KeyId }, Ct);
        Assert.Equal("default", policy.PolicyName);
        Assert.Contains("\"Enable IAM User Permissions\"", policy.Policy, StringComparison.Ordinal);
        Assert.Contains("arn:aws:iam::111111111111:root", policy.Policy, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Keys_are_listed_page_by_page_with_those_of_AWS()
    {
        string[] made = [(await Keys.CreateAsync(keys.Source)).KeyId, (await Keys.CreateAsync(keys.Source)).KeyId];
        var listed = new List<string>();
        string? marker = null;
        do
        {
            var page = await keys.Source.ListKeysAsync(new ListKeysRequest { Limit = 2, Marker = marker }, Ct);
            Assert.True(page.Keys.Count <= 2, "a page has no more than was asked for");
            Assert.Equal(page.Truncated, page.NextMarker is not null);
            listed.AddRange(page.Keys.Select(key => key.KeyId));
            marker = page.NextMarker;
        }
        while (marker is not null);
        Assert.Equal(listed.Distinct(), listed);
        Assert.Empty(made.Except(listed));
        Assert.Contains((await Keys.DescribeAsync(keys.Source, "alias/aws/rds")).KeyId, listed);
        Assert.DoesNotContain((await Keys.DescribeAsync(keys.Vault, "alias/restoredrill")).KeyId, listed);
    }

    [Theory]
    [InlineData(1001, "1 validation error detected: Value '1001' at 'limit' failed to satisfy constraint: Member must have value less than or equal to 1000")]
    [InlineData(0, "1 validation error detected: Value '0' at 'limit' failed to satisfy constraint: Member must have value greater than or equal to 1")]
    public async Task Limit_that_cannot_be_is_refused(int limit, string text) => await RefusedAsync<AmazonKeyManagementServiceException>(
        () => keys.Source.ListKeysAsync(new ListKeysRequest { Limit = limit }, Ct), "ValidationException", text);

    [Fact]
    public async Task Marker_that_cannot_be_is_refused() => await RefusedAsync<InvalidMarkerException>(
        () => keys.Source.ListKeysAsync(new ListKeysRequest { Marker = "?" }, Ct), "InvalidMarkerException", "marker");

    [Fact]
    public async Task Key_is_disabled_and_enabled()
    {
        var key = await Keys.CreateAsync(keys.Source);
        await keys.Source.DisableKeyAsync(new DisableKeyRequest { KeyId = key.Arn }, Ct);
        key = await Keys.DescribeAsync(keys.Source, key.KeyId);
        Assert.Equal((false, "Disabled"), (key.Enabled, key.KeyState.Value));
        await RefusedAsync<DisabledException>(
            () => keys.Source.EnableKeyRotationAsync(new EnableKeyRotationRequest { KeyId = key.KeyId }, Ct), "DisabledException", $"{key.Arn} is disabled.");
        await keys.Source.EnableKeyAsync(new EnableKeyRequest { KeyId = key.KeyId }, Ct);
        Assert.Equal("Enabled", (await Keys.DescribeAsync(keys.Source, key.KeyId)).KeyState.Value);
    }

    [Theory]
    [InlineData("fake", "Invalid keyId 'fake'")]
    [InlineData("alias/restoredrill", "Invalid keyId 'alias/restoredrill'")]
    [InlineData("134f2428-cec1-4b25-a1ae-9048164dba47", "Key 'arn:aws:kms:eu-west-1:111111111111:key/134f2428-cec1-4b25-a1ae-9048164dba47' does not exist")]
    [InlineData("arn:aws:kms:us-east-1:111111111111:key/134f2428-cec1-4b25-a1ae-9048164dba47", "Invalid arn us-east-1")]
    public async Task Key_that_is_not_there_cannot_be_disabled(string key, string text) =>
        await RefusedAsync<NotFoundException>(() => keys.Source.DisableKeyAsync(new DisableKeyRequest { KeyId = key }, Ct), "NotFoundException", text);

    [Fact]
    public async Task Alias_that_is_not_there_is_not_found() => await RefusedAsync<NotFoundException>(
        () => Keys.DescribeAsync(keys.Source, "alias/nothing"), "NotFoundException", "Alias arn:aws:kms:eu-west-1:111111111111:alias/nothing is not found.");

    [Fact]
    public async Task Key_of_another_kind_is_refused()
    {
        CreateKeyRequest[] others =
        [
            new() { KeySpec = KeySpec.RSA_2048, KeyUsage = KeyUsageType.SIGN_VERIFY }, new() { MultiRegion = true }, new() { Origin = OriginType.EXTERNAL }, new() { CustomKeyStoreId = "cks-1" },
        ];
        foreach (var other in others)
        {
            await RefusedAsync<UnsupportedOperationException>(() => keys.Source.CreateKeyAsync(other, Ct), "UnsupportedOperationException", "This sandbox");
        }
    }

    [Theory]
    [InlineData("DisableKey")]
    [InlineData("ScheduleKeyDeletion")]
    [InlineData("PutKeyPolicy")]
    [InlineData("EnableKeyRotation")]
    [InlineData("TagResource")]
    [InlineData("CreateGrant")]
    [InlineData("CreateAlias")]
    public async Task Key_of_AWS_cannot_be_changed(string operation)
    {
        var key = (await Keys.DescribeAsync(keys.Source, "alias/aws/rds")).KeyId;
        Func<Task> change = operation switch
        {
            "DisableKey" => () => keys.Source.DisableKeyAsync(new DisableKeyRequest { KeyId = key }, Ct),
            "ScheduleKeyDeletion" => () => keys.Source.ScheduleKeyDeletionAsync(new ScheduleKeyDeletionRequest { KeyId = key }, Ct),
            "PutKeyPolicy" => () => keys.Source.PutKeyPolicyAsync(new PutKeyPolicyRequest { KeyId = key, Policy = "{}", BypassPolicyLockoutSafetyCheck = true }, Ct),
            "EnableKeyRotation" => () => keys.Source.EnableKeyRotationAsync(new EnableKeyRotationRequest { KeyId = key }, Ct),
            "TagResource" => () => keys.Source.TagResourceAsync(new TagResourceRequest { KeyId = key, Tags = [new Tag { TagKey = "a", TagValue = "b" }] }, Ct),
            "CreateGrant" => () => keys.Source.CreateGrantAsync(
                new CreateGrantRequest { KeyId = key, GranteePrincipal = "arn:aws:iam::111111111111:root", Operations = ["Decrypt"] }, Ct),
            _ => () => keys.Source.CreateAliasAsync(new CreateAliasRequest { AliasName = Keys.NewAlias(), TargetKeyId = key }, Ct),
        };
        await RefusedAsync<AmazonKeyManagementServiceException>(
            change, "AccessDeniedException", $"because no resource-based policy allows the kms:{operation} action");
        Assert.Equal("Enabled", (await Keys.DescribeAsync(keys.Source, key)).KeyState.Value);
    }

    [Fact]
    public async Task Key_of_another_account_is_changed_by_nobody_whatever_its_policy_says()
    {
        var key = (await Keys.CreateAsync(keys.Vault, """
            {"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"AWS":["111111111111","222222222222"]},"Action":"kms:*","Resource":"*"}]}
            """)).Arn;
        Assert.Equal(Account.Vault.Id, (await Keys.DescribeAsync(keys.Source, key)).AWSAccountId);
        Func<Task>[] changes =
        [
            () => keys.Source.DisableKeyAsync(new DisableKeyRequest { KeyId = key }, Ct),
            () => keys.Source.ScheduleKeyDeletionAsync(new ScheduleKeyDeletionRequest { KeyId = key }, Ct),
            () => keys.Source.GetKeyPolicyAsync(new GetKeyPolicyRequest { KeyId = key }, Ct),
            () => keys.Source.PutKeyPolicyAsync(new PutKeyPolicyRequest { KeyId = key, Policy = "{}" }, Ct),
            () => keys.Source.CreateAliasAsync(new CreateAliasRequest { AliasName = Keys.NewAlias(), TargetKeyId = key }, Ct),
        ];
        foreach (var change in changes)
        {
            await RefusedAsync<AmazonKeyManagementServiceException>(change, "AccessDeniedException", $"on resource: {key} because no resource-based policy allows");
        }
    }

    [Fact]
    public async Task Operation_that_is_not_known_is_refused() => Assert.Equal(
        "UnknownOperationException", await RunningSandbox.ErrorAsync(() => keys.Source.GenerateRandomAsync(new GenerateRandomRequest { NumberOfBytes = 8 }, Ct)));

    internal static async Task RefusedAsync<T>(Func<Task> call, string code, string text)
        where T : AmazonKeyManagementServiceException
    {
        var refusal = await Refusals.RefusedAsync<T>(call, text);
        Assert.Equal((code, 400), (refusal.ErrorCode, (int)refusal.StatusCode));
    }
}
