using Npgsql;
using RestoreDrill.Core.Manifests;

namespace RestoreDrill.Verification.Tests.Catalogs;

/// <summary>One change, one difference.</summary>
public sealed class CatalogChangeTests(RichDatabase database) : IClassFixture<RichDatabase>
{
    private static readonly CatalogChange[] Changes =
    [
        new("REVOKE INSERT ON app.pupil FROM app", "table", "app.pupil"),
        new("REVOKE UPDATE (code) ON app.pupil FROM app_read", "column", "app.pupil.code"),
        new("REVOKE USAGE ON SCHEMA public FROM app", "schema", "public"),
        new("REVOKE EXECUTE ON FUNCTION pg_stat_reset() FROM app", "system-acl", "function pg_catalog.pg_stat_reset()"),
        new("DROP ROLE to_be_dropped", "role", "to_be_dropped"),
        new("ALTER ROLE app NOLOGIN", "role", "app"),
        new("REVOKE app_read FROM app", "membership", "app_read to app"),
        new("ALTER ROLE app IN DATABASE school RESET lock_timeout", "setting", "app in school: lock_timeout"),
        new("ALTER DATABASE school SET statement_timeout = '78s'", "setting", "* in school: statement_timeout"),
        new("ALTER DATABASE school CONNECTION LIMIT 99", "database", "school"),
        new("ALTER EXTENSION hstore SET SCHEMA public", "extension", "hstore"),
        new("ALTER TABLE app.hidden DISABLE ROW LEVEL SECURITY", "table", "app.hidden"),
        new("DROP POLICY gone ON app.hidden", "policy", "app.hidden.gone"),
        new("ALTER EVENT TRIGGER watching DISABLE", "event-trigger", "watching"),
        new("ALTER TABLE app.pupil DISABLE TRIGGER touching", "trigger", "app.pupil.touching"),
        new("UPDATE pg_constraint SET convalidated = false WHERE conname = 'of_pupil'", "constraint", "app.lesson.of_pupil"),
        new("ALTER TABLE app.late DISABLE TRIGGER ALL", "constraint", "app.late.late_pupil"),
        new("ALTER TABLE app.pupil ALTER grade SET DEFAULT 3", "column", "app.pupil.grade"),
        new("ALTER TABLE parted_1 SET UNLOGGED", "table", "public.parted_1"),
        new("ALTER TYPE app.mood RENAME VALUE 'sad' TO 'unhappy'", "type", "app.mood"),
        new("REFRESH MATERIALIZED VIEW app.mat WITH NO DATA", "populated", "app.mat"),
        new("ALTER DEFAULT PRIVILEGES IN SCHEMA app GRANT INSERT ON TABLES TO app_read", "default-acl", "rdsadmin in app for r"),
        new("CREATE OR REPLACE PROCEDURE app.act() LANGUAGE sql AS 'SELECT 2'", "routine", "app.act()"),
        new("ALTER FUNCTION app.twice(bigint) SECURITY DEFINER", "routine", "app.twice(bigint)"),
        new("CREATE OR REPLACE VIEW app.seen WITH (security_barrier) AS SELECT id, name FROM app.pupil WHERE id > 0", "view", "app.seen"),
        new("ALTER TABLE log OWNER TO app", "table", "public.log"),
        new("ALTER PUBLICATION news DROP TABLE app.pupil", "publication-table", "news: app.pupil"),
        new("SELECT lo_unlink(4712)", "large-objects", "all"),
        new("COMMENT ON TABLE app.pupil IS 'people'", "comment", "table app.pupil"),
        new("ALTER SEQUENCE app.down CACHE 3", "sequence", "app.down"),
        new("SELECT setval('app.counter', 191)", "sequence-stand", "app.counter"),
        new("ALTER SERVER away OPTIONS (SET host 'elsewhere')", "foreign-server", "away"),
        new("DROP USER MAPPING FOR app SERVER away", "user-mapping", "app on away"),
        new("ALTER SUBSCRIPTION pulls SET PUBLICATION b WITH (refresh = false)", "subscription", "pulls"),
        new("ALTER INDEX app.by_code ALTER COLUMN 1 SET STATISTICS 77", "index", "app.by_code"),
        new("ALTER STATISTICS app.related SET STATISTICS 9", "statistics", "app.related"),
        new("ALTER TEXT SEARCH CONFIGURATION app.simple DROP MAPPING FOR email", "text-search-configuration", "app.simple"),
        new("UPDATE pg_collation SET collversion = '9.9' WHERE collname = 'plain'", "collation", "app.plain for UTF8"),
        new("CREATE TABLE \"Mixed Case\".empty_one ()", "table", "\"Mixed Case\".empty_one"),
    ];

    [Fact]
    public async Task Every_change_is_a_difference_and_nothing_else_is()
    {
        var differences = await database.ChangeAsync(string.Join("; ", Changes.Select(static change => change.Sql)));

        Assert.Equal(
            Changes.Select(static change => $"{change.Kind} {change.Name}").Order(StringComparer.Ordinal),
            differences.Select(static difference => $"{difference.Kind} {difference.Name}").Order(StringComparer.Ordinal));
        Assert.All(differences, static difference => Assert.NotEqual(difference.Expected, difference.Found));
    }

