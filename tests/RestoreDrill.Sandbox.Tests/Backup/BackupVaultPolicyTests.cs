using Amazon.Backup;
using Amazon.Backup.Model;
using RestoreDrill.Sandbox.Accounts;

namespace RestoreDrill.Sandbox.Tests.Backup;

[Collection(nameof(SharedBackupSandbox))]
public sealed class BackupVaultPolicyTests(RunningSandbox sandbox)
{
    private readonly AmazonBackupClient vault = sandbox.Backup(sandbox.KeysOf(Account.Vault));

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Policy_is_got_as_it_was_put_until_it_is_deleted()
    {
        await CreateAsync("policed");
        var policy = Policy("Allow", """{"AWS":"arn:aws:iam::111111111111:root"}""", "backup:CopyIntoBackupVault");
        await PutAsync("policed", policy);
        var got = await GetAsync("policed");
        Assert.Equal((policy, "arn:aws:backup:eu-west-1:222222222222:backup-vault:policed"), (got.Policy, got.BackupVaultArn));

        await vault.DeleteBackupVaultAccessPolicyAsync(new DeleteBackupVaultAccessPolicyRequest { BackupVaultName = "policed" }, Ct);
        await Refusals.RefusedAsync<ResourceNotFoundException>(() => GetAsync("policed"), "no access policy");
    }

    [Theory]
    [InlineData("{", "not valid JSON")]
    [InlineData("""{"Version":"2008-10-17","Statement":[]}""", "Version must be")]
    [InlineData("""{"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"backup:*","Resource":"*"}}""", "needs a Principal")]
    [InlineData("""{"Version":"2012-10-17","Statement":{"Effect":"Allow","Principal":"*","Action":"backup:*","Resource":"*","Conditions":{}}}""", "unknown element: Conditions")]
    public async Task Policy_that_cannot_be_read_is_refused_and_the_old_one_stays(string policy, string text)
    {
        var name = $"bad-{Guid.NewGuid():n}"[..20];
        await CreateAsync(name);
        var old = Policy("Deny", "\"*\"", "backup:DeleteRecoveryPoint");
        await PutAsync(name, old);
        await Refusals.RefusedAsync<InvalidParameterValueException>(() => PutAsync(name, policy), text);
        Assert.Equal(old, (await GetAsync(name)).Policy);
    }

    [Fact]
    public async Task Denial_of_the_vault_binds_the_accounts_own_administrator()
    {
        await CreateAsync("denied");
        await PutAsync("denied", Policy("Deny", "\"*\"", "backup:DeleteBackupVault"));
        var refusal = await Refusals.RefusedAsync<AmazonBackupException>(
            () => vault.DeleteBackupVaultAsync(new DeleteBackupVaultRequest { BackupVaultName = "denied" }, Ct), "with an explicit deny in a resource-based policy");
        Assert.Equal(("AccessDeniedException", 403), (refusal.ErrorCode, (int)refusal.StatusCode));
        await GetAsync("denied");
    }

    [Fact]
    public async Task Role_without_permission_gets_in_only_where_the_vault_lets_it_in()
    {
        await CreateAsync("guarded");
        var role = sandbox.Backup(await sandbox.AssumeAsync("restoredrill-drill", Account.Vault));
        Task DescribeAsync() => role.DescribeBackupVaultAsync(new DescribeBackupVaultRequest { BackupVaultName = "guarded" }, Ct);
        var refusal = await Refusals.RefusedAsync<AmazonBackupException>(DescribeAsync,
            "is not authorized to perform: backup:DescribeBackupVault on resource: arn:aws:backup:eu-west-1:222222222222:backup-vault:guarded "
            + "because no identity-based policy allows the backup:DescribeBackupVault action");
        Assert.Equal("AccessDeniedException", refusal.ErrorCode);

        await PutAsync("guarded", Policy("Allow", """{"AWS":"arn:aws:iam::222222222222:role/restoredrill-drill"}""", "backup:DescribeBackupVault"));
        await DescribeAsync();
    }

    private Task<CreateBackupVaultResponse> CreateAsync(string name) => vault.CreateBackupVaultAsync(new CreateBackupVaultRequest { BackupVaultName = name }, Ct);

    private Task<PutBackupVaultAccessPolicyResponse> PutAsync(string name, string policy) =>
        vault.PutBackupVaultAccessPolicyAsync(new PutBackupVaultAccessPolicyRequest { BackupVaultName = name, Policy = policy }, Ct);

    private Task<GetBackupVaultAccessPolicyResponse> GetAsync(string name) =>
        vault.GetBackupVaultAccessPolicyAsync(new GetBackupVaultAccessPolicyRequest { BackupVaultName = name }, Ct);

    private static string Policy(string effect, string principal, string action) =>
        $$"""{"Version":"2012-10-17","Statement":[{"Effect":"{{effect}}","Principal":{{principal}},"Action":"{{action}}","Resource":"*"}]}""";
}
