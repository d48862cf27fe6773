using System.Numerics;
using RestoreDrill.Core.Reading;
using RestoreDrill.Verification.Tests.Instances;

namespace RestoreDrill.Verification.Tests.Fingerprints;

public sealed class FingerprintTests(RestoredInstance instance)
{
    private static readonly string Formula = $"sum(hash_record_extended(ROW(record_send(x)), '{RestoredInstance.Seed}'::int8))";

    [Fact]
    public async Task Table_gives_count_and_sum_of_the_documented_formula()
    {
        var database = await instance.NewDatabaseAsync();
        await instance.AsMasterAsync(database, "CREATE TABLE t AS SELECT i AS id, md5(i::text) AS word, now() AS at FROM generate_series(1, 1000) i");

        var reading = await instance.ReadAsync(database, "t");

        Assert.Equal(ReadingOutcome.Read, reading.Outcome);
        Assert.Equal(1000, reading.Rows);
        Assert.Equal(await instance.AskAdminAsync<BigInteger>(database, $"SELECT {Formula} FROM t x"), reading.HashSum);
        Assert.True(reading.Took > TimeSpan.Zero);
        Assert.Null(reading.Reason);
    }

    [Fact]
    public async Task Table_without_rows_reads_as_zero_and_zero()
    {
        var database = await instance.NewDatabaseAsync();
        await instance.AsMasterAsync(database, "CREATE TABLE t (id int)");

        var reading = await instance.ReadAsync(database, "t");

        Assert.Equal((ReadingOutcome.Read, 0L, BigInteger.Zero), (reading.Outcome, reading.Rows, reading.HashSum));
    }

    [Theory]
    [InlineData("swap", "CREATE TABLE t AS SELECT i AS a, i * 7 AS b FROM generate_series(1, 50) i", "UPDATE t SET b = CASE a WHEN 3 THEN 28 ELSE 21 END WHERE a IN (3, 4)")]
    [InlineData("rotation", "CREATE TABLE t AS SELECT i AS a, i * 7 AS b FROM generate_series(1, 50) i", "UPDATE t SET b = (a % 50 + 1) * 7")]
    [InlineData("scale", "CREATE TABLE t AS SELECT 1.25 AS a", "UPDATE t SET a = 1.250")]
    [InlineData("minus zero", "CREATE TABLE t AS SELECT 0::float8 AS a", "UPDATE t SET a = '-0'::float8")]
    [InlineData("interval", "CREATE TABLE t AS SELECT '1 day'::interval AS a", "UPDATE t SET a = '24 hours'")]
    [InlineData("null for empty", "CREATE TABLE t AS SELECT ''::text AS a", "UPDATE t SET a = NULL")]
    [InlineData("json spelling", "CREATE TABLE t AS SELECT '{\"a\": 1}'::json AS a", "UPDATE t SET a = '{\"a\":1}'")]
    public async Task Sum_changes_with_a_change_that_weaker_checks_miss(string change, string create, string update)
    {
        var database = await instance.NewDatabaseAsync();
        await instance.AsMasterAsync(database, create);
        var before = await instance.ReadAsync(database, "t");

        await instance.AsMasterAsync(database, update);
        var after = await instance.ReadAsync(database, "t");

        Assert.Equal(before.Rows, after.Rows);
        Assert.True(before.HashSum != after.HashSum, $"The sum did not see: {change}.");
    }

    [Fact]
    public async Task Sum_does_not_depend_on_the_order_of_rows()
    {
        var database = await instance.NewDatabaseAsync();
        await instance.AsMasterAsync(
            database, "CREATE TABLE t AS SELECT i FROM generate_series(1, 500) i; CREATE TABLE u AS SELECT i FROM generate_series(1, 500) i ORDER BY random()");

        Assert.Equal(await instance.SumAsync(database, "t"), await instance.SumAsync(database, "u"));
    }

    [Fact]
    public async Task Sum_depends_on_the_seed()
    {
        var database = await instance.NewDatabaseAsync();
        await instance.AsMasterAsync(database, "CREATE TABLE t AS SELECT 1 AS a");
        var relation = new ListedRelation(new RelationName(database, "public", "t"), RelationKind.Table, 0, 0);

        var one = await instance.Reader.ReadAsync(instance.Login, relation, long.MinValue, TestContext.Current.CancellationToken);
        var other = await instance.Reader.ReadAsync(instance.Login, relation, long.MaxValue, TestContext.Current.CancellationToken);

        Assert.Equal((1L, 1L), (one.Rows, other.Rows));
        Assert.NotEqual(one.HashSum, other.HashSum);
    }

