using Amazon.KeyManagementService;
using Amazon.KeyManagementService.Model;
using Amazon.Runtime;
using RestoreDrill.Sandbox.Accounts;

namespace RestoreDrill.Sandbox.Tests.Kms;

public sealed class KmsRestartTests : IAsyncLifetime
{
    private readonly string state = Path.Combine(Path.GetTempPath(), "restoredrill-kms-" + Guid.NewGuid().ToString("n"));

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public async ValueTask DisposeAsync() => await Sandbox.Clusters.PostgresCluster.RemoveAsync(state, CancellationToken.None);

    [Fact]
    public async Task Keys_aliases_policies_grants_and_deletions_survive_a_restart()
    {
        KeyMetadata kept, doomed;
        string policy, firstId;
        await using (var first = await StartAsync())
        {
            using var kms = Client(first);
            kept = await Keys.CreateAsync(kms);
            await kms.CreateAliasAsync(new CreateAliasRequest { AliasName = "alias/kept", TargetKeyId = kept.KeyId }, Ct);
            policy = (await kms.GetKeyPolicyAsync(new GetKeyPolicyRequest { KeyId = kept.KeyId }, Ct)).Policy.Replace("key-default-1", "another", StringComparison.Ordinal);
            await kms.PutKeyPolicyAsync(new PutKeyPolicyRequest { KeyId = kept.KeyId, Policy = policy }, Ct);
            await kms.TagResourceAsync(new TagResourceRequest { KeyId = kept.KeyId, Tags = [new Tag { TagKey = "a", TagValue = "1" }] }, Ct);
            await kms.CreateGrantAsync(new CreateGrantRequest { KeyId = kept.KeyId, GranteePrincipal = "arn:aws:iam::222222222222:root", Operations = ["Decrypt"] }, Ct);
            await kms.EnableKeyRotationAsync(new EnableKeyRotationRequest { KeyId = kept.KeyId, RotationPeriodInDays = 100 }, Ct);
            doomed = await Keys.CreateAsync(kms);
            await kms.ScheduleKeyDeletionAsync(new ScheduleKeyDeletionRequest { KeyId = doomed.KeyId, PendingWindowInDays = 7 }, Ct);
            firstId = (await Keys.DescribeAsync(kms, "alias/restoredrill")).KeyId;
            await kms.DeleteAliasAsync(new DeleteAliasRequest { AliasName = "alias/restoredrill" }, Ct);
            first.Control.Advance(TimeSpan.FromDays(6));
        }

        await using var second = await StartAsync();
        using var again = Client(second);
        Assert.Equal(kept.Arn, (await Keys.DescribeAsync(again, "alias/kept")).Arn);
        Assert.Equal(policy, (await again.GetKeyPolicyAsync(new GetKeyPolicyRequest { KeyId = kept.KeyId }, Ct)).Policy);
        Assert.Equal("a", Assert.Single((await again.ListResourceTagsAsync(new ListResourceTagsRequest { KeyId = kept.KeyId }, Ct)).Tags).TagKey);
        Assert.Equal("arn:aws:iam::222222222222:root", Assert.Single(await Keys.GrantsAsync(again, kept.KeyId)).GranteePrincipal);
        Assert.Equal(100, (await again.GetKeyRotationStatusAsync(new GetKeyRotationStatusRequest { KeyId = kept.KeyId }, Ct)).RotationPeriodInDays);
        Assert.Equal("CUSTOMER", (await Keys.DescribeAsync(again, firstId)).KeyManager.Value);
        await Assert.ThrowsAsync<NotFoundException>(() => Keys.DescribeAsync(again, "alias/restoredrill"));
        Assert.Equal("PendingDeletion", (await Keys.DescribeAsync(again, doomed.KeyId)).KeyState.Value);
        second.Control.Advance(TimeSpan.FromDays(1));
        await Assert.ThrowsAsync<NotFoundException>(() => Keys.DescribeAsync(again, doomed.KeyId));
    }

    [Fact]
    public async Task Bare_accounts_begin_with_the_keys_of_AWS_alone()
    {
        await using var host = await StartAsync(bare: true);
        using var kms = Client(host);
        Assert.Equal(["alias/aws/backup", "alias/aws/rds"], (await kms.ListAliasesAsync(new ListAliasesRequest(), Ct)).Aliases.Select(alias => alias.AliasName));
        Assert.Equal(2, (await kms.ListKeysAsync(new ListKeysRequest(), Ct)).Keys.Count);
    }

    private async Task<SandboxHost> StartAsync(bool bare = false) => await SandboxHost.StartAsync(new SandboxOptions { StateDirectory = state, Bare = bare }, Ct);

    private static AmazonKeyManagementServiceClient Client(SandboxHost host)
    {
        var keys = host.KeysOf(Account.Vault);
        return new AmazonKeyManagementServiceClient(new BasicAWSCredentials(keys.AccessKeyId, keys.SecretAccessKey), new AmazonKeyManagementServiceConfig
        {
            ServiceURL = host.BaseAddress.AbsoluteUri, AuthenticationRegion = RunningSandbox.Region, MaxErrorRetry = 0,
        });
    }
}
