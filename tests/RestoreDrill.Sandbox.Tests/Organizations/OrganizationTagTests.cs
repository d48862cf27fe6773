using System.Globalization;
using Amazon.Organizations.Model;
using RestoreDrill.Sandbox.Tests.Backup;
using Account = RestoreDrill.Sandbox.Accounts.Account;

namespace RestoreDrill.Sandbox.Tests.Organizations;

public sealed class OrganizationTagTests : OrganizationTest
{
    [Fact]
    public async Task Tags_are_laid_over_by_their_keys()
    {
        await TagAsync(Account.Vault.Id, ("a", "1"), ("b", "2"));
        await TagAsync(Account.Vault.Id, ("b", "3"));
        Assert.Equal([("a", "1"), ("b", "3")], await TagsAsync(Account.Vault.Id));
        Assert.Empty(await TagsAsync(Account.Source.Id));
    }

    [Fact]
    public async Task Every_part_of_the_organisation_can_have_tags()
    {
        var policy = await CreatePolicyAsync("guard", Policy("Deny", "rds:*"));
        foreach (var id in (IEnumerable<string>)[Root, await CreateUnitAsync("vaults"), Account.Source.Id, policy.Id])
        {
            await TagAsync(id, ("a", ""));
            Assert.Equal([("a", "")], await TagsAsync(id));
        }
    }

    [Fact]
    public async Task Tags_that_AWS_does_not_take_are_refused()
    {
        var reserved = await Refusals.RefusedAsync<InvalidInputException>(() => TagAsync(Root, ("aws:a", "1")), "system tag");
        Assert.Equal("INVALID_SYSTEM_TAGS_PARAMETER", reserved.Reason.Value);
        var twice = await Refusals.RefusedAsync<InvalidInputException>(() => TagAsync(Root, ("a", "1"), ("a", "2")), "must be unique");
        Assert.Equal("DUPLICATE_TAG_KEY", twice.Reason.Value);
        var managed = await Refusals.RefusedAsync<InvalidInputException>(() => TagAsync(FullAccess, ("a", "1")), "that target entity");
        Assert.Equal("TARGET_NOT_SUPPORTED", managed.Reason.Value);
        await Refusals.RefusedAsync<TargetNotFoundException>(() => TagAsync("999999999999", ("a", "1")), "You specified a target that doesn't exist.");

        await TagAsync(Root, [.. Enumerable.Range(0, 50).Select(number => (number.ToString(CultureInfo.InvariantCulture), ""))]);
        var tooMany = await Refusals.RefusedAsync<ConstraintViolationException>(() => TagAsync(Root, ("one more", "")), "number of tags");
        Assert.Equal("MAX_TAG_LIMIT_EXCEEDED", tooMany.Reason.Value);
    }

    private Task<TagResourceResponse> TagAsync(string id, params (string Key, string Value)[] tags) => Management.TagResourceAsync(
        new TagResourceRequest { ResourceId = id, Tags = [.. tags.Select(tag => new Tag { Key = tag.Key, Value = tag.Value })] }, Ct);

    private async Task<List<(string, string)>> TagsAsync(string id) =>
        [.. ((await Management.ListTagsForResourceAsync(new ListTagsForResourceRequest { ResourceId = id }, Ct)).Tags ?? []).Select(tag => (tag.Key, tag.Value ?? ""))];
}
