using Amazon.KeyManagementService;
using Amazon.KeyManagementService.Model;

namespace RestoreDrill.Sandbox.Tests.Kms;

[Collection(nameof(SharedSandbox))]
public sealed class KeyPolicyTests(RunningSandbox sandbox)
{
    private const string LockedOut = "The new key policy will not allow you to update the key policy in the future.";
    private const string Stranger = "Policy contains a statement with one or more invalid principals.";
    private readonly Keys keys = new(sandbox);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task First_keys_have_the_shipped_policies()
    {
        var source = (await PolicyAsync(keys.Source, await FirstAsync(keys.Source))).Policy;
        Assert.Contains("\"TheVaultLooksAtTheKey\"", source, StringComparison.Ordinal);
        Assert.DoesNotContain("{vault-account}", source, StringComparison.Ordinal);
        Assert.DoesNotContain("111111111111", (await PolicyAsync(keys.Vault, await FirstAsync(keys.Vault))).Policy, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Policy_is_put_and_decides_from_then_on()
    {
        var key = await Keys.CreateAsync(keys.Vault);
        Assert.Equal("AccessDeniedException", await RunningSandbox.ErrorAsync(() => Keys.DescribeAsync(keys.Source, key.Arn)));
        var policy = Policy("""{"AWS":"arn:aws:iam::222222222222:root"}""", "kms:*", """{"AWS":"111111111111"}""", "kms:DescribeKey");
        await PutAsync(key.KeyId, policy);
        Assert.Equal(policy, (await PolicyAsync(keys.Vault, key.KeyId)).Policy);
        Assert.Equal(key.Arn, (await Keys.DescribeAsync(keys.Source, key.Arn)).Arn);
        Assert.Equal(["default"], (await keys.Vault.ListKeyPoliciesAsync(new ListKeyPoliciesRequest { KeyId = key.KeyId }, Ct)).PolicyNames);
    }

    [Theory]
    [InlineData("""{"AWS":"arn:aws:iam::222222222222:role/restoredrill-vault"}""", "kms:*")]
    [InlineData("""{"AWS":"arn:aws:iam::222222222222:root"}""", "kms:Describe*")]
    [InlineData("""{"AWS":"arn:aws:iam::111111111111:root"}""", "kms:*")]
    public async Task Policy_that_shuts_its_caller_out_is_put_only_where_that_is_said(string principal, string action)
    {
        var key = await Keys.CreateAsync(keys.Vault);
        var policy = Policy(principal, action);
        await KeyTests.RefusedAsync<MalformedPolicyDocumentException>(() => PutAsync(key.KeyId, policy), "MalformedPolicyDocumentException", LockedOut);
        await KeyTests.RefusedAsync<MalformedPolicyDocumentException>(() => Keys.CreateAsync(keys.Vault, policy), "MalformedPolicyDocumentException", LockedOut);
        Assert.NotEqual(policy, (await PolicyAsync(keys.Vault, key.KeyId)).Policy);

        await keys.Vault.PutKeyPolicyAsync(new PutKeyPolicyRequest { KeyId = key.KeyId, Policy = policy, BypassPolicyLockoutSafetyCheck = true }, Ct);
        Assert.Equal("AccessDeniedException", await RunningSandbox.ErrorAsync(() => PutAsync(key.KeyId, policy)));
    }

    [Theory]
    [InlineData("""{"AWS":"arn:aws:iam::222222222222:role/not-there"}""")]
    [InlineData("""{"AWS":"arn:aws:iam::222222222222:user/not-there"}""")]
    [InlineData("""{"AWS":"arn:aws:iam::999999999999:root"}""")]
    public async Task Policy_that_names_a_principal_that_is_not_there_is_refused(string principal)
    {
        var policy = Policy("""{"AWS":"arn:aws:iam::222222222222:root"}""", "kms:*", principal, "kms:DescribeKey");
        await KeyTests.RefusedAsync<MalformedPolicyDocumentException>(() => Keys.CreateAsync(keys.Vault, policy), "MalformedPolicyDocumentException", Stranger);
    }

    [Theory]
    [InlineData("arn:aws:iam::222222222222:role/restoredrill-vault")]
    [InlineData("arn:aws:iam::222222222222:role/aws-service-role/backup.amazonaws.com/AWSServiceRoleForBackup")]
    [InlineData("arn:aws:iam::111111111111:user/administrator")]
    public async Task Policy_can_name_roles_and_users_that_are_there(string principal) => Assert.NotNull(
        await Keys.CreateAsync(keys.Vault, Policy("""{"AWS":"arn:aws:iam::222222222222:root"}""", "kms:*", $$"""{"AWS":"{{principal}}"}""", "kms:DescribeKey")));

    [Theory]
    [InlineData("no JSON")]
    [InlineData("""{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"kms:*","Resource":"*"}]}""")]
    public async Task Policy_that_cannot_be_read_is_refused(string policy)
    {
        var key = await Keys.CreateAsync(keys.Vault);
        await KeyTests.RefusedAsync<MalformedPolicyDocumentException>(() => PutAsync(key.KeyId, policy), "MalformedPolicyDocumentException", "");
    }

    [Fact]
    public async Task Policy_has_a_size_and_one_name()
    {
        var key = await Keys.CreateAsync(keys.Vault);
        await KeyTests.RefusedAsync<LimitExceededException>(() => PutAsync(key.KeyId, new string(' ', 32769)), "LimitExceededException", "32768");
        await KeyTests.RefusedAsync<NotFoundException>(
            () => keys.Vault.GetKeyPolicyAsync(new GetKeyPolicyRequest { KeyId = key.KeyId, PolicyName = "other" }, Ct), "NotFoundException", "No such policy exists");
    }

    [Fact]
    public async Task Bypass_can_be_denied_by_its_condition_key()
    {
        var key = await Keys.CreateAsync(keys.Vault, """
            {"Version":"2012-10-17","Statement":[
              {"Effect":"Allow","Principal":{"AWS":"222222222222"},"Action":"kms:*","Resource":"*"},
              {"Effect":"Deny","Principal":"*","Action":"kms:PutKeyPolicy","Resource":"*","Condition":{"Bool":{"kms:BypassPolicyLockoutSafetyCheck":"true"}}}]}
            """);
        var policy = (await PolicyAsync(keys.Vault, key.KeyId)).Policy;
        Assert.Equal("AccessDeniedException", await RunningSandbox.ErrorAsync(
            () => keys.Vault.PutKeyPolicyAsync(new PutKeyPolicyRequest { KeyId = key.KeyId, Policy = policy, BypassPolicyLockoutSafetyCheck = true }, Ct)));
        await PutAsync(key.KeyId, policy);
    }

    private static string Policy(string principal, string action, string? second = null, string? secondAction = null)
    {
        var more = second is null ? "" : $$""",{"Effect":"Allow","Principal":{{second}},"Action":"{{secondAction}}","Resource":"*"}""";
        return $$"""{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{{principal}},"Action":"{{action}}","Resource":"*"}{{more}}]}""";
    }

    private static async Task<string> FirstAsync(AmazonKeyManagementServiceClient account) => (await Keys.DescribeAsync(account, "alias/restoredrill")).KeyId;

    private static Task<GetKeyPolicyResponse> PolicyAsync(AmazonKeyManagementServiceClient account, string key) =>
        account.GetKeyPolicyAsync(new GetKeyPolicyRequest { KeyId = key, PolicyName = "default" }, Ct);

    private Task<PutKeyPolicyResponse> PutAsync(string key, string policy) => keys.Vault.PutKeyPolicyAsync(new PutKeyPolicyRequest { KeyId = key, Policy = policy }, Ct);
}