    [Theory]
    [InlineData("json", "'{}'")]
    [InlineData("xml", "'<a/>'")]
    [InlineData("point", "'(1,2)'")]
    [InlineData("bit varying", "B'101'")]
    [InlineData("money", "'12.50'")]
    [InlineData("tsvector", "'a b'")]
    [InlineData("int4range", "'[1,4)'")]
    [InlineData("int4multirange", "'{[1,4)}'")]
    [InlineData("aclitem", "'=r/rdsadmin'")]
    [InlineData("aclitem[]", "'{=r/rdsadmin}'")]
    [InlineData("regclass", "'pg_class'")]
    [InlineData("own_enum", "'b'")]
    [InlineData("own_domain", "7")]
    [InlineData("own_composite", "ROW(1, 'x')")]
    [InlineData("holds_aclitem", "ROW(1, '=r/rdsadmin')")]
    [InlineData("holds_aclitem[]", "ARRAY[ROW(1, '=r/rdsadmin')::holds_aclitem]")]
    public async Task Column_of_any_type_is_read(string type, string value)
    {
        var database = await instance.NewDatabaseAsync();
        await instance.AsMasterAsync(
            database,
            $"""
            CREATE TYPE own_enum AS ENUM ('a', 'b'); CREATE DOMAIN own_domain AS int CHECK (VALUE > 0);
            CREATE TYPE own_composite AS (a int, b text); CREATE TYPE holds_aclitem AS (a int, b aclitem);
            CREATE TABLE t (a {type});
            """);
        await instance.AsMasterAsync(database, $"INSERT INTO t VALUES ({value}), (NULL)");

        var reading = await instance.ReadAsync(database, "t");

        Assert.True(reading is { Outcome: ReadingOutcome.Read, Rows: 2 }, reading.Reason);
        Assert.NotEqual(BigInteger.Zero, reading.HashSum);
    }

    [Theory]
    [InlineData("t")]
    [InlineData("_rd_")]
    [InlineData("x")]
    public async Task Column_named_like_an_alias_does_not_stand_for_the_row(string column)
    {
        var database = await instance.NewDatabaseAsync();
        await instance.AsMasterAsync(database, $"CREATE TABLE t (\"{column}\" tsvector, b int); INSERT INTO t VALUES ('a b', 1), ('a b', 2)");
        var before = await instance.SumAsync(database, "t");

        await instance.AsMasterAsync(database, "UPDATE t SET b = 3 WHERE b = 2");

        Assert.NotEqual(before, await instance.SumAsync(database, "t"));
    }

    [Theory]
    [InlineData("Mixed Case")]
    [InlineData("with\"quote")]
    [InlineData("with.dot")]
    [InlineData("Kurse_übung_例")]
    [InlineData("select")]
    [InlineData("back\\slash'$1")]
    public async Task Name_of_any_kind_is_read(string name)
    {
        var database = await instance.NewDatabaseAsync();
        var quoted = name.Replace("\"", "\"\"", StringComparison.Ordinal);
        await instance.AsMasterAsync(database, $"CREATE SCHEMA \"{quoted}\"; CREATE TABLE \"{quoted}\".\"{quoted}\" AS SELECT 1 AS \"{quoted}\"");

        var reading = await instance.ReadAsync(database, name, schema: name);

        Assert.True(reading is { Outcome: ReadingOutcome.Read, Rows: 1 }, reading.Reason);
    }

    [Fact]
    public async Task Table_with_dropped_columns_equals_its_state_before_they_were_added()
    {
        var database = await instance.NewDatabaseAsync();
        await instance.AsMasterAsync(database, "CREATE TABLE t AS SELECT i AS a FROM generate_series(1, 10) i");
        var before = await instance.SumAsync(database, "t");

        await instance.AsMasterAsync(database, "ALTER TABLE t ADD b aclitem DEFAULT '=r/rdsadmin'");
        Assert.NotEqual(before, await instance.SumAsync(database, "t"));
        await instance.AsMasterAsync(database, "ALTER TABLE t DROP b");

        Assert.Equal(before, await instance.SumAsync(database, "t"));
    }

