using Npgsql;
using RestoreDrill.Core.Structures;
using RestoreDrill.Core.Verdicts;
using RestoreDrill.Verification.Tests.Instances;

namespace RestoreDrill.Verification.Tests.Structures;

public sealed class CatalogFaultTests(RestoredInstance instance)
{
    [Fact]
    public async Task Index_that_a_failed_concurrent_build_left_is_named()
    {
        var database = await instance.NewDatabaseAsync();
        await instance.AsMasterAsync(database, "CREATE TABLE t AS SELECT 1 AS a FROM generate_series(1, 2)");
        await Assert.ThrowsAsync<PostgresException>(() => instance.AsMasterAsync(database, "CREATE UNIQUE INDEX CONCURRENTLY \"I x\" ON t (a)"));

        var found = Structure.Found(await instance.AskAsync(database, StructureKind.InvalidIndexes), "public.\"I x\"");

        Assert.Equal(("valid, ready and live", "not valid, not ready (of t)"), (found.Expected, found.Found));
        Structure.Passed(await instance.AskAsync(database, StructureKind.Indexes));
        Structure.Passed(await instance.AskAsync(database, StructureKind.DuplicateKeys));
    }

    [Fact]
    public async Task Constraints_that_were_never_validated_are_named()
    {
        var database = await instance.NewDatabaseAsync();
        await instance.AsMasterAsync(
            database,
            """
            CREATE TABLE t (a int PRIMARY KEY CHECK (a > 0), b int REFERENCES t); ALTER TABLE t ADD CONSTRAINT "C x" CHECK (b > 0) NOT VALID;
            ALTER TABLE t ADD CONSTRAINT f FOREIGN KEY (a) REFERENCES t NOT VALID; CREATE DOMAIN d AS int; ALTER DOMAIN d ADD CONSTRAINT e CHECK (VALUE > 0) NOT VALID;
            """);

        var answer = await instance.AskAsync(database, StructureKind.UnvalidatedConstraints);

        Assert.Equal(CheckOutcome.Failed, answer.Outcome);
        Assert.Equal(["public.d.e", "public.t.\"C x\"", "public.t.f"], answer.Findings.Select(static f => f.Name));
        Assert.Equal("5 constraints", answer.Summary);
        Assert.Equal("1 foreign key", (await instance.AskAsync(database, StructureKind.Orphans)).Summary);
    }

    [Fact]
    public async Task View_without_data_is_named_and_its_index_is_no_error()
    {
        var database = await instance.NewDatabaseAsync();
        await instance.AsMasterAsync(database, "CREATE MATERIALIZED VIEW \"V x\" AS SELECT 1 AS a WITH NO DATA; CREATE UNIQUE INDEX ON \"V x\" (a)");

        Structure.Found(await instance.AskAsync(database, StructureKind.UnpopulatedViews), "public.\"V x\"");
        Structure.Passed(await instance.AskAsync(database, StructureKind.Indexes));
    }

    [Fact]
    public async Task Collations_of_another_version_are_named_where_something_is_ordered_by_them()
    {
        var database = await instance.NewDatabaseAsync();
        await instance.AsMasterAsync(
            database,
            """
            CREATE TABLE t (a text COLLATE "de-x-icu", b text COLLATE "fr-x-icu", c text COLLATE "en-x-icu"); CREATE INDEX ON t (a); CREATE INDEX ON t (b);
            """);
        await instance.AsAdminAsync(database, "UPDATE pg_collation SET collversion = '1.2' WHERE collname IN ('de-x-icu', 'en-x-icu')");

        var found = Structure.Found(await instance.AskAsync(database, StructureKind.CollationVersions), "pg_catalog.\"de-x-icu\"");
        Assert.StartsWith("built with 1.2, the server has ", found.Found, StringComparison.Ordinal);

        await instance.AsAdminAsync(database, "UPDATE pg_collation SET collversion = NULL WHERE collname = 'de-x-icu'");
        var unknown = await instance.AskAsync(database, StructureKind.CollationVersions);
        Assert.Equal(CheckOutcome.NotAvailable, unknown.Outcome);
        Assert.Contains("pg_catalog.\"de-x-icu\"", unknown.Summary, StringComparison.Ordinal);

        await instance.AsAdminAsync(database, $"UPDATE pg_database SET datcollversion = '9.9' WHERE datname = '{database}'");
        Structure.Found(await instance.AskAsync(database, StructureKind.CollationVersions), "pg_catalog.\"default\"");
    }
}
