using Amazon.KeyManagementService;
using Amazon.KeyManagementService.Model;
using Amazon.RDS.Model;
using RestoreDrill.Sandbox.Tests.Backup;

namespace RestoreDrill.Sandbox.Tests.Kms;

[Collection(nameof(SharedBackupSandbox))]
public sealed class KeyDeletionTests(RunningSandbox sandbox)
{
    private readonly Keys keys = new(sandbox);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(null, 30)]
    [InlineData(7, 7)]
    public async Task Key_waits_for_its_deletion_and_is_gone_after_it(int? asked, int days)
    {
        var key = await Keys.CreateAsync(keys.Vault);
        var alias = Keys.NewAlias();
        await keys.Vault.CreateAliasAsync(new CreateAliasRequest { AliasName = alias, TargetKeyId = key.KeyId }, Ct);
        var answer = await keys.Vault.ScheduleKeyDeletionAsync(new ScheduleKeyDeletionRequest { KeyId = key.KeyId, PendingWindowInDays = asked }, Ct);
        Assert.Equal((key.Arn, "PendingDeletion", days), (answer.KeyId, answer.KeyState.Value, answer.PendingWindowInDays));
        Assert.Equal(days, (answer.DeletionDate!.Value.ToUniversalTime() - sandbox.Host.Control.Now.UtcDateTime).TotalDays, 0.01);
        var waiting = await Keys.DescribeAsync(keys.Vault, alias);
        Assert.Equal((false, "PendingDeletion", answer.DeletionDate), (waiting.Enabled, waiting.KeyState.Value, waiting.DeletionDate));

        sandbox.Host.Control.Advance(TimeSpan.FromDays(days) - TimeSpan.FromHours(1));
        Assert.Equal("PendingDeletion", (await Keys.DescribeAsync(keys.Vault, key.KeyId)).KeyState.Value);
        sandbox.Host.Control.Advance(TimeSpan.FromHours(1));
        await KeyTests.RefusedAsync<NotFoundException>(() => Keys.DescribeAsync(keys.Vault, key.KeyId), "NotFoundException", $"Key '{key.Arn}' does not exist");
        await KeyTests.RefusedAsync<NotFoundException>(() => Keys.DescribeAsync(keys.Vault, alias), "NotFoundException", "is not found.");
    }

    [Theory]
    [InlineData(6)]
    [InlineData(31)]
    public async Task Deletion_in_another_window_is_refused(int days)
    {
        var key = await Keys.CreateAsync(keys.Vault);
        await KeyTests.RefusedAsync<AmazonKeyManagementServiceException>(
            () => keys.Vault.ScheduleKeyDeletionAsync(new ScheduleKeyDeletionRequest { KeyId = key.KeyId, PendingWindowInDays = days }, Ct), "ValidationException", "7 and 30");
    }

    [Fact]
    public async Task Deletion_is_taken_back_into_disabled_and_only_while_it_waits()
    {
        var key = await Keys.CreateAsync(keys.Vault);
        await KeyTests.RefusedAsync<KMSInvalidStateException>(() => CancelAsync(key.KeyId), "KMSInvalidStateException", $"{key.Arn} is not pending deletion.");
        await keys.Vault.ScheduleKeyDeletionAsync(new ScheduleKeyDeletionRequest { KeyId = key.KeyId }, Ct);
        Assert.Equal(key.Arn, (await CancelAsync(key.KeyId)).KeyId);
        var kept = await Keys.DescribeAsync(keys.Vault, key.KeyId);
        Assert.Equal(("Disabled", null), (kept.KeyState.Value, kept.DeletionDate));
        sandbox.Host.Control.Advance(TimeSpan.FromDays(31));
        Assert.Equal("Disabled", (await Keys.DescribeAsync(keys.Vault, key.KeyId)).KeyState.Value);
    }

    [Theory]
    [InlineData("EnableKey", false)]
    [InlineData("DisableKey", false)]
    [InlineData("ScheduleKeyDeletion", false)]
    [InlineData("CreateAlias", false)]
    [InlineData("TagResource", false)]
    [InlineData("UntagResource", false)]
    [InlineData("CreateGrant", false)]
    [InlineData("EnableKeyRotation", false)]
    [InlineData("GetKeyPolicy", true)]
    [InlineData("PutKeyPolicy", true)]
    [InlineData("ListGrants", true)]
    [InlineData("ListResourceTags", true)]
    [InlineData("GetKeyRotationStatus", true)]
    public async Task Key_that_waits_can_be_looked_at_and_not_used(string operation, bool isGood)
    {
        var metadata = await Keys.CreateAsync(keys.Vault);
        var key = metadata.KeyId;
        await keys.Vault.ScheduleKeyDeletionAsync(new ScheduleKeyDeletionRequest { KeyId = key }, Ct);
        Func<Task> call = operation switch
        {
            "EnableKey" => () => keys.Vault.EnableKeyAsync(new EnableKeyRequest { KeyId = key }, Ct),
            "DisableKey" => () => keys.Vault.DisableKeyAsync(new DisableKeyRequest { KeyId = key }, Ct),
            "ScheduleKeyDeletion" => () => keys.Vault.ScheduleKeyDeletionAsync(new ScheduleKeyDeletionRequest { KeyId = key }, Ct),
            "CreateAlias" => () => keys.Vault.CreateAliasAsync(new CreateAliasRequest { AliasName = Keys.NewAlias(), TargetKeyId = key }, Ct),
            "TagResource" => () => keys.Vault.TagResourceAsync(
                new Amazon.KeyManagementService.Model.TagResourceRequest { KeyId = key, Tags = [new() { TagKey = "a", TagValue = "b" }] }, Ct),
            "UntagResource" => () => keys.Vault.UntagResourceAsync(new UntagResourceRequest { KeyId = key, TagKeys = ["a"] }, Ct),
            "CreateGrant" => () => keys.Vault.CreateGrantAsync(
                new CreateGrantRequest { KeyId = key, GranteePrincipal = "arn:aws:iam::222222222222:root", Operations = ["Decrypt"] }, Ct),
            "EnableKeyRotation" => () => keys.Vault.EnableKeyRotationAsync(new EnableKeyRotationRequest { KeyId = key }, Ct),
            "GetKeyPolicy" => () => keys.Vault.GetKeyPolicyAsync(new GetKeyPolicyRequest { KeyId = key }, Ct),
            "PutKeyPolicy" => async () => await keys.Vault.PutKeyPolicyAsync(
                new PutKeyPolicyRequest { KeyId = key, Policy = (await keys.Vault.GetKeyPolicyAsync(new GetKeyPolicyRequest { KeyId = key }, Ct)).Policy }, Ct),
            "ListGrants" => () => Keys.GrantsAsync(keys.Vault, key),
            "ListResourceTags" => () => keys.Vault.ListResourceTagsAsync(new ListResourceTagsRequest { KeyId = key }, Ct),
            _ => () => keys.Vault.GetKeyRotationStatusAsync(new GetKeyRotationStatusRequest { KeyId = key }, Ct),
        };
        if (isGood)
        {
            await call();
        }
        else
        {
            await KeyTests.RefusedAsync<KMSInvalidStateException>(call, "KMSInvalidStateException", $"{metadata.Arn} is pending deletion.");
        }
    }

    [Fact]
    public async Task Deletion_is_refused_by_a_policy_on_its_window()
    {
        var key = await Keys.CreateAsync(keys.Vault, """
            {"Version":"2012-10-17","Statement":[
              {"Effect":"Allow","Principal":{"AWS":"arn:aws:iam::222222222222:root"},"Action":"kms:*","Resource":"*"},
              {"Effect":"Deny","Principal":"*","Action":"kms:ScheduleKeyDeletion","Resource":"*","Condition":{"NumericLessThan":{"kms:ScheduleKeyDeletionPendingWindowInDays":"30"}}}]}
            """);
        await KeyTests.RefusedAsync<AmazonKeyManagementServiceException>(
            () => keys.Vault.ScheduleKeyDeletionAsync(new ScheduleKeyDeletionRequest { KeyId = key.KeyId, PendingWindowInDays = 29 }, Ct),
            "AccessDeniedException", "with an explicit deny in a resource-based policy");
        await keys.Vault.ScheduleKeyDeletionAsync(new ScheduleKeyDeletionRequest { KeyId = key.KeyId }, Ct);
    }

    [Fact]
    public async Task Copy_whose_key_is_gone_stays_there_and_can_never_be_restored()
    {
        var key = await Keys.CreateAsync(keys.Vault);
        var name = Backups.NewName("rd");
        await sandbox.CopyIntoVaultAsync(name);
        var copy = name + "-own";
        await sandbox.Vault.CopyDBSnapshotAsync(
            new CopyDBSnapshotRequest { SourceDBSnapshotIdentifier = name, TargetDBSnapshotIdentifier = copy, KmsKeyId = key.Arn }, Ct);
        await RunningSandbox.SnapshotAsync(sandbox.Vault, copy, "available");
        await keys.Vault.ScheduleKeyDeletionAsync(new ScheduleKeyDeletionRequest { KeyId = key.KeyId, PendingWindowInDays = 7 }, Ct);
        await RestoreFailsAsync(copy, key.Arn);
        sandbox.Host.Control.Advance(TimeSpan.FromDays(8));
        await RestoreFailsAsync(copy, key.Arn);
        var left = await RunningSandbox.SnapshotAsync(sandbox.Vault, copy, "available");
        Assert.Equal(key.Arn, left.KmsKeyId);
    }

    private async Task RestoreFailsAsync(string copy, string key)
    {
        var refusal = await Assert.ThrowsAsync<KMSKeyNotAccessibleException>(
            () => sandbox.Vault.RestoreDBInstanceFromDBSnapshotAsync(RunningSandbox.Restore(Backups.NewName("rd"), copy), Ct));
        Assert.StartsWith($"The source snapshot KMS key [{key}] does not exist, is not enabled", refusal.Message, StringComparison.Ordinal);
    }

    private Task<CancelKeyDeletionResponse> CancelAsync(string key) => keys.Vault.CancelKeyDeletionAsync(new CancelKeyDeletionRequest { KeyId = key }, Ct);
}