    [Fact]
    public async Task Image_made_of_the_columns_is_that_of_the_whole_row()
    {
        var database = await instance.NewDatabaseAsync();
        await instance.AsMasterAsync(
            database,
            """
            CREATE DOMAIN short AS varchar(9); CREATE TYPE pair AS (a int, b text); CREATE TYPE colour AS ENUM ('red', 'blue');
            CREATE TABLE t (gone int, "Übung ""x" int GENERATED ALWAYS AS IDENTITY, s short, c char(7), p pair, ps pair[], e colour, n numeric(9, 2), j jsonb, body text, gone_too text,
                            twice int GENERATED ALWAYS AS (7 * 2) STORED);
            ALTER TABLE t ALTER body SET STORAGE EXTERNAL;
            INSERT INTO t (s, c, p, ps, e, n, j, body) SELECT 's' || i, 'c', ROW(i, repeat('y', 3000))::pair, ARRAY[ROW(i, NULL)::pair], 'blue', i / 8.0, '{"a": 1.250}', repeat('x', 9000) FROM generate_series(1, 20) i;
            INSERT INTO t (s) VALUES (NULL), ('');
            ALTER TABLE t DROP gone, DROP gone_too, ADD late pair DEFAULT ROW(1, 'late');
            """);

        var reading = await instance.ReadAsync(database, "t");

        Assert.True(reading is { Outcome: ReadingOutcome.Read, Rows: 22 }, reading.Reason);
        Assert.Equal(await instance.AskAdminAsync<BigInteger>(database, $"SELECT {Formula} FROM t x"), reading.HashSum);
    }

    [Fact]
    public async Task Table_without_columns_has_its_rows_counted()
    {
        var database = await instance.NewDatabaseAsync();
        await instance.AsMasterAsync(database, "CREATE TABLE t (); INSERT INTO t DEFAULT VALUES; INSERT INTO t DEFAULT VALUES");

        var reading = await instance.ReadAsync(database, "t");

        Assert.True(reading is { Outcome: ReadingOutcome.Read, Rows: 2 }, reading.Reason);
        Assert.Equal(await instance.AskAdminAsync<BigInteger>(database, $"SELECT {Formula} FROM t x"), reading.HashSum);
    }

    [Fact]
    public async Task Value_kept_out_of_line_is_in_the_sum()
    {
        var database = await instance.NewDatabaseAsync();
        await instance.AsMasterAsync(
            database,
            "CREATE TABLE t (id int, body text); ALTER TABLE t ALTER body SET STORAGE EXTERNAL; INSERT INTO t SELECT i, repeat('x', 20000) FROM generate_series(1, 5) i");
        var before = await instance.SumAsync(database, "t");

        await instance.AsMasterAsync(database, "UPDATE t SET body = overlay(body PLACING 'y' FROM 15000) WHERE id = 4");

        Assert.NotEqual(before, await instance.SumAsync(database, "t"));
    }

    [Fact]
    public async Task Parent_is_read_without_its_children()
    {
        var database = await instance.NewDatabaseAsync();
        await instance.AsMasterAsync(
            database, "CREATE TABLE t (a int); CREATE TABLE child () INHERITS (t); INSERT INTO t VALUES (1); INSERT INTO child VALUES (1), (2)");

        Assert.Equal(1, (await instance.ReadAsync(database, "t")).Rows);
        Assert.Equal(2, (await instance.ReadAsync(database, "child")).Rows);
    }

    [Fact]
    public async Task Materialised_view_is_read_when_populated_and_not_judged_when_not()
    {
        var database = await instance.NewDatabaseAsync();
        await instance.AsMasterAsync(
            database, "CREATE MATERIALIZED VIEW full_view AS SELECT 1 AS a; CREATE MATERIALIZED VIEW empty_view AS SELECT 1 AS a WITH NO DATA");

        var full = await instance.ReadAsync(database, "full_view", RelationKind.MaterializedView);
        var empty = await instance.ReadAsync(database, "empty_view", RelationKind.MaterializedView);

        Assert.Equal((ReadingOutcome.Read, 1L), (full.Outcome, full.Rows));
        Assert.Equal((ReadingOutcome.NotJudged, 7L), (empty.Outcome, empty.Rows));
        Assert.Contains("not populated", empty.Reason, StringComparison.Ordinal);
        Assert.Null(empty.HashSum);
    }

