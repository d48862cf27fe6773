using Npgsql;
using RestoreDrill.Core.Reading;
using RestoreDrill.Sandbox.Clusters;
using RestoreDrill.Verification.Tests.Instances;

namespace RestoreDrill.Verification.Tests.Fingerprints;

/// <summary>Each test has a server of its own: it is copied, or damaged on disk.</summary>
public sealed class CopyAndDamageTests : IAsyncLifetime
{
    private const int PageSize = 8192;
    private RestoredInstance instance = null!;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => instance = await RestoredInstance.StartAsync();

    public ValueTask DisposeAsync() => instance.DisposeAsync();

    [Fact]
    public async Task Physical_copy_gives_the_same_sums_whatever_the_settings_of_role_and_database()
    {
        await instance.AsMasterAsync(
            RestoredInstance.Database,
            """
            CREATE TABLE wide AS SELECT i, now() + i * interval '1 hour' AS at, i / 7.0::float8 AS f, interval '1 day' * i AS lasts, '\x00ff'::bytea AS b
            FROM generate_series(1, 200) i;
            CREATE TABLE in_text AS SELECT *, '=r/rdsadmin'::aclitem AS acl, 12.5::money AS price FROM wide;
            """);
        await instance.AsMasterAsync("postgres", "ALTER ROLE \"Master User\" SET TimeZone = 'America/New_York'");
        var original = (await instance.SumAsync(RestoredInstance.Database, "wide"), await instance.SumAsync(RestoredInstance.Database, "in_text"));

        var folder = Path.GetDirectoryName(instance.Cluster.Options.Directory)!;
        var snapshot = await CrashConsistentCopy.TakeAsync(instance.Cluster, Path.Combine(folder, "snapshot"), Ct);
        await using var copy = await PostgresCluster.FromSnapshotAsync(
            snapshot.Directory, new ClusterOptions { Directory = Path.Combine(folder, "copy"), Certificate = instance.Cluster.Options.Certificate }, Ct);
        await copy.StartAsync(Ct);
        await using (var admin = await copy.ConnectAsAdminAsync("postgres", Ct))
        {
            await using var command = new NpgsqlCommand(
                """
                ALTER ROLE "Master User" SET TimeZone = 'Asia/Tokyo';
                ALTER ROLE "Master User" IN DATABASE school SET DateStyle = 'SQL, DMY';
                ALTER ROLE "Master User" IN DATABASE school SET extra_float_digits = -5;
                ALTER DATABASE school SET IntervalStyle = 'iso_8601';
                ALTER DATABASE school SET bytea_output = 'escape';
                ALTER DATABASE school SET client_encoding = 'LATIN1';
                ALTER DATABASE school SET search_path = '';
                """,
                admin);
            await command.ExecuteNonQueryAsync(Ct);
        }

        Assert.Equal(original, (await SumAsync(copy, "wide"), await SumAsync(copy, "in_text")));
        var identity = await instance.Reader.IdentifyAsync(instance.Login, Ct);
        Assert.Equal(identity, await instance.Reader.IdentifyAsync(RestoredInstance.LoginTo(copy), Ct));
    }

    [Fact]
    public async Task Count_comes_from_the_heap_when_an_index_still_knows_the_lost_rows()
    {
        await instance.AsMasterAsync(
            RestoredInstance.Database, "CREATE TABLE t (id int PRIMARY KEY, pad text); INSERT INTO t SELECT i, repeat('x', 200) FROM generate_series(1, 5000) i");
        await instance.AsMasterAsync(RestoredInstance.Database, "VACUUM ANALYZE t");
        await OverwriteAsync("t", firstPage: 10, pages: 40, value: 0);

        var byIndex = await instance.AskAdminAsync<long>(RestoredInstance.Database, "SELECT count(*) FROM t");
        var reading = await instance.ReadAsync(RestoredInstance.Database, "t");

        Assert.Equal(5000, byIndex);
        Assert.True(reading is { Outcome: ReadingOutcome.Read, Rows: > 0 and < 4000 }, $"{reading.Outcome}, {reading.Rows} rows, {reading.Reason}");
    }

    [Fact]
    public async Task Damaged_page_makes_the_table_damaged_and_leaves_the_others_readable()
    {
        await instance.AsMasterAsync(
            RestoredInstance.Database,
            "CREATE TABLE t AS SELECT i, repeat('x', 200) AS pad FROM generate_series(1, 1000) i; CREATE TABLE whole AS SELECT 1 AS a; CHECKPOINT");
        await OverwriteAsync("t", firstPage: 3, pages: 1, value: 0x5A);

        var reading = await instance.ReadAsync(RestoredInstance.Database, "t");

        Assert.Equal((ReadingOutcome.Damaged, 7L), (reading.Outcome, reading.Rows));
        Assert.Null(reading.HashSum);
        Assert.StartsWith("XX001: invalid page in block 3", reading.Reason, StringComparison.Ordinal);
        var byBlocks = new PostgresInstanceReader(TimeProvider.System, new ReaderOptions { FirstRangeBytes = PageSize });
        var listed = new ListedRelation(new RelationName(RestoredInstance.Database, "public", "t"), RelationKind.Table, 7, 0);
        var inRange = await byBlocks.ReadAsync(instance.Login, listed, RestoredInstance.Seed, Ct);
        Assert.Equal((ReadingOutcome.Damaged, 7L, null), (inRange.Outcome, inRange.Rows, inRange.HashSum));
        Assert.Matches("^XX001: invalid page in block 3 .* \\(reading blocks [0-3] to [0-9]+\\)$", inRange.Reason);
        Assert.Equal(ReadingOutcome.Read, (await instance.ReadAsync(RestoredInstance.Database, "whole")).Outcome);
    }

