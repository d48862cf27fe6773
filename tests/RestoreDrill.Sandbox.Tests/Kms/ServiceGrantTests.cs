using Amazon.KeyManagementService.Model;
using Amazon.RDS.Model;
using RestoreDrill.Sandbox.Control;
using RestoreDrill.Sandbox.Tests.Backup;
using RestoreDrill.Sandbox.Tests.Clusters;

namespace RestoreDrill.Sandbox.Tests.Kms;

[Collection(nameof(SharedSandbox))]
public sealed class ServiceGrantTests(RunningSandbox sandbox)
{
    private const string Rds = "rds.eu-west-1.amazonaws.com";
    private readonly Keys keys = new(sandbox);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Instance_has_a_grant_on_its_key_as_long_as_it_is_there()
    {
        var key = (await Keys.CreateAsync(keys.Source)).Arn;
        var instance = await InstanceAsync(key);
        var grant = Assert.Single(await Keys.GrantsAsync(keys.Source, key));
        Assert.Equal((Rds, Rds, "arn:aws:iam::111111111111:root"), (grant.GranteePrincipal, grant.RetiringPrincipal, grant.IssuingAccount));
        Assert.Equal(instance.DbiResourceId, grant.Constraints.EncryptionContextSubset["aws:rds:db-id"]);
        Assert.Contains("Decrypt", grant.Operations);

        await DeleteAsync(instance.DBInstanceIdentifier);
        Assert.Empty(await Keys.GrantsAsync(keys.Source, key));
    }

    [Fact]
    public async Task Instance_whose_grant_is_revoked_cannot_be_read_any_more_and_only_be_deleted()
    {
        var key = (await Keys.CreateAsync(keys.Source)).Arn;
        var instance = await InstanceAsync(key);
        var name = instance.DBInstanceIdentifier;
        Assert.Equal(1L, await Query.ScalarAsync<long>(sandbox.Connect(instance, RunningSandbox.Password), "SELECT 1::bigint"));
        await keys.Source.RevokeGrantAsync(new RevokeGrantRequest { KeyId = key, GrantId = (await Keys.GrantsAsync(keys.Source, key))[0].GrantId }, Ct);

        var lost = await RunningSandbox.InstanceAsync(sandbox.Source, name, "inaccessible-encryption-credentials-recoverable");
        Assert.True(lost.StorageEncrypted);
        await Eventually.HoldsAsync(async () => !await CanConnectAsync(instance), "the server has ended");
        Assert.Null((await RunningSandbox.InstanceAsync(sandbox.Source, name, "inaccessible-encryption-credentials-recoverable")).Endpoint);
        await Assert.ThrowsAsync<InvalidDBInstanceStateException>(
            () => sandbox.Source.ModifyDBInstanceAsync(new ModifyDBInstanceRequest { DBInstanceIdentifier = name, DeletionProtection = true }, Ct));
        await Assert.ThrowsAsync<InvalidDBInstanceStateException>(
            () => sandbox.Source.CreateDBSnapshotAsync(new CreateDBSnapshotRequest { DBInstanceIdentifier = name, DBSnapshotIdentifier = name + "-late" }, Ct));
        await DeleteAsync(name);
    }

    [Fact]
    public async Task Copy_of_a_snapshot_has_a_grant_while_it_is_made()
    {
        var key = (await Keys.CreateAsync(keys.Source)).Arn;
        var name = Backups.NewName("granted");
        await sandbox.SnapshotAsync(name);
        sandbox.Host.Control.Stall(new Stall(name + "-copy", "creating", StalledKind.Snapshot));
        await sandbox.Source.CopyDBSnapshotAsync(
            new CopyDBSnapshotRequest { SourceDBSnapshotIdentifier = name, TargetDBSnapshotIdentifier = name + "-copy", KmsKeyId = key }, Ct);
        Assert.Equal(Rds, Assert.Single(await Keys.GrantsAsync(keys.Source, key)).GranteePrincipal);
        sandbox.Host.Control.Release(name + "-copy");
        await RunningSandbox.SnapshotAsync(sandbox.Source, name + "-copy", "available");
        Assert.Empty(await Keys.GrantsAsync(keys.Source, key));
    }

    [Fact]
    public async Task Instance_under_a_key_that_cannot_be_used_is_not_made()
    {
        var key = await Keys.CreateAsync(keys.Source);
        await keys.Source.DisableKeyAsync(new DisableKeyRequest { KeyId = key.KeyId }, Ct);
        var request = RunningSandbox.NewInstance(Backups.NewName("keyless"));
        request.KmsKeyId = key.Arn;
        var refusal = await Assert.ThrowsAsync<KMSKeyNotAccessibleException>(() => sandbox.Source.CreateDBInstanceAsync(request, Ct));
        Assert.Contains($"[{key.Arn}] does not exist, is not enabled", refusal.Message, StringComparison.Ordinal);
        Assert.Empty(await Keys.GrantsAsync(keys.Source, key.Arn));
    }

    private async Task<DBInstance> InstanceAsync(string key)
    {
        var request = RunningSandbox.NewInstance(Backups.NewName("granted"));
        request.KmsKeyId = key;
        await sandbox.Source.CreateDBInstanceAsync(request, Ct);
        return await RunningSandbox.InstanceAsync(sandbox.Source, request.DBInstanceIdentifier, "available");
    }

    private async Task DeleteAsync(string name)
    {
        await sandbox.Source.DeleteDBInstanceAsync(new DeleteDBInstanceRequest { DBInstanceIdentifier = name, SkipFinalSnapshot = true }, Ct);
        await Eventually.HoldsAsync(
            async () => (await sandbox.Source.DescribeDBInstancesAsync(Ct)).DBInstances.TrueForAll(instance => instance.DBInstanceIdentifier != name), $"{name} is gone");
    }

    private async Task<bool> CanConnectAsync(DBInstance instance)
    {
        try
        {
            await Query.ScalarAsync<long>(sandbox.Connect(instance, RunningSandbox.Password), "SELECT 1::bigint");
            return true;
        }
        catch (Npgsql.NpgsqlException)
        {
            return false;
        }
    }
}
