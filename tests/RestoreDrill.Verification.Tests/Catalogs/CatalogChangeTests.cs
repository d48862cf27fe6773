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
}
