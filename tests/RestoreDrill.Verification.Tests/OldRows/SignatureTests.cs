using Npgsql;
using RestoreDrill.Core.Reading;
using RestoreDrill.Core.Sandwich;
using RestoreDrill.Verification.Tests.Instances;

namespace RestoreDrill.Verification.Tests.OldRows;

/// <summary>What makes the rows of a relation incomparable, and what does not.</summary>
public sealed class SignatureTests(RestoredInstance instance)
{
    private const string Altered = "its columns, or types that they use, were altered (for a column of type aclitem: a role was made, renamed or dropped)";
    private const string Rewritten = "it was rewritten (VACUUM FULL, CLUSTER, TRUNCATE or ALTER TABLE)";
    private const string Other = "it is another table under the same name";

    private const string Table =
        """
        CREATE TYPE mood AS ENUM ('sad', 'happy');
        CREATE DOMAIN feeling AS mood;
        CREATE TYPE note AS (at int, felt feeling[]);
        CREATE TYPE span AS RANGE (subtype = mood);
        CREATE TABLE other (a int);
        CREATE TABLE t (i int PRIMARY KEY, gone text, v varchar(10), n note[], s span, o other);
        INSERT INTO t VALUES (1, 'x', 'v', ARRAY[ROW(1, '{sad,happy}')::note], '[sad,happy)', ROW(1));
        """;

