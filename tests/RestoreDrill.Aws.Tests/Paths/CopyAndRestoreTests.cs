using Amazon.RDS.Model;
using Npgsql;
using RestoreDrill.Aws.Tests.Wire;
using RestoreDrill.Core.Cloud;
using RestoreDrill.Core.Drilling;
using RestoreDrill.Core.Installation;
using RestoreDrill.Core.Runs;
using RestoreDrill.Sandbox.Accounts;

namespace RestoreDrill.Aws.Tests.Paths;

[Collection(nameof(SharedSandbox))]
public sealed class CopyAndRestoreTests(SandboxAccounts sandbox)
{
    [Fact]
    public async Task Snapshot_becomes_a_copy_in_the_vault_and_the_copy_an_instance_under_a_new_password()
    {
        var run = RunId.Parse("c0000000w01e");
        var drill = RunId.Parse("d0000000w01e");
        var staging = Shapes.Names.StagingSnapshot(run);
        var copy = Shapes.Names.Copy(run);
        var scratch = Shapes.Names.ScratchInstance(drill);
        var stagingTags = Shapes.Tags(TagNames.StagingRole, "acme", run.Value);
        var copyTags = Shapes.Tags(TagNames.CopyRole, "acme", run.Value);
        var scratchTags = Shapes.Tags(TagNames.ScratchRole, "acme", drill.Value);

        Assert.Equal(Account.Source.Id, (await sandbox.Source.IdentifyAsync(default)).AccountId);
        Assert.Equal(Account.Vault.Id, (await sandbox.Vault.IdentifyAsync(default)).AccountId);
        var instance = await sandbox.Source.FindInstanceAsync(SandboxAccounts.Instance, default);
        Assert.False((await sandbox.Source.DescribeKeyAsync(instance!.KmsKeyArn!, default)).AwsManaged);
        Assert.True((await sandbox.Source.DescribeKeyAsync($"arn:aws:kms:{SandboxAccounts.Region}:{Account.Source.Id}:alias/aws/rds", default)).AwsManaged);
        Assert.Contains(
            "max_prepared_transactions",
            (await sandbox.Source.ReadParametersAsync(instance.ParameterGroup, ["max_prepared_transactions", "no_such"], default)).Keys);

        var taken = await sandbox.Source.CreateSnapshotAsync(SandboxAccounts.Instance, staging, stagingTags, default);
        Assert.Equal(stagingTags, taken.Tags);
        await Eventually.Async(async () => (await sandbox.Source.FindSnapshotAsync(staging, default))!.IsAvailable, "the snapshot is available");
        var again = await Assert.ThrowsAsync<CloudException>(() => sandbox.Source.CreateSnapshotAsync(SandboxAccounts.Instance, staging, stagingTags, default));
        Assert.Equal(CloudFault.AlreadyExists, again.Fault);
        var snapshot = (await sandbox.Source.FindSnapshotAsync(staging, default))!;
        Assert.Equal(stagingTags, snapshot.Tags);
        Assert.NotNull(snapshot.OriginalCreateTime);

        await sandbox.Source.ShareAsync(staging, Account.Vault.Id, default);
        Assert.Equal([Account.Vault.Id], await sandbox.Source.SharedWithAsync(staging, default));
        await sandbox.Vault.CopyAsync(snapshot.Arn, copy, SandboxAccounts.VaultKey, copyTags, default);
        await Eventually.Async(async () => (await sandbox.Vault.FindSnapshotAsync(copy, default))!.IsAvailable, "the copy is available");
        var copied = (await sandbox.Vault.FindSnapshotAsync(copy, default))!;
        Assert.Equal(copyTags, copied.Tags);
        Assert.Equal(snapshot.OriginalCreateTime, copied.OriginalCreateTime);
        Assert.Contains(Account.Vault.Id, copied.KmsKeyArn, StringComparison.Ordinal);
        await sandbox.Vault.TagAsync(copied.Arn, new Dictionary<string, string> { ["restoredrill:extra"] = "1" }, default);
        Assert.Equal("1", (await sandbox.Vault.FindSnapshotAsync(copy, default))!.Tags["restoredrill:extra"]);
        Assert.Contains(copy, (await sandbox.Vault.ListSnapshotsAsync(default)).Select(listed => listed.Name));

        await sandbox.Source.UnshareAsync(staging, Account.Vault.Id, default);
        Assert.Empty(await sandbox.Source.SharedWithAsync(staging, default));
        await sandbox.Source.RemoveStagingSnapshotAsync(staging, Shapes.Installation, run, default);
        await Eventually.Async(async () => await sandbox.Source.FindSnapshotAsync(staging, default) is null, "the staging snapshot is gone");
        await sandbox.Source.RemoveStagingSnapshotAsync(staging, Shapes.Installation, run, default);

        Assert.Equal("0", (await sandbox.Scratch.FindParameterGroupAsync("restoredrill-drill", ["max_logical_replication_workers"], default))!
            .Values["max_logical_replication_workers"]);
        Assert.True(await sandbox.Scratch.SubnetGroupExistsAsync("dark", default));
        await sandbox.Scratch.RestoreAsync(SandboxAccounts.Order(scratch, copy, scratchTags), default);
        await Eventually.Async(async () => (await sandbox.Scratch.FindAsync(scratch, default))!.IsAvailable, "the scratch instance is available");
        var restored = (await sandbox.Scratch.FindAsync(scratch, default))!;
        Assert.Equal(scratchTags, restored.Tags);
        Assert.False(restored.PubliclyAccessible || restored.DeletionProtection);
        Assert.Contains(scratch, (await sandbox.Scratch.ListAsync(Shapes.Names.ScratchPrefix, default)).Select(listed => listed.Name));

        var password = MasterPassword.Generate();
        await sandbox.Scratch.ResetMasterPasswordAsync(scratch, password, Shapes.Installation, drill, default);
        await Eventually.Async(() => CanLogIn(restored, password), "the new password is accepted");

        await sandbox.Scratch.RemoveAsync(scratch, Shapes.Installation, drill, default);
        await Eventually.Async(async () => await sandbox.Scratch.FindAsync(scratch, default) is null, "the scratch instance is gone");
        await sandbox.Scratch.RemoveAsync(scratch, Shapes.Installation, drill, default);
        Assert.NotNull(await sandbox.Vault.FindSnapshotAsync(copy, default));
    }

