using System.Net;
using Amazon.IdentityManagement;
using Amazon.IdentityManagement.Model;

namespace RestoreDrill.Sandbox.Tests.Iam;

[Collection(nameof(SharedIamSandbox))]
public sealed class IamTagTests(IamSandbox sandbox)
{
    private readonly AmazonIdentityManagementServiceClient iam = sandbox.Vault;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Tags_are_added_replaced_whatever_their_case_and_listed_in_pages()
    {
        var role = await sandbox.CreateRoleAsync("tagged");
        await TagAsync(role, ("team", "data"), ("restoredrill:role", "drill"));
        await TagAsync(role, ("Team", ""), ("zone", "a"));
        var first = await iam.ListRoleTagsAsync(new ListRoleTagsRequest { RoleName = role, MaxItems = 2 }, Ct);
        var rest = await iam.ListRoleTagsAsync(new ListRoleTagsRequest { RoleName = role, Marker = first.Marker }, Ct);
        Assert.Equal((true, false), (first.IsTruncated, rest.IsTruncated));
        Assert.Equal([("Team", ""), ("restoredrill:role", "drill"), ("zone", "a")], first.Tags.Concat(rest.Tags).Select(tag => (tag.Key, tag.Value)));
    }

    [Theory]
    [InlineData("aws:owner")]
    [InlineData("AWS:owner")]
    public async Task Reserved_key_is_refused(string key)
    {
        var role = await sandbox.CreateRoleAsync("reserved");
        var refusal = await Assert.ThrowsAsync<InvalidInputException>(() => TagAsync(role, (key, "x")));
        Assert.Contains(key, refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Keys_that_differ_by_case_alone_are_refused()
    {
        var role = await sandbox.CreateRoleAsync("duplicate");
        await IamRefusals.RefusedAsync<InvalidInputException>(
            HttpStatusCode.BadRequest, "Duplicate tag keys found. Please note that Tag keys are case insensitive.", () => TagAsync(role, ("a", "1"), ("A", "2")));
    }

    [Fact]
    public async Task Keys_and_values_are_bounded()
    {
        var role = await sandbox.CreateRoleAsync("bounded");
        const string Start = "1 validation error detected: Value at 'tags";
        await TagAsync(role, (new string('k', 128), new string('v', 256)));
        await IamRefusals.RefusedAsync(
            "ValidationError", Start + ".2.member.key' failed to satisfy constraint: Member must have length less than or equal to 128", () => TagAsync(role, ("a", "b"), (new string('k', 129), "v")));
        await IamRefusals.RefusedAsync(
            "ValidationError", Start + ".1.member.value' failed to satisfy constraint: Member must have length less than or equal to 256", () => TagAsync(role, ("k", new string('v', 257))));
        await IamRefusals.RefusedAsync(
            "ValidationError", Start + @".1.member.key' failed to satisfy constraint: Member must satisfy regular expression pattern: [\p{L}\p{Z}\p{N}_.:/=+\-@]+", () => TagAsync(role, ("k;", "v")));
        await IamRefusals.RefusedAsync(
            "ValidationError", Start + "' failed to satisfy constraint: Member must have length less than or equal to 50", () => TagAsync(role, Many(51)));
        await IamRefusals.RefusedAsync("LimitExceeded", "Cannot exceed quota for TagsPerRole: 50", () => TagAsync(role, Many(50)));
        await TagAsync(role, Many(49));
    }

    private static (string, string)[] Many(int count) => [.. Enumerable.Range(1, count).Select(number => ($"key{number}", "v"))];

    private Task<TagRoleResponse> TagAsync(string role, params (string Key, string Value)[] tags) => iam.TagRoleAsync(
        new TagRoleRequest { RoleName = role, Tags = [.. tags.Select(tag => new Tag { Key = tag.Key, Value = tag.Value })] }, Ct);
}
