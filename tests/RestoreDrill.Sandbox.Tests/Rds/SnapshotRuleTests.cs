using Amazon.RDS.Model;
using RestoreDrill.Sandbox.Accounts;
using RestoreDrill.Sandbox.Control;

namespace RestoreDrill.Sandbox.Tests.Rds;

[Collection(nameof(SharedSandbox))]
public sealed class SnapshotRuleTests(RunningSandbox sandbox)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Copy_keeps_the_original_times_and_has_a_creation_time_of_its_own()
    {
        var copy = await sandbox.CopyIntoVaultAsync("times");
        var source = await RunningSandbox.SnapshotAsync(sandbox.Source, "times", "available");
        Assert.Equal((source.OriginalSnapshotCreateTime, source.SnapshotDatabaseTime), (copy.OriginalSnapshotCreateTime, copy.SnapshotDatabaseTime));
        Assert.True(copy.SnapshotCreateTime > source.SnapshotCreateTime);
        Assert.Equal(source.DBSnapshotArn, copy.SourceDBSnapshotIdentifier);
        Assert.Contains(":222222222222:key/", copy.KmsKeyId);
        Assert.Equal(100, copy.PercentProgress);
    }

    [Fact]
    public async Task Name_that_ends_in_a_line_break_is_refused() => Assert.Equal("InvalidParameterValue", await RunningSandbox.ErrorAsync(() => sandbox.Source.CreateDBSnapshotAsync(
        new CreateDBSnapshotRequest { DBInstanceIdentifier = RunningSandbox.Instance, DBSnapshotIdentifier = "broken\n" }, Ct)));

    [Fact]
    public async Task Snapshot_of_another_account_is_unknown_until_it_is_shared()
    {
        var snapshot = await sandbox.SnapshotAsync("unshared");
        var copy = Copy(snapshot.DBSnapshotArn, "unshared");
        await Assert.ThrowsAsync<DBSnapshotNotFoundException>(() => sandbox.Vault.CopyDBSnapshotAsync(copy, Ct));
        await sandbox.ShareAsync("unshared");
        var shared = await sandbox.Vault.DescribeDBSnapshotsAsync(new DescribeDBSnapshotsRequest { SnapshotType = "shared" }, Ct);
        Assert.Contains(shared.DBSnapshots, seen => seen.DBSnapshotIdentifier == snapshot.DBSnapshotArn && (seen.TagList ?? []).Count == 0);
        await sandbox.Vault.CopyDBSnapshotAsync(copy, Ct);
        await Assert.ThrowsAsync<DBSnapshotAlreadyExistsException>(() => sandbox.Vault.CopyDBSnapshotAsync(copy, Ct));
        await RunningSandbox.SnapshotAsync(sandbox.Vault, "unshared", "available");
    }

    [Fact]
    public async Task Shared_encrypted_snapshot_needs_a_key_to_copy_and_cannot_be_restored()
    {
        var snapshot = await sandbox.SnapshotAsync("keyless");
        await sandbox.ShareAsync("keyless");
        var copy = Copy(snapshot.DBSnapshotArn, "keyless");
        copy.KmsKeyId = null;
        var error = await Assert.ThrowsAsync<KMSKeyNotAccessibleException>(() => sandbox.Vault.CopyDBSnapshotAsync(copy, Ct));
        Assert.Contains("[None]", error.Message);
        Assert.Equal("InvalidParameterCombination", await RunningSandbox.ErrorAsync(
            () => sandbox.Vault.RestoreDBInstanceFromDBSnapshotAsync(RunningSandbox.Restore("rd-shared", snapshot.DBSnapshotArn), Ct)));
    }

    [Fact]
    public async Task Automated_snapshots_and_those_under_the_default_key_cannot_be_shared()
    {
        var automated = (await sandbox.Source.DescribeDBSnapshotsAsync(new DescribeDBSnapshotsRequest { SnapshotType = "automated" }, Ct)).DBSnapshots[0];
        await Assert.ThrowsAsync<InvalidDBSnapshotStateException>(() => sandbox.ShareAsync(automated.DBSnapshotIdentifier));
        await sandbox.SnapshotAsync("customer-key");
        var copy = Copy("customer-key", "default-key");
        copy.KmsKeyId = "alias/aws/rds";
        await sandbox.Source.CopyDBSnapshotAsync(copy, Ct);
        await RunningSandbox.SnapshotAsync(sandbox.Source, "default-key", "available");
        await Assert.ThrowsAsync<InvalidDBSnapshotStateException>(() => sandbox.ShareAsync("default-key"));
    }

    [Fact]
    public async Task Snapshot_is_shared_with_twenty_accounts_at_most()
    {
        await sandbox.SnapshotAsync("popular");
        var request = new ModifyDBSnapshotAttributeRequest
        {
            DBSnapshotIdentifier = "popular", AttributeName = "restore", ValuesToAdd = [.. Enumerable.Range(0, 21).Select(i => $"4444444444{i:00}")],
        };
        await Assert.ThrowsAsync<SharedSnapshotQuotaExceededException>(() => sandbox.Source.ModifyDBSnapshotAttributeAsync(request, Ct));
        request.ValuesToAdd.RemoveAt(20);
        await sandbox.Source.ModifyDBSnapshotAttributeAsync(request, Ct);
        var removed = await sandbox.Source.ModifyDBSnapshotAttributeAsync(
            new ModifyDBSnapshotAttributeRequest { DBSnapshotIdentifier = "popular", AttributeName = "restore", ValuesToRemove = request.ValuesToAdd }, Ct);
        Assert.All(removed.DBSnapshotAttributesResult.DBSnapshotAttributes, attribute => Assert.Empty(attribute.AttributeValues ?? []));
    }

    [Fact]
    public async Task Quota_of_manual_snapshots_stops_snapshots_and_copies()
    {
        await sandbox.SnapshotAsync("last-one");
        sandbox.Host.Control.SetQuotas("source", manualSnapshots: 1);
        try
        {
            await Assert.ThrowsAsync<SnapshotQuotaExceededException>(() => sandbox.SnapshotAsync("one-too-many"));
            await Assert.ThrowsAsync<SnapshotQuotaExceededException>(() => sandbox.Source.CopyDBSnapshotAsync(Copy("last-one", "one-too-many"), Ct));
        }
        finally
        {
            sandbox.Host.Control.SetQuotas("source", manualSnapshots: 100);
        }
    }

    [Fact]
    public async Task Copy_under_a_disabled_key_is_refused()
    {
        await sandbox.SnapshotAsync("locked");
        sandbox.Host.Control.SetKeyState("source", RunningSandbox.Region, "alias/restoredrill", "Disabled");
        try
        {
            var error = await Assert.ThrowsAsync<KMSKeyNotAccessibleException>(() => sandbox.Source.CopyDBSnapshotAsync(Copy("locked", "locked-2"), Ct));
            Assert.StartsWith("The source snapshot KMS key [arn:aws:kms:eu-west-1:111111111111:key/", error.Message);
        }
        finally
        {
            sandbox.Host.Control.SetKeyState("source", RunningSandbox.Region, "alias/restoredrill", "Enabled");
        }
    }

    [Fact]
    public async Task Copy_whose_source_is_deleted_on_the_way_fails()
    {
        await sandbox.SnapshotAsync("short-lived");
        sandbox.Host.Control.Stall(new Stall("ahead", "creating", StalledKind.Snapshot));
        await sandbox.Source.CopyDBSnapshotAsync(Copy("short-lived", "ahead"), Ct);
        await sandbox.Source.CopyDBSnapshotAsync(Copy("short-lived", "queued"), Ct);
        await sandbox.Source.DeleteDBSnapshotAsync(new DeleteDBSnapshotRequest { DBSnapshotIdentifier = "short-lived" }, Ct);
        var queued = await RunningSandbox.SnapshotAsync(sandbox.Source, "queued", "creating");
        Assert.Equal(0, queued.PercentProgress);
        sandbox.Host.Control.Release("ahead");
        await RunningSandbox.SnapshotAsync(sandbox.Source, "queued", "failed");
    }

    [Fact]
    public async Task Copies_between_regions_are_refused_and_say_so()
    {
        var snapshot = await sandbox.SnapshotAsync("far");
        using var elsewhere = sandbox.Rds(sandbox.KeysOf(Account.Source), "us-east-1");
        var error = await Assert.ThrowsAnyAsync<Amazon.RDS.AmazonRDSException>(() => elsewhere.CopyDBSnapshotAsync(Copy(snapshot.DBSnapshotArn, "far"), Ct));
        Assert.Contains("between regions", error.Message);
    }

    [Fact]
    public async Task Tags_are_added_replaced_listed_and_removed()
    {
        var snapshot = await sandbox.SnapshotAsync("tagged");
        await sandbox.Source.AddTagsToResourceAsync(new AddTagsToResourceRequest
        {
            ResourceName = snapshot.DBSnapshotArn, Tags = [new Tag { Key = "a", Value = "1" }, new Tag { Key = "b", Value = "" }],
        }, Ct);
        await sandbox.Source.AddTagsToResourceAsync(new AddTagsToResourceRequest { ResourceName = snapshot.DBSnapshotArn, Tags = [new Tag { Key = "a", Value = "2" }] }, Ct);
        await sandbox.Source.RemoveTagsFromResourceAsync(new RemoveTagsFromResourceRequest { ResourceName = snapshot.DBSnapshotArn, TagKeys = ["b"] }, Ct);
        var tags = (await sandbox.Source.ListTagsForResourceAsync(new ListTagsForResourceRequest { ResourceName = snapshot.DBSnapshotArn }, Ct)).TagList;
        Assert.Equal(("a", "2"), Assert.Single(tags.Select(tag => (tag.Key, tag.Value))));
        Assert.Equal("InvalidParameterValue", await RunningSandbox.ErrorAsync(() => sandbox.Source.AddTagsToResourceAsync(
            new AddTagsToResourceRequest { ResourceName = snapshot.DBSnapshotArn, Tags = [new Tag { Key = "aws:x", Value = "1" }] }, Ct)));
    }

    private static CopyDBSnapshotRequest Copy(string source, string target) =>
        new() { SourceDBSnapshotIdentifier = source, TargetDBSnapshotIdentifier = target, KmsKeyId = "alias/restoredrill" };
}
