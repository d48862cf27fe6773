using System.CommandLine;
using System.Net.Http.Json;
using Amazon.RDS.Model;
using Npgsql;
using RestoreDrill.Sandbox.Commands;
using RestoreDrill.Sandbox.Control;
using RestoreDrill.Sandbox.Control.Damaging;
using RestoreDrill.Sandbox.Tests.Clusters;

namespace RestoreDrill.Sandbox.Tests.Control;

[Collection(nameof(SharedSandbox))]
public sealed class DamageTests(RunningSandbox sandbox)
{
    private const string Sum = "SELECT concat_ws(' ', count(*), sum(id), md5(string_agg(mark, '' ORDER BY mark)), md5(string_agg(mark, '' ORDER BY id))) FROM marks";
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("deleteRow", "999", "One row of courses.public.marks was deleted in damaged-deleterow.")]
    [InlineData("truncateTable", "0", "All 1000 rows of courses.public.marks were deleted in damaged-truncatetable.")]
    [InlineData("swapValues", "1000", "Two rows of courses.public.marks exchanged their mark in damaged-swapvalues.")]
    public async Task Spoilt_content_is_there_after_a_restore_and_nothing_else_changed(string fault, string rows, string sentence)
    {
        var before = await ReadAsync(await RunningSandbox.InstanceAsync(sandbox.Source, RunningSandbox.Instance, "available"), RunningSandbox.Password);
        var after = await RestoreDamagedAsync(fault, sentence);
        Assert.NotEqual(before, after);
        Assert.Equal(rows, after.Split(' ')[0]);
        if (fault == RowFaults.SwapValues.Name)
        {
            Assert.Equal(before.Split(' ')[..3], after.Split(' ')[..3]);
        }
    }

    [Theory]
    [InlineData("heapBitFlip", PostgresErrorCodes.DataCorrupted, "One bit of the file of courses.public.marks was flipped in damaged-heapbitflip.")]
    [InlineData("removeFile", PostgresErrorCodes.UndefinedFile, "The file of courses.public.marks was removed from damaged-removefile.")]
    public async Task Spoilt_file_is_an_error_on_reading(string fault, string sqlState, string sentence) =>
        Assert.Equal(sqlState, (await Assert.ThrowsAsync<PostgresException>(() => RestoreDamagedAsync(fault, sentence))).SqlState);

    [Theory]
    [InlineData("swapValues")]
    [InlineData("heapBitFlip")]
    [InlineData("removeControlFile")]
    public async Task Damage_of_a_copy_leaves_the_snapshot_whole_that_it_was_made_from(string fault)
    {
        var (struck, again) = ($"struck-{fault.ToLowerInvariant()}", $"again-{fault.ToLowerInvariant()}");
        var before = await ReadAsync(await RunningSandbox.InstanceAsync(sandbox.Source, RunningSandbox.Instance, "available"), RunningSandbox.Password);
        await sandbox.CopyIntoVaultAsync(struck);
        await sandbox.Host.Control.DamageAsync(new SnapshotDamage { Snapshot = struck, Fault = SnapshotFault.Named(fault), Database = "courses", Table = "marks" }, Ct);

        await sandbox.Vault.CopyDBSnapshotAsync(
            new CopyDBSnapshotRequest
            {
                SourceDBSnapshotIdentifier = $"arn:aws:rds:eu-west-1:111111111111:snapshot:{struck}", TargetDBSnapshotIdentifier = again, KmsKeyId = "alias/restoredrill",
            },
            Ct);
        await RunningSandbox.SnapshotAsync(sandbox.Vault, again, "available");
        await sandbox.Vault.RestoreDBInstanceFromDBSnapshotAsync(RunningSandbox.Restore("rd-" + again, again), Ct);
        Assert.Equal(before, await ReadAsync(await RunningSandbox.InstanceAsync(sandbox.Vault, "rd-" + again, "available"), RunningSandbox.Password));
        await sandbox.Vault.DeleteDBInstanceAsync(new DeleteDBInstanceRequest { DBInstanceIdentifier = "rd-" + again, SkipFinalSnapshot = true }, Ct);
    }

    [Fact]
    public async Task Repaired_snapshot_is_what_it_was_before_its_first_damage()
    {
        await sandbox.CopyIntoVaultAsync("repaired");
        var before = await ReadAsync(await RunningSandbox.InstanceAsync(sandbox.Source, RunningSandbox.Instance, "available"), RunningSandbox.Password);
        foreach (var fault in new[] { RowFaults.DeleteRow, RowFaults.TruncateTable, ServerFaults.RemoveControlFile })
        {
            await sandbox.Host.Control.DamageAsync(new SnapshotDamage { Snapshot = "repaired", Fault = fault, Database = "courses", Table = "marks" }, Ct);
        }

        using var http = new HttpClient { BaseAddress = sandbox.Host.BaseAddress };
        using var answer = await http.PostAsJsonAsync(new Uri("/control/repairs", UriKind.Relative), new { snapshot = "repaired" }, Ct);

        Assert.Equal(200, (int)answer.StatusCode);
        Assert.Equal(before, await RestoreAsync("repaired"));
        Assert.Empty(Directory.GetDirectories(Path.Combine(sandbox.Host.StateDirectory, "damage")));
    }

    [Fact]
    public async Task Crashed_instance_is_there_again_with_what_was_committed()
    {
        var instance = await RunningSandbox.InstanceAsync(sandbox.Source, RunningSandbox.Instance, "available");
        await using var session = await Query.OpenAsync(sandbox.Connect(instance, RunningSandbox.Password));
        await Query.RunAsync(session, "CREATE TABLE survived AS SELECT 1 AS n");

        await sandbox.Host.Control.CrashAsync(RunningSandbox.Instance, "source", Ct);

        await Assert.ThrowsAnyAsync<NpgsqlException>(() => Query.ScalarAsync<int>(session, "SELECT n FROM survived"));
        Assert.Equal(1, await Query.ScalarAsync<int>(sandbox.Connect(instance, RunningSandbox.Password), "SELECT n FROM survived"));
        await Assert.ThrowsAsync<ArgumentException>(() => sandbox.Host.Control.CrashAsync("nowhere", "source", Ct));
    }

    [Fact]
    public async Task Snapshot_without_a_control_file_ends_in_incompatible_restore()
    {
        await sandbox.CopyIntoVaultAsync("headless");
        await using var said = new StringWriter();
        var verb = DamageCommand.Create().Parse(["--endpoint", sandbox.Host.BaseAddress.ToString(), "--snapshot", "headless", "--fault", "RemoveControlFile"]);
        Assert.Equal(0, await verb.InvokeAsync(new InvocationConfiguration { Output = said }, Ct));
        Assert.Equal("The control file of headless was removed: no server starts on it.", said.ToString().TrimEnd());
        await sandbox.Vault.RestoreDBInstanceFromDBSnapshotAsync(RunningSandbox.Restore("rd-headless", "headless"), Ct);
        await RunningSandbox.InstanceAsync(sandbox.Vault, "rd-headless", "incompatible-restore");
        Assert.Equal("InvalidDBInstanceState", await RunningSandbox.ErrorAsync(() => sandbox.Vault.ModifyDBInstanceAsync(
            new ModifyDBInstanceRequest { DBInstanceIdentifier = "rd-headless", MasterUserPassword = "Fresh-password-4" }, Ct)));
        await sandbox.Vault.DeleteDBInstanceAsync(new DeleteDBInstanceRequest { DBInstanceIdentifier = "rd-headless", SkipFinalSnapshot = true }, Ct);
    }

    [Fact]
    public async Task Full_disk_shows_in_the_status_and_as_SQLSTATE_53100_until_it_is_freed()
    {
        await sandbox.CopyIntoVaultAsync("full");
        await sandbox.Host.Control.FillDiskAsync(new FullDisk("rd-full", ShowStatus: true), Ct);
        await sandbox.Vault.RestoreDBInstanceFromDBSnapshotAsync(RunningSandbox.Restore("rd-full", "full"), Ct);
        var instance = await RunningSandbox.InstanceAsync(sandbox.Vault, "rd-full", "storage-full");
        var error = await Assert.ThrowsAsync<PostgresException>(
            () => Query.ScalarAsync<long>(sandbox.Connect(instance, RunningSandbox.Password), "SELECT sum(length(pg_catalog.record_send(m)))::bigint FROM marks m"));
        Assert.Equal(PostgresErrorCodes.DiskFull, error.SqlState);

        using var http = new HttpClient { BaseAddress = sandbox.Host.BaseAddress };
        using var other = await http.DeleteAsync(new Uri("/control/disks?name=rd-other", UriKind.Relative), Ct);
        await RunningSandbox.InstanceAsync(sandbox.Vault, "rd-full", "storage-full");
        using var freed = await http.DeleteAsync(new Uri("/control/disks?name=rd-full", UriKind.Relative), Ct);

        Assert.Equal(200, (int)freed.StatusCode);
        await RunningSandbox.InstanceAsync(sandbox.Vault, "rd-full", "available");
        Assert.True(await Query.ScalarAsync<long>(sandbox.Connect(instance, RunningSandbox.Password), "SELECT sum(length(record_send(m)))::bigint FROM marks m") > 0);
        await sandbox.Vault.DeleteDBInstanceAsync(new DeleteDBInstanceRequest { DBInstanceIdentifier = "rd-full", SkipFinalSnapshot = true }, Ct);
    }

    private async Task<string> RestoreDamagedAsync(string fault, string sentence)
    {
        var name = "damaged-" + fault.ToLowerInvariant();
        await sandbox.CopyIntoVaultAsync(name);
        var done = await sandbox.Host.Control.DamageAsync(new SnapshotDamage { Snapshot = name, Fault = SnapshotFault.Named(fault), Database = "courses", Table = "marks" }, Ct);
        Assert.Equal(sentence, done);
        return await RestoreAsync(name);
    }

    private async Task<string> RestoreAsync(string name)
    {
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
