using RestoreDrill.Core.Reading;
using RestoreDrill.Verification.Tests.Instances;

namespace RestoreDrill.Verification.Tests.Listing;

public sealed class InventoryTests(RestoredInstance instance)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_database_is_listed_and_those_that_are_not_verified_say_why()
    {
        var closed = await instance.NewDatabaseAsync("ALLOW_CONNECTIONS false");
        var refused = await instance.NewDatabaseAsync();
        await instance.AsAdminAsync("postgres", $"ALTER DATABASE {refused} OWNER TO rdsadmin; REVOKE ALL ON DATABASE {refused} FROM PUBLIC");

        var databases = (await instance.Reader.ListAsync(instance.Login, Ct)).Databases.ToDictionary(d => d.Name);

        Assert.Equal(new ListedDatabase("postgres", DatabaseReach.Verified), databases["postgres"]);
        Assert.Equal(new ListedDatabase("template1", DatabaseReach.Verified), databases["template1"]);
        Assert.Equal(new ListedDatabase(RestoredInstance.Database, DatabaseReach.Verified), databases[RestoredInstance.Database]);
        Assert.Equal(new ListedDatabase("rdsadmin", DatabaseReach.Closed, "AWS's own administrative database"), databases["rdsadmin"]);
        Assert.Contains("datallowconn", databases["template0"].Reason, StringComparison.Ordinal);
        Assert.Contains("datallowconn", databases[closed].Reason, StringComparison.Ordinal);
        Assert.Contains("no CONNECT", databases[refused].Reason, StringComparison.Ordinal);
        Assert.False(databases[closed].Verified || databases[refused].Verified || databases["template0"].Verified);
    }

    [Fact]
    public async Task Database_that_its_owner_closed_to_others_is_entered_as_a_member_of_the_owner()
    {
        var database = await instance.NewDatabaseAsync();
        await instance.AsAdminAsync(
            "postgres", $"CREATE ROLE owner_of_{database}; ALTER DATABASE {database} OWNER TO owner_of_{database}; REVOKE ALL ON DATABASE {database} FROM PUBLIC");

        var inventory = await instance.Reader.ListAsync(instance.Login, Ct);

        Assert.Contains(new ListedDatabase(database, DatabaseReach.Verified), inventory.Databases);
        Assert.Contains(inventory.EarnedRights, s => s.Contains($"\"owner_of_{database}\"", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Database_whose_every_connection_is_refused_is_not_verified_and_does_not_stop_the_others()
    {
        var database = await instance.NewDatabaseAsync();
        await instance.AsAdminAsync("postgres", $"UPDATE pg_database SET datconnlimit = -2 WHERE datname = '{database}'");
        await instance.AsAdminAsync("postgres", $"UPDATE pg_database SET datallowconn = true WHERE datname = '{database}'");

        var inventory = await instance.Reader.ListAsync(instance.Login, Ct);
        await instance.AsAdminAsync("postgres", $"UPDATE pg_database SET datconnlimit = -1 WHERE datname = '{database}'");

        var listed = Assert.Single(inventory.Databases, d => d.Name == database);
        Assert.False(listed.Verified);
        Assert.Contains("55000", listed.Reason, StringComparison.Ordinal);
        Assert.Contains(new ListedDatabase(RestoredInstance.Database, DatabaseReach.Verified), inventory.Databases);
    }

    [Fact]
    public async Task Database_that_takes_no_connection_is_not_verified_and_does_not_stop_the_others()
    {
        var database = await instance.NewDatabaseAsync("CONNECTION LIMIT 0");

        var inventory = await instance.Reader.ListAsync(instance.Login, Ct);

        var listed = Assert.Single(inventory.Databases, d => d.Name == database);
        Assert.Equal(DatabaseReach.NotReached, listed.Reach);
        Assert.Contains("53300: too many connections for database", listed.Reason, StringComparison.Ordinal);
        Assert.Contains("CONNECTION LIMIT -1", listed.Reason, StringComparison.Ordinal);
        Assert.Contains(new ListedDatabase(RestoredInstance.Database, DatabaseReach.Verified), inventory.Databases);
    }

    [Fact]
    public async Task Database_that_takes_one_connection_is_listed_and_read()
    {
        var database = await instance.NewDatabaseAsync("CONNECTION LIMIT 1");
        await instance.AsAdminAsync(database, "CREATE TABLE one AS SELECT 1 AS a");
        var one = new ListedRelation(new RelationName(database, "public", "one"), RelationKind.Table, 1, 8192);
        // Who was refused waits a while for the one before to be gone; how long that takes is up to the machine.
        var reader = new PostgresInstanceReader(new PausingClock(_ => instance.UntilLeftAsync(database)));

        var inventory = await reader.ListAsync(instance.Login, Ct);

        Assert.Contains(new ListedDatabase(database, DatabaseReach.Verified), inventory.Databases);
        for (var i = 0; i < 5; i++)
        {
            Assert.Equal(ReadingOutcome.Read, (await reader.ReadAsync(instance.Login, one, RestoredInstance.Seed, Ct)).Outcome);
        }
    }

    [Fact]
    public async Task Instance_whose_first_database_takes_no_connection_is_entered_by_another()
    {
        await instance.AsAdminAsync("template1", "ALTER DATABASE postgres CONNECTION LIMIT 0");
        try
        {
            var inventory = await instance.Reader.ListAsync(instance.Login, Ct);

            Assert.Equal(DatabaseReach.NotReached, Assert.Single(inventory.Databases, d => d.Name == "postgres").Reach);
            Assert.Contains(new ListedDatabase(RestoredInstance.Database, DatabaseReach.Verified), inventory.Databases);
        }
        finally
        {
            await instance.AsAdminAsync("template1", "ALTER DATABASE postgres CONNECTION LIMIT -1");
        }
    }

    [Fact]
    public async Task Every_relation_that_can_hold_rows_is_listed_as_what_it_is()
    {
        var database = await instance.NewDatabaseAsync();
        await instance.AsMasterAsync(
            database,
            """
            CREATE SCHEMA "Other Schema";
            CREATE TABLE "Other Schema"."Kürs" AS SELECT 1 AS a;
            CREATE TABLE parted (a int, at date) PARTITION BY RANGE (at);
            CREATE TABLE parted_1 PARTITION OF parted FOR VALUES FROM ('2026-01-01') TO ('2026-02-01') PARTITION BY LIST (a);
            CREATE TABLE parted_1_a PARTITION OF parted_1 DEFAULT;
            CREATE TABLE parted_2 PARTITION OF parted FOR VALUES FROM ('2026-02-01') TO ('2026-03-01');
            CREATE UNLOGGED TABLE scratch (a int);
            CREATE MATERIALIZED VIEW mat AS SELECT 1 AS a WITH NO DATA;
            CREATE VIEW plain_view AS SELECT 1 AS a;
            CREATE SEQUENCE counter;
            """);
        await instance.AsAdminAsync(
            database, "CREATE FOREIGN DATA WRAPPER far; CREATE SERVER away FOREIGN DATA WRAPPER far; CREATE FOREIGN TABLE elsewhere (a int) SERVER away");

        var relations = (await instance.Reader.ListAsync(instance.Login, Ct)).Relations.Where(r => r.Name.Database == database);

        Assert.Equal(
            [
                "Other Schema.Kürs Table",
                "pg_catalog.pg_largeobject LargeObjects",
                "public.elsewhere ForeignTable",
                "public.mat MaterializedView",
                "public.parted_1_a Partition",
                "public.parted_2 Partition",
                "public.scratch UnloggedTable",
            ],
            relations.Select(r => $"{r.Name.Schema}.{r.Name.Name} {r.Kind}").Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Relations_carry_estimate_and_size_and_come_largest_first()
    {
        var database = await instance.NewDatabaseAsync();
        await instance.AsMasterAsync(
            database,
            "CREATE TABLE never_analysed (a int); CREATE TABLE big WITH (autovacuum_enabled = off) AS SELECT i, repeat('x', 500) FROM generate_series(1, 3000) i; CREATE TABLE small AS SELECT 1 AS a");
        await instance.AsMasterAsync(database, "ANALYZE big");

        var all = (await instance.Reader.ListAsync(instance.Login, Ct)).Relations;
        var relations = all.Where(r => r.Name.Database == database).ToDictionary(r => r.Name.Name);

        Assert.Equal(3000, relations["big"].EstimatedRows);
        Assert.Equal(0, relations["never_analysed"].EstimatedRows);
        Assert.Equal(await instance.AskAdminAsync<long>(database, "SELECT pg_table_size('big')"), relations["big"].Bytes);
        Assert.Equal(all.Select(r => r.Bytes).OrderDescending(), all.Select(r => r.Bytes));
    }
}