    [Fact]
    public async Task Damaged_tables_keep_a_connection_from_none_that_come_after_them()
    {
        await instance.AsMasterAsync(
            RestoredInstance.Database,
            "CREATE TABLE first AS SELECT i, repeat('x', 200) AS pad FROM generate_series(1, 1000) i; CREATE TABLE second AS TABLE first; CREATE TABLE whole AS SELECT 1 AS a; CHECKPOINT");
        await OverwriteAsync("first", firstPage: 3, pages: 1, value: 0x5A);
        await OverwriteAsync("second", firstPage: 3, pages: 1, value: 0x5A);

        var order = new ReadingOrder
        {
            Relations = [.. new[] { "first", "second", "whole" }.Select(static name => new UnreadRelation(
                new ListedRelation(new RelationName(RestoredInstance.Database, "public", name), RelationKind.Table, 0, 0), []))],
            Seed = RestoredInstance.Seed,
            Options = new ReadingOptions { Connections = 1 },
        };
        var readings = await instance.Reader.RangesAsync(instance.Login, order, Ct);

        Assert.Equal(
            [("first", ReadingOutcome.Damaged), ("second", ReadingOutcome.Damaged), ("whole", ReadingOutcome.Read)],
            readings.Select(static reading => (reading.Relation.Name, reading.Outcome)).Order());
    }

    [Fact]
    public async Task Lost_file_makes_the_table_damaged()
    {
        await instance.AsMasterAsync(RestoredInstance.Database, "CREATE TABLE t AS SELECT 1 AS a");
        var path = await instance.AskAdminAsync<string>(RestoredInstance.Database, "SELECT pg_relation_filepath('t')");
        await instance.Cluster.StopAsync(Ct);
        File.Delete(Path.Combine(instance.Cluster.DataDirectory, path));
        await instance.Cluster.StartAsync(Ct);

        var listed = (await instance.Reader.ListAsync(instance.Login, Ct)).Relations.Single(r => r.Name.Name == "t");
        var reading = await instance.Reader.ReadAsync(instance.Login, listed, RestoredInstance.Seed, Ct);

        Assert.Equal(ReadingOutcome.Damaged, reading.Outcome);
        Assert.StartsWith("58P01: could not open file", reading.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Lost_out_of_line_value_makes_the_table_damaged()
    {
        await instance.AsMasterAsync(
            RestoredInstance.Database,
            "CREATE TABLE t (id int, body text); ALTER TABLE t ALTER body SET STORAGE EXTERNAL; INSERT INTO t SELECT i, repeat('x', 20000) FROM generate_series(1, 5) i; CHECKPOINT");
        var toast = await instance.AskAdminAsync<string>(RestoredInstance.Database, "SELECT reltoastrelid::regclass::text FROM pg_class WHERE relname = 't'");
        await OverwriteAsync(toast, firstPage: 2, pages: 1, value: 0);

        var reading = await instance.ReadAsync(RestoredInstance.Database, "t");

        Assert.Equal(ReadingOutcome.Damaged, reading.Outcome);
        Assert.StartsWith("XX001: ", reading.Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("zero_damaged_pages")]
    [InlineData("ignore_checksum_failure")]
    public async Task Setting_that_hides_damage_makes_every_table_not_judged(string setting)
    {
        await instance.AsMasterAsync(RestoredInstance.Database, "CREATE TABLE t AS SELECT 1 AS a");
        await instance.AsAdminAsync("postgres", $"ALTER SYSTEM SET {setting} = on");
        await instance.AsAdminAsync("postgres", "SELECT pg_reload_conf()");
        await Waiting.UntilAsync(async () => await instance.AskAdminAsync<string>("postgres", $"SHOW {setting}") == "on");

        var reading = await instance.ReadAsync(RestoredInstance.Database, "t");

        Assert.Equal(ReadingOutcome.NotJudged, reading.Outcome);
        Assert.Contains(setting, reading.Reason, StringComparison.Ordinal);
    }

    private async Task<System.Numerics.BigInteger?> SumAsync(PostgresCluster cluster, string table)
    {
        var relation = new ListedRelation(new RelationName(RestoredInstance.Database, "public", table), RelationKind.Table, 0, 0);
        return (await instance.Reader.ReadAsync(RestoredInstance.LoginTo(cluster), relation, RestoredInstance.Seed, Ct)).HashSum;
    }

    private async Task OverwriteAsync(string table, int firstPage, int pages, byte value)
    {
        var path = await instance.AskAdminAsync<string>(RestoredInstance.Database, $"SELECT pg_relation_filepath('{table}')");
        await instance.Cluster.StopAsync(Ct);
        await using (var file = new FileStream(Path.Combine(instance.Cluster.DataDirectory, path), FileMode.Open, FileAccess.Write))
        {
            file.Position = (long)firstPage * PageSize;
            var bytes = new byte[pages * PageSize];
            Array.Fill(bytes, value);
            await file.WriteAsync(bytes, Ct);
        }
        await instance.Cluster.StartAsync(Ct);
    }
}
