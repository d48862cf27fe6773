using Amazon.Backup;
using Amazon.Backup.Model;
using RestoreDrill.Sandbox.Accounts;

namespace RestoreDrill.Sandbox.Tests.Backup;

[Collection(nameof(SharedBackupSandbox))]
public sealed class BackupVaultTests(RunningSandbox sandbox)
{
    private readonly AmazonBackupClient vault = sandbox.Backup(sandbox.KeysOf(Account.Vault));

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Vault_is_described_as_it_was_created()
    {
        var before = sandbox.Host.Control.Now.UtcDateTime.AddSeconds(-1);
        var created = await vault.CreateBackupVaultAsync(
            new CreateBackupVaultRequest { BackupVaultName = "described", EncryptionKeyArn = await KeyAsync("alias/restoredrill") }, Ct);
        Assert.Equal("arn:aws:backup:eu-west-1:222222222222:backup-vault:described", created.BackupVaultArn);
        Assert.False(string.IsNullOrEmpty(created.ResponseMetadata.RequestId), "an answer has a request id");

        var described = await vault.DescribeBackupVaultAsync(new DescribeBackupVaultRequest { BackupVaultName = "described" }, Ct);
        Assert.Equal(
            (created.BackupVaultArn, "BACKUP_VAULT", "AVAILABLE", await KeyAsync("alias/restoredrill"), false, 0L),
            (described.BackupVaultArn, described.VaultType.Value, described.VaultState.Value, described.EncryptionKeyArn, described.Locked, described.NumberOfRecoveryPoints));
        Assert.Null(described.LockDate);
        Assert.Equal(created.CreationDate, described.CreationDate);
        Assert.InRange(described.CreationDate!.Value, before, before.AddMinutes(5));
    }

    [Fact]
    public async Task Vault_without_a_key_is_under_that_of_aws_backup()
    {
        await vault.CreateBackupVaultAsync(new CreateBackupVaultRequest { BackupVaultName = "default-key" }, Ct);
        var described = await vault.DescribeBackupVaultAsync(new DescribeBackupVaultRequest { BackupVaultName = "default-key" }, Ct);
        Assert.Equal(await KeyAsync("alias/aws/backup"), described.EncryptionKeyArn);
    }

    [Theory]
    [InlineData("alias/restoredrill")]
    [InlineData("arn:aws:kms:us-east-1:222222222222:alias/restoredrill")]
    [InlineData("arn:aws:kms:eu-west-1:222222222222:key/00000000-0000-0000-0000-000000000000")]
    public async Task Vault_under_a_key_that_is_not_there_is_refused(string key) =>
        await Refusals.RefusedAsync<InvalidParameterValueException>(
            () => vault.CreateBackupVaultAsync(new CreateBackupVaultRequest { BackupVaultName = "no-key", EncryptionKeyArn = key }, Ct), key);

    [Theory]
    [InlineData("a")]
    [InlineData("with space")]
    [InlineData("dotted.name")]
    public async Task Vault_name_outside_of_the_pattern_is_refused(string name) =>
        await Refusals.RefusedAsync<InvalidParameterValueException>(
            () => vault.CreateBackupVaultAsync(new CreateBackupVaultRequest { BackupVaultName = name }, Ct), "Invalid backup vault name");

    [Fact]
    public async Task Same_creation_again_is_answered_and_another_of_that_name_is_refused()
    {
        var request = new CreateBackupVaultRequest { BackupVaultName = "twice", CreatorRequestId = "first" };
        var first = await vault.CreateBackupVaultAsync(request, Ct);
        Assert.Equal(first.CreationDate, (await vault.CreateBackupVaultAsync(request, Ct)).CreationDate);
        request.CreatorRequestId = "second";
        await Refusals.RefusedAsync<AlreadyExistsException>(() => vault.CreateBackupVaultAsync(request, Ct), "already exists");
    }

    [Fact]
    public async Task Vaults_are_of_one_account_and_region_and_are_listed_in_pages()
    {
        foreach (var name in (string[])["page-a", "page-b", "page-c"])
        {
            await vault.CreateBackupVaultAsync(new CreateBackupVaultRequest { BackupVaultName = name }, Ct);
        }

        List<string> names = [];
        var request = new ListBackupVaultsRequest { MaxResults = 2 };
        do
        {
            var page = await vault.ListBackupVaultsAsync(request, Ct);
            Assert.InRange(page.BackupVaultList.Count, 1, 2);
            names.AddRange(page.BackupVaultList.Select(member => member.BackupVaultName));
            request.NextToken = page.NextToken;
        }
        while (request.NextToken is not null);

        Assert.Equal(["page-a", "page-b", "page-c"], names.Where(name => name.StartsWith("page-", StringComparison.Ordinal)));
        using var elsewhere = sandbox.Backup(sandbox.KeysOf(Account.Vault), "us-east-1");
        Assert.Empty((await elsewhere.ListBackupVaultsAsync(new ListBackupVaultsRequest(), Ct)).BackupVaultList ?? []);
        using var source = sandbox.Backup(sandbox.KeysOf(Account.Source));
        await Refusals.RefusedAsync<ResourceNotFoundException>(
            () => source.DescribeBackupVaultAsync(new DescribeBackupVaultRequest { BackupVaultName = "page-a" }, Ct), "page-a");
        await Refusals.RefusedAsync<InvalidParameterValueException>(
            () => vault.ListBackupVaultsAsync(new ListBackupVaultsRequest { MaxResults = 1001 }, Ct), "maxResults");
    }

    [Fact]
    public async Task Empty_vault_is_deleted_and_gone()
    {
        await vault.CreateBackupVaultAsync(new CreateBackupVaultRequest { BackupVaultName = "short-lived" }, Ct);
        await vault.DeleteBackupVaultAsync(new DeleteBackupVaultRequest { BackupVaultName = "short-lived" }, Ct);
        await Refusals.RefusedAsync<ResourceNotFoundException>(
            () => vault.DeleteBackupVaultAsync(new DeleteBackupVaultRequest { BackupVaultName = "short-lived" }, Ct), "short-lived");
    }

    [Fact]
    public async Task Tags_are_set_listed_changed_and_removed()
    {
        var arn = (await vault.CreateBackupVaultAsync(
            new CreateBackupVaultRequest { BackupVaultName = "tagged", BackupVaultTags = new() { ["team"] = "data", ["with.dot"] = "1" } }, Ct)).BackupVaultArn;
        await vault.TagResourceAsync(new TagResourceRequest { ResourceArn = arn, Tags = new() { ["team"] = "platform", ["a/b"] = "" } }, Ct);
        await vault.UntagResourceAsync(new UntagResourceRequest { ResourceArn = arn, TagKeyList = ["with.dot"] }, Ct);
        var tags = (await vault.ListTagsAsync(new ListTagsRequest { ResourceArn = arn }, Ct)).Tags;
        Assert.Equal([("a/b", ""), ("team", "platform")], tags.Select(tag => (tag.Key, tag.Value)).Order());
        await Refusals.RefusedAsync<InvalidParameterValueException>(
            () => vault.TagResourceAsync(new TagResourceRequest { ResourceArn = arn, Tags = new() { ["aws:x"] = "1" } }, Ct), "reserved");
        await Refusals.RefusedAsync<ResourceNotFoundException>(
            () => vault.ListTagsAsync(new ListTagsRequest { ResourceArn = arn + "-not" }, Ct), "tagged-not");
    }

    private async Task<string> KeyAsync(string alias) =>
        (await sandbox.Kms(sandbox.KeysOf(Account.Vault)).DescribeKeyAsync(alias, Ct)).KeyMetadata.Arn;
}