    [Fact]
    public async Task Large_objects_are_read_by_page()
    {
        var database = await instance.NewDatabaseAsync();
        await instance.AsMasterAsync(database, "SELECT lo_from_bytea(4711, decode(repeat('00', 5000), 'hex'))");
        await instance.Reader.ListAsync(instance.Login, TestContext.Current.CancellationToken);
        var name = RelationName.LargeObjects(database);
        var before = await instance.ReadAsync(database, name.Name, RelationKind.LargeObjects, name.Schema);

        await instance.AsMasterAsync(database, "SELECT lo_put(4711, 4999, '\\x01')");
        var after = await instance.ReadAsync(database, name.Name, RelationKind.LargeObjects, name.Schema);

        Assert.True(before.Outcome == ReadingOutcome.Read, before.Reason);
        Assert.Equal((3L, 3L), (before.Rows, after.Rows));
        Assert.NotEqual(before.HashSum, after.HashSum);
    }

    [Theory]
    [InlineData(RelationKind.UnloggedTable, "unlogged")]
    [InlineData(RelationKind.ForeignTable, "foreign")]
    [InlineData(RelationKind.Table, "unlogged")]
    public async Task Rows_that_no_snapshot_holds_are_not_protected(RelationKind kind, string reason)
    {
        var database = await instance.NewDatabaseAsync();
        await instance.AsMasterAsync(database, "CREATE UNLOGGED TABLE t AS SELECT 1 AS a");

        var reading = await instance.ReadAsync(database, "t", kind);

        Assert.Equal((ReadingOutcome.NotProtected, 7L), (reading.Outcome, reading.Rows));
        Assert.Contains(reason, reading.Reason, StringComparison.Ordinal);
        Assert.Null(reading.HashSum);
    }

    [Fact]
    public async Task Function_of_the_database_is_never_taken_for_one_of_PostgreSQL()
    {
        var database = await instance.NewDatabaseAsync();
        await instance.AsMasterAsync(database, "CREATE TABLE t AS SELECT 1 AS a");
        var before = await instance.SumAsync(database, "t");

        await instance.AsMasterAsync(
            database,
            $"""
            CREATE FUNCTION record_send(t) RETURNS bytea LANGUAGE sql AS $$ SELECT '\x00'::bytea $$;
            ALTER DATABASE {database} SET search_path = public, pg_catalog;
            UPDATE t SET a = 2;
            """);

        Assert.NotEqual(before, await instance.SumAsync(database, "t"));
    }

    [Theory]
    [InlineData("LATIN1")]
    [InlineData("SQL_ASCII")]
    public async Task Text_of_another_encoding_is_read_without_conversion(string encoding)
    {
        var database = await instance.NewDatabaseAsync($"ENCODING '{encoding}' LOCALE 'C' TEMPLATE template0");
        await instance.InBytesAsync(database, encoding, "CREATE TABLE \"Übung\" AS SELECT 'caf\u00e9'::text AS \"größe\"");

        var inventory = await instance.Reader.ListAsync(instance.Login, TestContext.Current.CancellationToken);
        var listed = Assert.Single(inventory.Relations, r => r.Name.Database == database && r.Kind == RelationKind.Table);
        var reading = await instance.Reader.ReadAsync(instance.Login, listed, RestoredInstance.Seed, TestContext.Current.CancellationToken);

        Assert.Equal("Übung", listed.Name.Name);
        Assert.True(reading is { Outcome: ReadingOutcome.Read, Rows: 1 }, reading.Reason);
        // In the superuser's session nothing is converted either: x has to be the four bytes c, a, f and E9 in an image of one text column.
        Assert.Equal(
            await instance.AskAdminAsync<BigInteger>(
                database,
                $"""
                SELECT hash_record_extended(ROW(decode('000000010000001900000004636166e9', 'hex')), '{RestoredInstance.Seed}'::int8)::numeric
                """),
            reading.HashSum);
    }
}
