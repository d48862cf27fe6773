using Npgsql;
using RestoreDrill.Core.Reading;
using RestoreDrill.Core.Sandwich;
using RestoreDrill.Sandbox.Clusters;
using RestoreDrill.Verification.Tests.Instances;

namespace RestoreDrill.Verification.Tests.OldRows;

/// <summary>One source that is written to before, during and after it is copied; each test damages a server on the copy in its own way.</summary>
public sealed class SandwichTests : IAsyncLifetime
{
    private const string Courses = "Kurse_übung_例";
    private RestoredInstance instance = null!;
    private CopiedSource source = null!;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        instance = await RestoredInstance.StartAsync();
        await instance.AsAdminAsync("postgres", $"GRANT pg_read_all_data TO \"{RestoredInstance.Master}\"");
        source = new CopiedSource(instance);
    }

    public async ValueTask DisposeAsync()
    {
        await source.DisposeAsync();
        await instance.DisposeAsync();
    }

    [Fact]
    public async Task Copy_of_a_source_that_is_written_to_has_no_difference_and_each_damage_is_found_with_its_block()
    {
        await instance.AsMasterAsync(RestoredInstance.Database, Writers.Tables);
        int written;
        await using (var writers = Writers.Start(instance))
        {
            await writers.MoreAsync(100, Ct);
            await source.TakeAsync(() => writers.MoreAsync(200, Ct), Ct);
            written = await writers.EndAsync();
            Assert.True(written > 200, "the writers hardly wrote");
        }

        Assert.Equal(8, source.Stances.Count);
        Assert.All(source.Stances.Values, stance => Assert.Null(stance.DiffersFrom(source.LaterStances[stance.Name])));

        // Without checksums, so that a bit may flip unnoticed.
        await using var copy = await source.StartCopyAsync(Ct, checksums: false);
        await copy.StartAsync(Ct);
        var clean = await source.CompareAsync(copy, Ct);
        var strict = await source.CompareAsync(copy, Ct, strict: true);

        Assert.All(clean.Concat(strict), static found => Assert.True(
            found.Value is { GroupsDiffering: 0, RowsUnread: 0, RowsUnresolved: 0 }, $"{found.Value.Name}: {string.Join("; ", found.Value.Differences)} {string.Join("; ", found.Value.Reasons)}"));
        var accounts = clean["accounts"];

        // A transaction writes one account at most; how many there are while the files are copied is up to the machine.
        Assert.InRange(accounts.RowsProven, Writers.Accounts - written, Writers.Accounts);
        Assert.True(accounts.RowsGone > 0, "nothing was updated in the source after the copy");
        Assert.Equal((5000L, 2000L), (clean[Courses].RowsProven, clean["zero"].RowsProven));
        Assert.All(["journal", "essays", "marks_1", "marks_2", "pg_largeobject"], name => Assert.True(clean[name].RowsProven > 30, $"{name}: {clean[name].RowsProven} rows"));
        Assert.InRange(strict["accounts"].RowsProven, accounts.RowsProven, Writers.Accounts);

        await DamageAsync(copy);
        var damaged = await source.CompareAsync(copy, Ct);

        AssertDiffers(damaged["journal"], GroupDifferenceKind.RowsMissing, block: 50);
        AssertDiffers(damaged["marks_1"], GroupDifferenceKind.RowsMissing, block: 20);
        AssertDiffers(damaged[Courses], GroupDifferenceKind.RowsChanged, block: 17);
        Assert.All(["accounts", "essays", "marks_2", "zero", "pg_largeobject"], name => Assert.Equal(clean[name].RowsProven, damaged[name].RowsProven));
    }

    [Fact]
    public async Task Row_that_never_existed_is_found_by_what_was_read_before()
    {
        await instance.AsMasterAsync(RestoredInstance.Database, "CREATE TABLE t AS SELECT i, repeat('x', 200) AS pad FROM generate_series(1, 1000) i");
        // Emptied and given back to the free space map, so that the copy can put a row there.
        await instance.AsMasterAsync(RestoredInstance.Database, "DELETE FROM t WHERE i <= 50");
        await instance.AsMasterAsync(RestoredInstance.Database, "VACUUM t");
        await source.TakeAsync(Ct);
        var copy = await source.StartCopyAsync(Ct);
        await using (var admin = await copy.ConnectAsAdminAsync(RestoredInstance.Database, Ct))
        {
            await ExecuteAsync(admin, "INSERT INTO t VALUES (-1, 'never existed')");
            Assert.Equal("(0,1)", await AskAsync(admin, "SELECT ctid::text FROM t WHERE i = -1"));
            // As if a transaction from before had made it.
            source.Raise(1 + ulong.Parse(await AskAsync(admin, "SELECT xmin::text FROM t WHERE i = -1"), System.Globalization.CultureInfo.InvariantCulture));
        }

        var usual = (await source.CompareAsync(copy, Ct))["t"];
        var strict = (await source.CompareAsync(copy, Ct, strict: true))["t"];

        Assert.Equal((950L, 1L, 0L), (usual.RowsProven, usual.RowsGone, usual.GroupsDiffering));
        Assert.Equal((950L, 1L), (strict.RowsProven, strict.GroupsDiffering));
        Assert.Equal("block 0: the copy has 1 rows from before it was taken, and the source had only 0", strict.Differences[0].ToString());
    }

    [Fact]
    public async Task Table_that_ends_too_early_in_the_copy_differs()
    {
        await instance.AsMasterAsync(RestoredInstance.Database, "CREATE TABLE t AS SELECT i, repeat('x', 200) AS pad FROM generate_series(1, 1000) i");
        await source.TakeAsync(Ct);
        var copy = await source.StartCopyAsync(Ct);
        await copy.StopAsync(Ct);
        var file = Path.Combine(copy.DataDirectory, await instance.AskAdminAsync<string>(RestoredInstance.Database, "SELECT pg_relation_filepath('t')"));
        await using (var cut = new FileStream(file, FileMode.Open))
        {
            cut.SetLength(20 * 8192);
        }

        await copy.StartAsync(Ct);
        var found = (await source.CompareAsync(copy, Ct))["t"];

        Assert.InRange(found.RowsProven, 500, 999);
        Assert.Equal(1000, found.RowsProven + found.RowsDiffering);
        Assert.Equal((GroupDifferenceKind.RowsMissing, 20L, 0), (found.Differences[0].Kind, found.Differences[0].Blocks.First, found.Differences[0].CopyRows));
        Assert.Equal(RelationComparison.DifferencesKept, found.Differences.Count);
    }

    [Fact]
    public async Task Limit_of_a_standby_is_not_taken_for_its_primary_s()
    {
        await instance.AsMasterAsync(RestoredInstance.Database, "CREATE TABLE t AS SELECT i, repeat('x', 200) AS pad FROM generate_series(1, 1000) i");
        await source.TakeAsync(Ct);
        var standby = await source.StartCopyAsync(Ct);
        await standby.StopAsync(Ct);
        var signal = Path.Combine(standby.DataDirectory, "standby.signal");
        await File.WriteAllTextAsync(signal, "", Ct);
        await standby.StartAsync(Ct);

        var limit = await CopiedSource.Reader.TakeLimitAsync(RestoredInstance.LoginTo(standby), Ct);

        Assert.True(limit.InRecovery);
        Assert.Matches("^[0-9A-F]+/[0-9A-F]+$", limit.Lsn);
        Assert.False(source.Limit.InRecovery);
        var error = Assert.Throws<ArgumentException>(() => CopiedSource.Reader.ReadAsync(instance.Login, new OldRowOrder { Tasks = [], Limit = limit, Seed = 1 }, Ct));
        Assert.Contains("take it on the primary", error.Message, StringComparison.Ordinal);

        // Rows are read of a standby all the same, by the primary's limit.
        var found = await source.CompareAsync(standby, Ct);
        Assert.All(found.Values, static relation => Assert.Equal(0, relation.RowsDiffering));
        Assert.Equal(1000, found["t"].RowsProven);
        Assert.True(limit.HasReached(source.Limit.Lsn));
    }

    private static async Task DamageAsync(PostgresCluster copy)
    {
        string file;
        await using (var admin = await copy.ConnectAsAdminAsync(RestoredInstance.Database, Ct))
        {
            await ExecuteAsync(admin, "SET session_replication_role = replica");
            await ExecuteAsync(admin, "DELETE FROM journal WHERE ctid = (SELECT max(ctid) FROM journal WHERE ctid < '(51,0)')");
            await ExecuteAsync(admin, "UPDATE marks_1 SET mark = mark + 1 WHERE ctid = (SELECT max(ctid) FROM marks_1 WHERE ctid < '(21,0)')");
            file = await AskAsync(admin, $$""""SELECT pg_relation_filepath('"Größe ""x"""."{{Courses}}"')"""");
        }

        await copy.StopAsync(Ct);
        await using (var stream = new FileStream(Path.Combine(copy.DataDirectory, file), FileMode.Open))
        {
            // The end of a page is the end of its first row.
            stream.Position = (18 * 8192) - 16;
            var value = stream.ReadByte();
            Assert.Equal('z', value);
            stream.Position--;
            stream.WriteByte((byte)(value ^ 0x10));
        }

        await copy.StartAsync(Ct);
    }

    private static void AssertDiffers(RelationComparison found, GroupDifferenceKind kind, long block)
    {
        Assert.Equal(1, found.GroupsDiffering);
        Assert.Equal((kind, new BlockRange(block, 1)), (found.Differences[0].Kind, found.Differences[0].Blocks));
        Assert.Equal(found.Differences[0].SourceRows, found.RowsDiffering);
    }

    private static async Task ExecuteAsync(NpgsqlConnection connection, string sql)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(Ct);
    }

    private static async Task<string> AskAsync(NpgsqlConnection connection, string sql)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        return (string)(await command.ExecuteScalarAsync(Ct))!;
    }
}
