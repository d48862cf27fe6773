using Amazon.RDS.Model;
using Npgsql;
using RestoreDrill.Sandbox.Control;
using RestoreDrill.Sandbox.Tests.Clusters;

namespace RestoreDrill.Sandbox.Tests.Control;

[Collection(nameof(SharedSandbox))]
public sealed class DamageTests(RunningSandbox sandbox)
{
    private const string Sum = "SELECT concat_ws(' ', count(*), sum(id), md5(string_agg(mark, '' ORDER BY mark)), md5(string_agg(mark, '' ORDER BY id))) FROM marks";
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(SnapshotFault.DeleteRow, "999")]
    [InlineData(SnapshotFault.TruncateTable, "0")]
    [InlineData(SnapshotFault.SwapValues, "1000")]
    public async Task Spoilt_content_is_there_after_a_restore_and_nothing_else_changed(SnapshotFault fault, string rows)
    {
        var before = await ReadAsync(await RunningSandbox.InstanceAsync(sandbox.Source, RunningSandbox.Instance, "available"), RunningSandbox.Password);
        var after = await RestoreDamagedAsync(fault);
        Assert.NotEqual(before, after);
        Assert.Equal(rows, after.Split(' ')[0]);
        if (fault == SnapshotFault.SwapValues)
        {
            Assert.Equal(before.Split(' ')[..3], after.Split(' ')[..3]);
        }
    }

    [Theory]
    [InlineData(SnapshotFault.HeapBitFlip, PostgresErrorCodes.DataCorrupted)]
    [InlineData(SnapshotFault.RemoveFile, PostgresErrorCodes.UndefinedFile)]
    public async Task Spoilt_file_is_an_error_on_reading(SnapshotFault fault, string sqlState) =>
        Assert.Equal(sqlState, (await Assert.ThrowsAsync<PostgresException>(() => RestoreDamagedAsync(fault))).SqlState);

    [Fact]
    public async Task Snapshot_without_a_control_file_ends_in_incompatible_restore()
    {
        await sandbox.CopyIntoVaultAsync("headless");
        await sandbox.Host.Control.DamageAsync(new SnapshotDamage { Snapshot = "headless", Fault = SnapshotFault.RemoveControlFile }, Ct);
        await sandbox.Vault.RestoreDBInstanceFromDBSnapshotAsync(RunningSandbox.Restore("rd-headless", "headless"), Ct);
        await RunningSandbox.InstanceAsync(sandbox.Vault, "rd-headless", "incompatible-restore");
        Assert.Equal("InvalidDBInstanceState", await RunningSandbox.ErrorAsync(() => sandbox.Vault.ModifyDBInstanceAsync(
            new ModifyDBInstanceRequest { DBInstanceIdentifier = "rd-headless", MasterUserPassword = "Fresh-password-4" }, Ct)));
        await sandbox.Vault.DeleteDBInstanceAsync(new DeleteDBInstanceRequest { DBInstanceIdentifier = "rd-headless", SkipFinalSnapshot = true }, Ct);
    }

    [Fact]
    public async Task Full_disk_shows_in_the_status_and_as_SQLSTATE_53100()
    {
        await sandbox.CopyIntoVaultAsync("full");
        await sandbox.Host.Control.FillDiskAsync(new FullDisk("rd-full", ShowStatus: true), Ct);
        await sandbox.Vault.RestoreDBInstanceFromDBSnapshotAsync(RunningSandbox.Restore("rd-full", "full"), Ct);
        var instance = await RunningSandbox.InstanceAsync(sandbox.Vault, "rd-full", "storage-full");
        var error = await Assert.ThrowsAsync<PostgresException>(
            () => Query.ScalarAsync<long>(sandbox.Connect(instance, RunningSandbox.Password), "SELECT sum(length(pg_catalog.record_send(m)))::bigint FROM marks m"));
        Assert.Equal(PostgresErrorCodes.DiskFull, error.SqlState);
        await sandbox.Vault.DeleteDBInstanceAsync(new DeleteDBInstanceRequest { DBInstanceIdentifier = "rd-full", SkipFinalSnapshot = true }, Ct);
    }

    private async Task<string> RestoreDamagedAsync(SnapshotFault fault)
    {
        var name = "damaged-" + fault.ToString().ToLowerInvariant();
        await sandbox.CopyIntoVaultAsync(name);
        await sandbox.Host.Control.DamageAsync(new SnapshotDamage { Snapshot = name, Fault = fault, Database = "courses", Table = "marks" }, Ct);
        await sandbox.Vault.RestoreDBInstanceFromDBSnapshotAsync(RunningSandbox.Restore("rd-" + name, name), Ct);
        try
        {
            return await ReadAsync(await RunningSandbox.InstanceAsync(sandbox.Vault, "rd-" + name, "available"), RunningSandbox.Password);
        }
        finally
        {
            await sandbox.Vault.DeleteDBInstanceAsync(new DeleteDBInstanceRequest { DBInstanceIdentifier = "rd-" + name, SkipFinalSnapshot = true }, Ct);
        }
    }

    private Task<string> ReadAsync(DBInstance instance, string password) => Query.ScalarAsync<string>(sandbox.Connect(instance, password), Sum);
}
