using Amazon.KeyManagementService.Model;

namespace RestoreDrill.Sandbox.Tests.Kms;

[Collection(nameof(SharedSandbox))]
public sealed class KeyTagTests(RunningSandbox sandbox)
{
    private readonly Keys keys = new(sandbox);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Key_is_tagged_from_its_making_on()
    {
        var made = await keys.Source.CreateKeyAsync(new CreateKeyRequest { Tags = [Tag("a", "1"), Tag("b", "")] }, Ct);
        var key = made.KeyMetadata.KeyId;
        await keys.Source.TagResourceAsync(new TagResourceRequest { KeyId = key, Tags = [Tag("a", "2"), Tag("c", "3")] }, Ct);
        await keys.Source.UntagResourceAsync(new UntagResourceRequest { KeyId = key, TagKeys = ["b"] }, Ct);
        Assert.Equal(
            [("a", "2"), ("c", "3")],
            (await keys.Source.ListResourceTagsAsync(new ListResourceTagsRequest { KeyId = key }, Ct)).Tags.Select(tag => (tag.TagKey, tag.TagValue)));
    }

    [Fact]
    public async Task Tags_that_cannot_be_are_refused()
    {
        var key = (await Keys.CreateAsync(keys.Source)).KeyId;
        await RefusedAsync(key, "Duplicate tag keys", Tag("a", "1"), Tag("a", "2"));
        await RefusedAsync(key, "Tags beginning with aws: are reserved", Tag("aws:x", "1"));
        await RefusedAsync(key, "Too many tags", [.. Enumerable.Range(0, 51).Select(number => Tag($"t{number}", ""))]);
    }

    [Fact]
    public async Task Tag_of_a_key_is_a_condition_of_its_policy()
    {
        var key = (await Keys.CreateAsync(keys.Vault, """
            {"Version":"2012-10-17","Statement":[
              {"Effect":"Allow","Principal":{"AWS":"222222222222"},"Action":"kms:*","Resource":"*"},
              {"Effect":"Allow","Principal":{"AWS":"111111111111"},"Action":"kms:DescribeKey","Resource":"*","Condition":{"StringEquals":{"aws:ResourceTag/open":"yes"}}}]}
            """)).Arn;
        Assert.Equal("AccessDeniedException", await RunningSandbox.ErrorAsync(() => Keys.DescribeAsync(keys.Source, key)));
        await keys.Vault.TagResourceAsync(new TagResourceRequest { KeyId = key, Tags = [Tag("open", "yes")] }, Ct);
        await Keys.DescribeAsync(keys.Source, key);
    }

    private Task RefusedAsync(string key, string text, params List<Tag> tags) => KeyTests.RefusedAsync<TagException>(
        () => keys.Source.TagResourceAsync(new TagResourceRequest { KeyId = key, Tags = tags }, Ct), "TagException", text);

    private static Tag Tag(string key, string value) => new() { TagKey = key, TagValue = value };
}