    [Fact]
    public async Task Instance_of_somebody_else_is_still_there_after_an_attempt_to_remove_it()
    {
        var drill = RunId.Parse("d0000000m1ne");
        var mine = Shapes.Names.ScratchInstance(drill);
        (string Name, IReadOnlyDictionary<string, string> Tags)[] others =
        [
            (mine, Shapes.Tags(TagNames.ScratchRole, "other", drill.Value)),
            ("rd-scratch-other-d0000000m1ne", Shapes.Tags(TagNames.ScratchRole, "acme", drill.Value)),
        ];
        foreach (var (name, tags) in others)
        {
            await sandbox.VaultAdministrator.CreateDBInstanceAsync(new CreateDBInstanceRequest
            {
                DBInstanceIdentifier = name,
                DBInstanceClass = "db.t4g.medium",
                DBSubnetGroupName = "dark",
                Engine = "postgres",
                AllocatedStorage = 20,
                MasterUsername = "master",
                MasterUserPassword = SandboxAccounts.Password,
                Tags = [.. tags.Select(tag => new Tag { Key = tag.Key, Value = tag.Value })],
            });
        }

        foreach (var (name, _) in others)
        {
            await Eventually.Async(async () => (await sandbox.Scratch.FindAsync(name, default))!.IsAvailable, "the instance is available");
            await Assert.ThrowsAsync<NotOursException>(() => sandbox.Scratch.RemoveAsync(name, Shapes.Installation, drill, default));
            await Assert.ThrowsAsync<NotOursException>(() =>
                sandbox.Scratch.ResetMasterPasswordAsync(name, MasterPassword.Generate(), Shapes.Installation, drill, default));
            Assert.Equal("available", (await sandbox.Scratch.FindAsync(name, default))!.Status);
            await sandbox.VaultAdministrator.DeleteDBInstanceAsync(new DeleteDBInstanceRequest { DBInstanceIdentifier = name, SkipFinalSnapshot = true });
        }
    }

    private static async Task<bool> CanLogIn(CloudInstance instance, MasterPassword password)
    {
        try
        {
            await using var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder
            {
                Host = instance.Host, Port = instance.Port, Username = instance.MasterUser, Password = password.Reveal(), Database = "postgres",
                SslMode = SslMode.Require, Pooling = false,
            }.ConnectionString);
            await connection.OpenAsync();
            return true;
        }
        catch (PostgresException refused) when (refused.SqlState == PostgresErrorCodes.InvalidPassword)
        {
            return false;
        }
    }
}