    [Fact]
    public async Task Index_that_a_failed_concurrent_build_left_is_a_difference()
    {
        var found = new List<CatalogDifference>();
        await Assert.ThrowsAsync<PostgresException>(() => database.Instance.AsAdminAsync(RichDatabase.Name, "CREATE UNIQUE INDEX CONCURRENTLY half ON app.pupil (grade) NULLS NOT DISTINCT"));
        found.AddRange(await database.ChangeAsync("SELECT 1"));

        var difference = Assert.Single(found);

        Assert.Equal(("index", "app.half", "absent"), (difference.Kind, difference.Name, difference.Expected));
        Assert.StartsWith("INVALID; ", difference.Found, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Detached_partition_is_named_with_its_index()
    {
        var differences = await database.ChangeAsync("ALTER TABLE parted DETACH PARTITION parted_2");

        Assert.Equal([("index", "public.parted_2_at_idx"), ("table", "public.parted_2")], differences.Select(static d => (d.Kind, d.Name)));
        Assert.Contains("parents=(public.parted)", differences[1].Expected, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Index_that_became_invalid_is_a_difference()
    {
        var difference = Assert.Single(await database.ChangeAsync("UPDATE pg_index SET indisvalid = false WHERE indexrelid = 'app.lesson_pkey'::regclass"));
        // The other tests' foreign keys refer to it.
        await database.ChangeAsync("UPDATE pg_index SET indisvalid = true WHERE indexrelid = 'app.lesson_pkey'::regclass");

        Assert.Equal(("index", "app.lesson_pkey"), (difference.Kind, difference.Name));
        Assert.StartsWith("INVALID; primary", difference.Found, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Dropped_extension_is_named()
    {
        var differences = await database.ChangeAsync("CREATE EXTENSION pgcrypto");
        Assert.Equal(("extension", "pgcrypto", "absent"), Assert.Single(differences.Select(static d => (d.Kind, d.Name, d.Expected))));

        differences = await database.ChangeAsync("DROP EXTENSION pgcrypto");

        Assert.Equal(("extension", "pgcrypto", "absent"), Assert.Single(differences.Select(static d => (d.Kind, d.Name, d.Found))));
    }

    [Theory]
    [InlineData("UPDATE pg_class SET relhasindex = false WHERE oid = 'one'::regclass", "one", "table", "INDEXES UNUSED")]
    [InlineData("UPDATE pg_class SET relhastriggers = false WHERE oid = 'two'::regclass", "two", "table", "TRIGGERS UNUSED")]
    [InlineData("UPDATE pg_class SET relchecks = 0 WHERE oid = 'three'::regclass", "three", "table", "CHECKS UNUSED")]
    [InlineData("UPDATE pg_class SET relhasrules = false WHERE oid = 'four_view'::regclass", "four", "view", "RULES UNUSED", "_view")]
    [InlineData("UPDATE pg_attribute SET atthasdef = false WHERE attrelid = 'five'::regclass AND attname = 'id'", "five", "column", "DEFAULT UNUSED", ".id")]
    [InlineData("UPDATE pg_index SET indisexclusion = false WHERE indexrelid = 'six_ex'::regclass", "six", "index", "EXCLUSION UNUSED", "_ex")]
    [InlineData("DELETE FROM pg_trigger WHERE tgisinternal AND tgname LIKE 'RI_ConstraintTrigger_c%' AND tgrelid = 'seven'::regclass", "seven", "constraint", "TRIGGERS MISSING", ".seven_fk")]
    public async Task Object_that_the_server_would_not_use_is_a_difference(string sql, string table, string kind, string word, string part = "")
    {
        await database.ChangeAsync(
            $"""
            CREATE TABLE {table} (id serial PRIMARY KEY, lesson bigint CONSTRAINT {table}_fk REFERENCES app.lesson CHECK (lesson > 0), CONSTRAINT {table}_ex EXCLUDE (lesson WITH =));
            CREATE VIEW {table}_view AS SELECT 1 AS one;
            """);

        var difference = Assert.Single(await database.ChangeAsync(sql));

        Assert.Equal((kind, $"public.{table}{part}"), (difference.Kind, difference.Name));
        Assert.Contains(word, difference.Found, StringComparison.Ordinal);
        Assert.DoesNotContain(word, difference.Expected, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Change_that_is_taken_back_between_two_readings_of_the_source_is_not_judged()
    {
        await database.ReadAsync();
        var before = (database.Shared, database.Catalog);
        await database.Instance.AsAdminAsync(RichDatabase.Name, "ALTER ROLE app CONNECTION LIMIT 7; ALTER DATABASE school CONNECTION LIMIT 8; SELECT lo_create(4800)");
        await database.ReadAsync();
        var between = (database.Shared, database.Catalog);
        await database.Instance.AsAdminAsync(RichDatabase.Name, "ALTER ROLE app CONNECTION LIMIT -1; ALTER DATABASE school CONNECTION LIMIT -1; SELECT lo_unlink(4800)");
        CatalogComparison shared, content;
        do
        {
            // A session tells the server's counters of its writes when it ends, or a little later.
            await database.ReadAsync();
            (shared, content) = (CatalogComparison.Compare(before.Shared, database.Shared, between.Shared), CatalogComparison.Compare(before.Catalog, database.Catalog, between.Catalog));
        }
        while (shared.NotJudged.Count < 2 || content.NotJudged.Count < 1);

        Assert.Empty(shared.Differences.Concat(content.Differences));
        Assert.Contains(shared.NotJudged, static item => item.StartsWith("role app:", StringComparison.Ordinal));
        Assert.Contains(shared.NotJudged, static item => item.StartsWith("database school:", StringComparison.Ordinal));
        Assert.Contains(content.NotJudged, static item => item.StartsWith("large-objects all:", StringComparison.Ordinal));
    }
}
