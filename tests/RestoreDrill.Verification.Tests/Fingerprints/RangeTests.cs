using System.Numerics;
using RestoreDrill.Core.Reading;
using RestoreDrill.Verification.Fingerprints;
using RestoreDrill.Verification.Sessions;
using RestoreDrill.Verification.Tests.Instances;

namespace RestoreDrill.Verification.Tests.Fingerprints;

/// <summary>Relations divided into ranges of a few blocks, by a reader whose first guess is one block.</summary>
public sealed class RangeTests(RestoredInstance instance)
{
    private const string Thousand = "CREATE TABLE t AS SELECT i, repeat('x', 500) AS pad FROM generate_series(1, 1000) i";

    private static readonly ReaderOptions FromOneBlock = new() { FirstRangeBytes = 8192 };

    private static readonly PostgresInstanceReader ByBlocks = new(TimeProvider.System, FromOneBlock);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Ranges_of_every_kind_of_relation_add_up_to_what_one_statement_gives()
    {
        var database = await instance.NewDatabaseAsync();
        await instance.AsMasterAsync(
            database,
            """"
            CREATE TABLE narrow AS SELECT i AS a FROM generate_series(1, 5000) i;
            CREATE TABLE out_of_line (id int, body text);
            ALTER TABLE out_of_line ALTER body SET STORAGE EXTERNAL;
            INSERT INTO out_of_line SELECT i, repeat(chr(65 + i % 26), 5000) || i FROM generate_series(1, 400) i;
            CREATE TABLE dropped AS SELECT i AS a, i::text AS gone, repeat('y', 100) AS b FROM generate_series(1, 1000) i;
            ALTER TABLE dropped DROP gone;
            CREATE TABLE zero ();
            INSERT INTO zero SELECT FROM generate_series(1, 2000);
            CREATE SCHEMA "Größe ""x""";
            CREATE TABLE "Größe ""x"""."Kurse_übung_例" AS SELECT i AS "_rd_", repeat('z', 100) AS "ctid 2" FROM generate_series(1, 1000) i;
            CREATE TABLE in_text AS SELECT '=r/rdsadmin'::aclitem AS acl, i FROM generate_series(1, 1000) i;
            CREATE MATERIALIZED VIEW seen AS SELECT a, a * 2 AS b FROM narrow;
            CREATE TABLE parent (a int, pad text) PARTITION BY RANGE (a);
            CREATE TABLE leaf_1 PARTITION OF parent FOR VALUES FROM (0) TO (1000);
            CREATE TABLE leaf_2 PARTITION OF parent FOR VALUES FROM (1000) TO (2000);
            INSERT INTO parent SELECT i, repeat('p', 100) FROM generate_series(0, 1999) i;
            CREATE TABLE empty (a int);
            CREATE TABLE holes AS SELECT i AS a, repeat('h', 200) AS b FROM generate_series(1, 2000) i;
            DELETE FROM holes WHERE a BETWEEN 500 AND 900;
            SELECT lo_from_bytea(i, decode(repeat('ab', 6000), 'hex')) FROM generate_series(10001, 10020) i;
            """");
        var relations = (await instance.Reader.ListAsync(instance.Login, Ct)).Relations.Where(relation => relation.Name.Database == database).ToList();
        var order = new ReadingOrder { Relations = [.. relations.Select(static relation => new UnreadRelation(relation, []))], Seed = RestoredInstance.Seed };

        var whole = (await instance.Reader.RangesAsync(instance.Login, order, Ct)).ToDictionary(static range => range.Relation);
        var ranges = (await ByBlocks.RangesAsync(instance.Login, order, Ct)).ToLookup(static range => range.Relation);

        Assert.Equal(12, relations.Count);
        Assert.All(relations, relation =>
        {
            var (one, many) = (RelationReading.Of(relation, [whole[relation.Name]])!, RelationReading.Of(relation, [.. ranges[relation.Name]])!);
            Assert.Equal(BlockRange.Whole, whole[relation.Name].Range);
            Assert.Equal(one with { Took = many.Took }, many);
            Assert.Equal(ReadingOutcome.Read, many.Outcome);
            Assert.True(relation.Name.Name == "empty" || many.Rows >= 40, $"{relation.Name} has {many.Rows} rows");
            Assert.InRange(ranges[relation.Name].Count(), relation.Name.Name == "empty" ? 1 : 2, 200);
            Assert.InRange(ranges[relation.Name].Sum(static range => range.Bytes), relation.Bytes * 9 / 10, relation.Bytes);
        });
    }

    [Fact]
    public async Task Range_is_read_by_a_scan_of_its_blocks_alone_whatever_the_database_prefers()
    {
        var database = await instance.NewDatabaseAsync();
        await instance.AsMasterAsync(
            database,
            $"""
            {Thousand};
            CREATE INDEX ON t (i);
            ANALYZE t;
            ALTER DATABASE {database} SET enable_tidscan = off;
            ALTER DATABASE {database} SET parallel_setup_cost = 0;
            ALTER DATABASE {database} SET parallel_tuple_cost = 0;
            ALTER DATABASE {database} SET min_parallel_table_scan_size = 0;
            """);
        await using var session = await new SessionOpener(new ReaderOptions(), TimeProvider.System).OpenAsync(
            instance.Login, database, SessionPurpose.Reading, Ct);
        var shape = (await ShapeQuestion.AskAsync(session, new RelationName(database, "public", "t"), Ct))!;
        Assert.InRange(shape.Blocks, 60, 80);

        BlockRange[] ranges = [new(0, 7), new(7, shape.Blocks - 7), new(shape.Blocks - 5, null), new(0, null)];
        var plans = new List<string>();
        foreach (var range in ranges)
        {
            plans.Add(string.Join('\n', await session.RowsAsync(
                "explaining",
                $"EXPLAIN (ANALYZE, BUFFERS, COSTS OFF, TIMING OFF) {ImageFormula.Statement(shape, range, 1, session.MajorVersion)}",
                static row => row.GetString(0),
                Ct)));
        }

        Assert.All(plans, static plan => Assert.DoesNotContain("JIT", plan, StringComparison.Ordinal));
        Assert.All(plans.SkipLast(1), static plan => Assert.Contains("Tid Range Scan on t", plan, StringComparison.Ordinal));
        Assert.Contains("Buffers: shared hit=7\n", plans[0], StringComparison.Ordinal);
        Assert.Contains($"Buffers: shared hit={shape.Blocks - 7}\n", plans[1], StringComparison.Ordinal);
        Assert.Contains("Buffers: shared hit=5\n", plans[2], StringComparison.Ordinal);
        Assert.Contains("Seq Scan on t", plans[3], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Reading_goes_on_behind_and_between_the_ranges_that_were_read()
    {
        var database = await instance.NewDatabaseAsync();
        await instance.AsMasterAsync(database, Thousand);
        var listed = await ListedAsync(database);
        var all = await ByBlocks.RangesAsync(instance.Login, Order(listed), Ct);
        RangeReading[] read = [.. all.OrderBy(static range => range.Range.First).Where(static (_, i) => i is 1 or 2 or 4)];

        var rest = await ByBlocks.RangesAsync(instance.Login, Order(listed, [.. read.Select(static range => range.Range)]), Ct);

        Assert.Equal(RelationReading.Of(listed, all)!.HashSum, RelationReading.Of(listed, [.. read, .. rest])!.HashSum);
        Assert.Equal(1000, read.Concat(rest).Sum(static range => range.Rows));
    }

    [Fact]
    public async Task Table_that_grew_after_its_first_ranges_were_read_is_read_to_its_new_end()
    {
        var database = await instance.NewDatabaseAsync();
        await instance.AsMasterAsync(database, Thousand);
        var listed = await ListedAsync(database);
        var first = await ReadOneAsync(database, new BlockRange(0, 10));

        await instance.AsMasterAsync(database, "INSERT INTO t SELECT i, repeat('y', 500) FROM generate_series(1001, 2000) i");
        var rest = await ByBlocks.RangesAsync(instance.Login, Order(listed, first.Range), Ct);

        var whole = await instance.ReadAsync(database, "t");
        var reading = RelationReading.Of(listed, [first, .. rest])!;
        Assert.Equal((2000L, whole.HashSum), (reading.Rows, reading.HashSum));
    }

    [Fact]
    public async Task Table_that_became_shorter_is_read_to_the_end_it_has()
    {
        var database = await instance.NewDatabaseAsync();
        await instance.AsMasterAsync(database, Thousand);
        var listed = await ListedAsync(database);

        await instance.AsMasterAsync(database, "DELETE FROM t WHERE i > 300");
        await instance.AsMasterAsync(database, "VACUUM t");
        var first = await ReadOneAsync(database, new BlockRange(0, 5));
        var beyond = await ReadOneAsync(database, new BlockRange(40, null));
        var rest = await ByBlocks.RangesAsync(instance.Login, Order(listed, first.Range, beyond.Range), Ct);

        var whole = await instance.ReadAsync(database, "t");
        var reading = RelationReading.Of(listed, [first, beyond, .. rest])!;
        Assert.Equal((300L, whole.HashSum, 0L), (reading.Rows, reading.HashSum, beyond.Rows));
    }

    [Fact]
    public async Task Table_without_rows_has_one_range_and_a_sum_of_zero()
    {
        var database = await instance.NewDatabaseAsync();
        await instance.AsMasterAsync(database, "CREATE TABLE t (a int)");

        var range = Assert.Single(await ByBlocks.RangesAsync(instance.Login, Order(await ListedAsync(database)), Ct));

        Assert.Equal((BlockRange.Whole, 0L, BigInteger.Zero), (range.Range, range.Rows, range.HashSum));
    }

    [Fact]
    public async Task Stint_that_is_over_begins_no_more_ranges_and_each_connection_has_read_one()
    {
        var database = await instance.NewDatabaseAsync();
        await instance.AsMasterAsync(database, Thousand);
        var listed = await ListedAsync(database);
        var read = new List<RangeReading>();
        var stints = 0;
        while (RelationReading.Of(listed, read) is null)
        {
            var order = Order(listed, [.. read.Select(static range => range.Range)]) with { Stint = TimeSpan.Zero, Options = new ReadingOptions { Connections = 1 } };
            read.Add(Assert.Single(await ByBlocks.RangesAsync(instance.Login, order, Ct)));
            stints++;
        }

        Assert.InRange(stints, 5, 80);
        Assert.Equal((await instance.ReadAsync(database, "t")).HashSum, RelationReading.Of(listed, read)!.HashSum);
    }

    [Fact]
    public async Task Relations_of_several_databases_are_read_over_more_connections_than_there_are_relations()
    {
        string[] databases = [await instance.NewDatabaseAsync(), await instance.NewDatabaseAsync()];
        var relations = new List<UnreadRelation>();
        foreach (var database in databases)
        {
            await instance.AsMasterAsync(database, Thousand);
            relations.Add(new UnreadRelation(await ListedAsync(database), []));
        }

        var order = new ReadingOrder { Relations = relations, Seed = RestoredInstance.Seed, Options = new ReadingOptions { Connections = 5 } };
        var ranges = await ByBlocks.RangesAsync(instance.Login, order, Ct);

        Assert.All(relations, unread => Assert.Equal(
            1000, RelationReading.Of(unread.Relation, [.. ranges.Where(range => range.Relation == unread.Relation.Name)])!.Rows));
    }

    [Fact]
    public async Task Database_that_lets_only_one_session_in_is_read_by_one()
    {
        var database = await instance.NewDatabaseAsync();
        await instance.AsMasterAsync(
            database,
            "CREATE TABLE one AS SELECT repeat('abcdefghij', 100000) AS body; CREATE TABLE t WITH (fillfactor = 10) AS SELECT i, body FROM one, generate_series(1, 200) i");
        var listed = await ListedAsync(database);
        await instance.UntilLeftAsync(database);
        await instance.AsMasterAsync("postgres", $"ALTER DATABASE {database} CONNECTION LIMIT 1");
        // The others knock without a pause: unpacking it takes many times longer.
        var reader = new PostgresInstanceReader(new PausingClock(static _ => Task.CompletedTask), FromOneBlock);
        var slow = Order(listed) with { Options = new ReadingOptions { Connections = 3, Statement = TimeSpan.FromMilliseconds(1) } };

        var ranges = await reader.RangesAsync(instance.Login, slow, Ct);

        Assert.Equal(200, RelationReading.Of(listed, ranges)!.Rows);
    }

    private static ReadingOrder Order(ListedRelation relation, params BlockRange[] read) =>
        new() { Relations = [new UnreadRelation(relation, read)], Seed = RestoredInstance.Seed };

    private async Task<ListedRelation> ListedAsync(string database) =>
        (await instance.Reader.ListAsync(instance.Login, Ct)).Relations.Single(relation => relation.Name == new RelationName(database, "public", "t"));

    private async Task<RangeReading> ReadOneAsync(string database, BlockRange range)
    {
        await using var session = await new SessionOpener(new ReaderOptions(), TimeProvider.System).OpenAsync(
            instance.Login, database, SessionPurpose.Reading, Ct);
        var relation = new ListedRelation(new RelationName(database, "public", "t"), RelationKind.Table, 0, 0);
        var shape = await ShapeQuestion.AskAsync(session, relation.Name, Ct);
        return await new RangeReader(RestoredInstance.Seed, TimeProvider.System).ReadAsync(session, relation, shape!, range, 0, Ct);
    }
}
