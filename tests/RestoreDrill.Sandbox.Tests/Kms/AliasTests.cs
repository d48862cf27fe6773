using Amazon.KeyManagementService;
using Amazon.KeyManagementService.Model;

namespace RestoreDrill.Sandbox.Tests.Kms;

[Collection(nameof(SharedSandbox))]
public sealed class AliasTests(RunningSandbox sandbox)
{
    private readonly Keys keys = new(sandbox);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Alias_names_its_key_moves_and_is_deleted()
    {
        var (one, other) = ((await Keys.CreateAsync(keys.Source)).KeyId, (await Keys.CreateAsync(keys.Source)).KeyId);
        var alias = Keys.NewAlias();
        await CreateAsync(alias, one);
        Assert.Equal(one, (await Keys.DescribeAsync(keys.Source, alias)).KeyId);
        var listed = Assert.Single((await keys.Source.ListAliasesAsync(new ListAliasesRequest { KeyId = one }, Ct)).Aliases);
        Assert.Equal((alias, $"arn:aws:kms:eu-west-1:111111111111:{alias}", one), (listed.AliasName, listed.AliasArn, listed.TargetKeyId));

        await keys.Source.UpdateAliasAsync(new UpdateAliasRequest { AliasName = alias, TargetKeyId = other }, Ct);
        Assert.Equal(other, (await Keys.DescribeAsync(keys.Source, listed.AliasArn)).KeyId);
        Assert.Empty((await keys.Source.ListAliasesAsync(new ListAliasesRequest { KeyId = one }, Ct)).Aliases ?? []);

        await keys.Source.DeleteAliasAsync(new DeleteAliasRequest { AliasName = alias }, Ct);
        await KeyTests.RefusedAsync<NotFoundException>(() => Keys.DescribeAsync(keys.Source, alias), "NotFoundException", $"Alias {listed.AliasArn} is not found.");
        Assert.Equal("Enabled", (await Keys.DescribeAsync(keys.Source, other)).KeyState.Value);
    }

    [Fact]
    public async Task Aliases_are_listed_with_those_of_AWS_and_of_the_first_keys()
    {
        var names = new List<string>();
        await foreach (var alias in keys.Vault.Paginators.ListAliases(new ListAliasesRequest { Limit = 2 }).Aliases)
        {
            names.Add(alias.AliasName);
        }

        Assert.Superset(new HashSet<string> { "alias/aws/backup", "alias/aws/rds", "alias/restoredrill" }, names.ToHashSet());
    }

    [Fact]
    public async Task Alias_that_is_there_is_not_made_again()
    {
        var key = (await Keys.CreateAsync(keys.Source)).KeyId;
        await KeyTests.RefusedAsync<AlreadyExistsException>(() => CreateAsync("alias/restoredrill", key), "AlreadyExistsException",
            "An alias with the name arn:aws:kms:eu-west-1:111111111111:alias/restoredrill already exists");
    }

    [Theory]
    [InlineData("restoredrill", "ValidationException", "Alias must start with the prefix \"alias/\"")]
    [InlineData("alias/a b", "ValidationException", "Member must satisfy regular expression pattern: ^[a-zA-Z0-9:/_-]+$")]
    [InlineData("alias/a:b", "InvalidAliasNameException", "alias/a:b")]
    [InlineData("alias/", "InvalidAliasNameException", "alias/")]
    [InlineData("alias/aws/mine", "NotAuthorizedException", "")]
    public async Task Alias_of_a_name_that_cannot_be_is_refused(string alias, string code, string text)
    {
        var key = (await Keys.CreateAsync(keys.Source)).KeyId;
        var refusal = await Assert.ThrowsAnyAsync<AmazonKeyManagementServiceException>(() => CreateAsync(alias, key));
        Assert.Equal(code, refusal.ErrorCode);
        Assert.Contains(text, refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Alias_that_is_not_there_is_neither_moved_nor_deleted()
    {
        var key = (await Keys.CreateAsync(keys.Source)).KeyId;
        const string text = "Alias arn:aws:kms:eu-west-1:111111111111:alias/none is not found.";
        await KeyTests.RefusedAsync<NotFoundException>(
            () => keys.Source.UpdateAliasAsync(new UpdateAliasRequest { AliasName = "alias/none", TargetKeyId = key }, Ct), "NotFoundException", text);
        await KeyTests.RefusedAsync<NotFoundException>(() => keys.Source.DeleteAliasAsync(new DeleteAliasRequest { AliasName = "alias/none" }, Ct), "NotFoundException", text);
    }

    [Fact]
    public async Task Alias_of_AWS_is_not_deleted() =>
        Assert.Equal("AccessDeniedException", await RunningSandbox.ErrorAsync(() => keys.Source.DeleteAliasAsync(new DeleteAliasRequest { AliasName = "alias/aws/rds" }, Ct)));

    private Task<CreateAliasResponse> CreateAsync(string alias, string key) =>
        keys.Source.CreateAliasAsync(new CreateAliasRequest { AliasName = alias, TargetKeyId = key }, Ct);
}