    private static readonly PostgresOldRowReader Reader = new(TimeProvider.System);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("ALTER TABLE t ADD c int DEFAULT 7", Altered)]
    [InlineData("ALTER TABLE t ADD c int", Altered)]
    [InlineData("ALTER TABLE t DROP gone", Altered)]
    [InlineData("ALTER TABLE t ALTER v TYPE varchar(20)", Altered)]
    [InlineData("ALTER TYPE mood RENAME VALUE 'sad' TO 'blue'", Altered)]
    [InlineData("ALTER TABLE other ADD b int", Altered)]
    [InlineData("ALTER TABLE t ALTER v TYPE text USING v || 'x'", Rewritten)]
    [InlineData("VACUUM FULL t", Rewritten)]
    [InlineData("CLUSTER t USING t_pkey", Rewritten)]
    [InlineData("TRUNCATE t", Rewritten)]
    [InlineData("ALTER TABLE t RENAME TO u; CREATE TABLE t (i int)", Other)]
    public async Task Change_of_what_rows_look_like_or_where_they_are_is_told(string change, string reason) =>
        Assert.Equal(reason, await DiffersAfterAsync(change));

    [Theory]
    [InlineData("GRANT SELECT ON t TO PUBLIC")]
    [InlineData("ALTER TABLE t ALTER v SET STATISTICS 500, ALTER v SET DEFAULT 'd', ALTER v SET STORAGE EXTERNAL, ALTER v SET NOT NULL")]
    [InlineData("UPDATE t SET v = 'other'; DELETE FROM t; INSERT INTO t (i) VALUES (2)")]
    [InlineData("VACUUM (FREEZE, ANALYZE) t")]
    [InlineData("CREATE INDEX ON t (v); REINDEX TABLE t")]
    [InlineData("COMMENT ON COLUMN t.v IS 'said'")]
    [InlineData("ALTER TABLE t RENAME v TO w; ALTER TYPE mood RENAME TO spirit")]
    [InlineData("ALTER DOMAIN feeling SET DEFAULT 'sad'")]
    [InlineData("ALTER TABLE t ADD CHECK (i > 0), SET (autovacuum_enabled = off)")]
    [InlineData("CREATE TYPE another AS ENUM ('a'); ALTER TYPE another RENAME VALUE 'a' TO 'b'")]
    public async Task Change_of_anything_else_is_no_difference(string change) => Assert.Null(await DiffersAfterAsync(change));

    [Fact]
    public async Task Relations_that_hold_rows_on_disk_are_listed_and_no_others()
    {
        var database = await instance.NewDatabaseAsync();
        await instance.AsMasterAsync(
            database,
            """
            CREATE TABLE plain AS SELECT i FROM generate_series(1, 1000) i;
            CREATE UNLOGGED TABLE loose (a int);
            CREATE TEMP TABLE brief (a int);
            CREATE MATERIALIZED VIEW seen AS SELECT 1 AS a;
            CREATE VIEW looked AS SELECT 1 AS a;
            CREATE TABLE parent (a int) PARTITION BY LIST (a);
            CREATE TABLE leaf PARTITION OF parent FOR VALUES IN (1);
            CREATE TABLE zero ();
            """);

        var listed = await Reader.ListAsync(instance.Login, database, Ct);

        Assert.Equal(
            [("pg_largeobject", RelationKind.LargeObjects), ("leaf", RelationKind.Partition), ("plain", RelationKind.Table), ("seen", RelationKind.MaterializedView), ("zero", RelationKind.Table)],
            listed.Select(static stance => (stance.Name.Name, stance.Kind)));
        var plain = listed.Single(static stance => stance.Name.Name == "plain");
        Assert.Equal((5L, null), (plain.Blocks, plain.Reason));
        Assert.True(plain.Bytes >= 5 * 8192 && plain.Oid > 16384 && plain.Filenode > 0, plain.ToString());
        Assert.All(listed, static stance => Assert.Matches("^[0-9a-f]{64}$", stance.Signature));
    }

    [Fact]
    public async Task Name_of_a_role_counts_where_rows_hold_it_as_text()
    {
        var database = await instance.NewDatabaseAsync();
        await instance.AsMasterAsync(database, "CREATE ROLE before; CREATE TABLE t AS SELECT '=r/before'::aclitem AS a; CREATE TABLE u AS SELECT 1 AS a");
        var (t, u) = (await StanceAsync(database, "t"), await StanceAsync(database, "u"));

        await instance.AsMasterAsync(database, "ALTER ROLE before RENAME TO later");

        Assert.Equal((Altered, null), ((await StanceAsync(database, "t")).DiffersFrom(t), (await StanceAsync(database, "u")).DiffersFrom(u)));
        await instance.AsMasterAsync(database, "DROP TABLE t; DROP ROLE later");
    }

    [Fact]
    public async Task Number_of_rows_is_estimated_also_where_nobody_has_counted()
    {
        var database = await instance.NewDatabaseAsync();
        await instance.AsMasterAsync(database, "CREATE TABLE t WITH (autovacuum_enabled = false) AS SELECT i, repeat('x', 40) AS v FROM generate_series(1, 5000) i; CREATE TABLE empty (i int); CREATE TABLE bare (); INSERT INTO bare SELECT FROM generate_series(1, 500)");

        Assert.InRange((await StanceAsync(database, "t")).EstimatedRows!.Value, 3000, 8000);
        Assert.Equal(0, (await StanceAsync(database, "empty")).EstimatedRows);
        Assert.InRange((await StanceAsync(database, "bare")).EstimatedRows!.Value, 300, 900);
        await instance.AsMasterAsync(database, "ANALYZE t");
        Assert.Equal(5000, (await StanceAsync(database, "t")).EstimatedRows);
    }

    [Fact]
    public async Task Database_that_lets_nobody_in_has_an_empty_list()
    {
        Assert.Empty(await Reader.ListAsync(instance.Login, "rdsadmin", Ct));
        Assert.Empty(await Reader.ListAsync(instance.Login, "no such database", Ct));
    }

    [Fact]
    public async Task Table_that_is_locked_is_listed_with_the_reason_and_keeps_no_other_from_it()
    {
        var database = await instance.NewDatabaseAsync();
        await instance.AsMasterAsync(database, "CREATE TABLE t AS SELECT 1 AS a; CREATE TABLE u AS SELECT 1 AS a");
        await instance.AsMasterAsync(database, "BEGIN; LOCK TABLE t IN ACCESS EXCLUSIVE MODE; PREPARE TRANSACTION 'has locked t'");

        var (t, u) = (await StanceAsync(database, "t"), await StanceAsync(database, "u"));
        var read = new List<BlockGroups>();
        await foreach (var groups in Reader.ReadAsync(instance.Login, new OldRowOrder { Tasks = [new(t, 1, [])], Limit = new OldRowLimit(5000, "0/0", default), Seed = 1 }, Ct))
        {
            read.Add(groups);
        }

        await instance.AsMasterAsync(database, "ROLLBACK PREPARED 'has locked t'");
        Assert.StartsWith("its size could not be had: 55P03: ", t.Reason, StringComparison.Ordinal);
        Assert.Equal((null, 1L), (u.Reason, u.Blocks));
        Assert.Equal((ReadingOutcome.NotJudged, t.Reason), (Assert.Single(read).Outcome, read[0].Reason));
        Assert.Equal(t.Reason, (await StanceAsync(database, "t")).DiffersFrom(t));
    }

    /// <summary>Each change in a schema of its own.</summary>
    private async Task<string?> DiffersAfterAsync(string change)
    {
        var schema = $"case_{Guid.NewGuid():N}";
        await instance.AsMasterAsync(RestoredInstance.Database, $"CREATE SCHEMA {schema}; SET search_path = {schema}; {Table}");
        var before = await StanceAsync(RestoredInstance.Database, "t", schema);
        Assert.Null((await StanceAsync(RestoredInstance.Database, "t", schema)).DiffersFrom(before));

        var place = new NpgsqlConnectionStringBuilder(instance.Server.ConnectionStringTo(RestoredInstance.Database)) { SearchPath = schema };
        await using (var connection = new NpgsqlConnection(place.ConnectionString))
        {
            await connection.OpenAsync(Ct);
            await using var command = new NpgsqlCommand(change, connection);
            await command.ExecuteNonQueryAsync(Ct);
        }

        var after = await StanceAsync(RestoredInstance.Database, "t", schema);
        await instance.AsMasterAsync(RestoredInstance.Database, $"SET client_min_messages = warning; DROP SCHEMA {schema} CASCADE");
        return after.DiffersFrom(before);
    }

    private async Task<RelationStance> StanceAsync(string database, string table, string schema = "public") =>
        (await Reader.ListAsync(instance.Login, database, Ct)).Single(stance => stance.Name == new RelationName(database, schema, table));
}
