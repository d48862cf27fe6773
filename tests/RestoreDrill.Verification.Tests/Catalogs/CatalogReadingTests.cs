using Npgsql;
using RestoreDrill.Core.Manifests;
using RestoreDrill.Sandbox.Clusters;
using RestoreDrill.Verification.Tests.Instances;

namespace RestoreDrill.Verification.Tests.Catalogs;

public sealed class CatalogReadingTests(RichDatabase database) : IClassFixture<RichDatabase>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public void Every_kind_is_read_and_nothing_is_refused()
    {
        Assert.Empty(database.Shared.Unread);
        Assert.Empty(database.Catalog.Unread);
        Assert.NotNull(database.Shared.Writes);
        Assert.NotNull(database.Catalog.Writes);
        Assert.Equal(
            "cluster comment database identity membership role setting tablespace".Split(' '),
            database.Shared.Items.Select(static item => item.Kind).Distinct());
        Assert.Equal(
            """
            cast collation column comment constraint default-acl event-trigger extension foreign-data-wrapper foreign-server foreign-table index language large-objects materialized-view operator
            operator-class operator-family policy populated publication publication-schema publication-table routine rule schema sequence sequence-stand statistics subscription system-acl table
            text-search-configuration text-search-dictionary trigger type user-mapping view
            """.Split([' ', '\n']),
            database.Catalog.Items.Select(static item => item.Kind).Distinct());
    }

    [Theory]
    [InlineData("table", "app.pupil", "kind=r; persistence=p; owner=\"App Owner\"; acl={\"App Owner\"=arwdDxt/\"App Owner\", app=ar/\"App Owner\"}; options=(autovacuum_enabled=off, fillfactor=70); replica identity=f; access method=heap")]
    [InlineData("table", "public.parted_1", "kind=r; persistence=p; owner=rdsadmin; access method=heap; bound=FOR VALUES FROM ('2026-01-01') TO ('2026-02-01'); parents=(public.parted)")]
    [InlineData("column", "app.pupil.at", "position=8; type=timestamp with time zone; default='2025-12-31 22:00:00+00'::timestamp with time zone; storage=p")]
    [InlineData("column", "app.pupil.\"Odd \"\"Name\"", "position=7; type=text; storage=x")]
    [InlineData("constraint", "app.lesson.of_pupil", "type=f; FOREIGN KEY (pupil) REFERENCES app.pupil(id) DEFERRABLE INITIALLY DEFERRED")]
    [InlineData("sequence-stand", "app.counter", "196 by 5 in 1")]
    [InlineData("sequence-stand", "app.down", "unused by -1 in 1")]
    [InlineData("foreign-server", "away", "wrapper=far; owner=rdsadmin; type=x; options=(host='db.example', password)")]
    [InlineData("user-mapping", "app on away", "mapped")]
    [InlineData("policy", "app.hidden.own", "permissive; for=w; to=(app, app_read); using=(id > 3); check=(id < 9)")]
    [InlineData("subscription", "pulls", "owner=rdsadmin; disabled; publications=(a, b)")]
    [InlineData("extension", "hstore", "version=1.8; schema=app; owner=rdsadmin")]
    [InlineData("system-acl", "function pg_catalog.pg_stat_reset()", "acl={app=X/rdsadmin, rdsadmin=X/rdsadmin}")]
    [InlineData("routine", "public.citext(boolean)", "owner=rdsadmin; acl={rdsadmin=X/rdsadmin}; of an extension")]
    public void Item_says_what_it_is_with_names_and_without_numbers_of_the_server(string kind, string name, string value) =>
        Assert.Equal(value, Assert.Single(database.Catalog.Items, item => item.Kind == kind && item.Name == name).Value);

    [Fact]
    public void Setting_of_an_application_is_named_without_its_value()
    {
        var settings = database.Shared.Items.Where(static item => item.Kind == CatalogKinds.Setting).Select(static item => item.Value).ToList();

        Assert.Contains("app.key (value not read)", settings);
        Assert.Contains("pgaudit.log=ddl", settings);
        Assert.Contains("statement_timeout=77s", settings);
    }

    [Fact]
    public void No_secret_and_no_temporary_or_cycling_or_unlogged_sequence_is_among_the_items()
    {
        var text = CatalogText.Write(database.Shared) + CatalogText.Write(database.Catalog);

        Assert.DoesNotContain(RichSchema.Secret, text, StringComparison.Ordinal);
        Assert.DoesNotContain("SCRAM", text, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain(database.Catalog.Items, static item => item.Kind == CatalogKinds.SequenceStand && item.Name is "app.round" or "\"Mixed Case\".\"Table_other_seq\"");
    }

    [Fact]
    public async Task Superuser_gets_the_same_text_whatever_its_settings()
    {
        await database.Instance.AsAdminAsync("postgres", $"CREATE ROLE chief SUPERUSER LOGIN PASSWORD '{RestoredInstance.Password}'");
        await database.ReadAsync();
        await database.Instance.AsAdminAsync("postgres", "ALTER ROLE chief SET quote_all_identifiers = on; ALTER ROLE chief SET TimeZone = 'Asia/Tokyo'; ALTER ROLE chief SET search_path = app");
        var chief = RichDatabase.LoginTo(database.Instance.Cluster) with { User = "chief" };

        var catalog = await database.Reader.ReadAsync(chief, RichDatabase.Name, Ct);

        Assert.Equal(CatalogText.Write(database.Catalog), CatalogText.Write(catalog));
        await database.ReadAsync();
        Assert.Equal(CatalogText.Write(database.Shared), CatalogText.Write(await database.Reader.ReadSharedAsync(chief, Ct)));
    }

    [Fact]
    public async Task Login_without_rights_gets_all_but_the_sequences_that_it_may_not_read()
    {
        var login = RestoredInstance.LoginTo(database.Instance.Cluster);

        var catalog = await database.Reader.ReadAsync(login, RichDatabase.Name, Ct);

        Assert.Equal(
            database.Catalog.Items.Where(static item => item.Kind != CatalogKinds.SequenceStand), catalog.Items.Where(static item => item.Kind != CatalogKinds.SequenceStand));
        Assert.Equal([CatalogKinds.SequenceStand], catalog.Unread.Keys);
        Assert.StartsWith("42501: this login may not read 4 of the sequences, as app.counter", catalog.Unread[CatalogKinds.SequenceStand], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Physical_copy_has_no_difference()
    {
        await database.ReadAsync();
        var folder = Path.GetDirectoryName(database.Instance.Cluster.Options.Directory)!;
        var snapshot = await CrashConsistentCopy.TakeAsync(database.Instance.Cluster, Path.Combine(folder, "snapshot"), Ct);
        await using var copy = await PostgresCluster.FromSnapshotAsync(
            snapshot.Directory, new ClusterOptions { Directory = Path.Combine(folder, "copy"), Certificate = database.Instance.Cluster.Options.Certificate }, Ct);
        await copy.StartAsync(Ct);
        await RdsRoles.SetMasterPasswordAsync(copy, RestoredInstance.Master, "another-Password-0815", Ct);
        var login = RichDatabase.LoginTo(copy);

        var shared = CatalogComparison.Compare(database.Shared, database.Shared, await database.Reader.ReadSharedAsync(login, Ct), new DrillChanges(RestoredInstance.Master));
        var content = CatalogComparison.Compare(database.Catalog, database.Catalog, await database.Reader.ReadAsync(login, RichDatabase.Name, Ct));

        Assert.Empty(shared.Differences);
        Assert.Empty(content.Differences);
        Assert.Equal((0, database.Catalog.Items.Count), (content.Moved, content.Compared));
        Assert.Empty(shared.NotComparable.Concat(content.NotComparable).Concat(shared.NotJudged).Concat(content.NotJudged));
    }

    [Fact]
    public async Task Database_that_lets_nobody_in_is_unavailable_with_the_reason()
    {
        await database.Instance.AsAdminAsync("postgres", "CREATE DATABASE shut CONNECTION LIMIT 0; ");

        var shut = await database.Reader.ReadAsync(RichDatabase.LoginTo(database.Instance.Cluster), "shut", Ct);
        var missing = await database.Reader.ReadAsync(RichDatabase.LoginTo(database.Instance.Cluster), "not there", Ct);

        Assert.Empty(shut.Items.Concat(missing.Items));
        Assert.Contains("53300", shut.Unavailable, StringComparison.Ordinal);
        Assert.Contains("3D000", missing.Unavailable, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Refused_question_leaves_its_kind_unread_and_the_others_as_they_are()
    {
        await database.ReadAsync();
        await database.Instance.AsAdminAsync(RichDatabase.Name, "REVOKE SELECT ON pg_policy FROM PUBLIC");
        try
        {
            var catalog = await database.Reader.ReadAsync(RestoredInstance.LoginTo(database.Instance.Cluster), RichDatabase.Name, Ct);

            Assert.Equal("42501: permission denied for table pg_policy", catalog.Unread["policy"]);
            var compared = CatalogComparison.Compare(database.Catalog, database.Catalog, catalog);
            Assert.DoesNotContain(compared.Differences, static difference => difference.Kind == "policy");
            Assert.Contains(compared.NotComparable, static text => text.StartsWith("policy could not be read", StringComparison.Ordinal));
        }
        finally
        {
            await database.Instance.AsAdminAsync(RichDatabase.Name, "GRANT SELECT ON pg_policy TO PUBLIC");
        }
    }

    [Fact]
    public async Task Name_that_is_not_in_the_encoding_of_the_database_is_read()
    {
        var latin = await database.Instance.NewDatabaseAsync("ENCODING 'LATIN1' LOCALE 'C' TEMPLATE template0");
        await database.Instance.InBytesAsync(latin, "LATIN1", "CREATE TABLE \"Kürs\" (a int DEFAULT length('ü')); COMMENT ON TABLE \"Kürs\" IS 'ü'; CREATE ROLE \"Schüler\"; ALTER TABLE \"Kürs\" OWNER TO \"Master User\"");
        var ascii = await database.Instance.NewDatabaseAsync("ENCODING 'SQL_ASCII' LOCALE 'C' TEMPLATE template0");
        await database.Instance.InBytesAsync(ascii, "SQL_ASCII", "CREATE TABLE \"Kürs\" (a int)");
        var login = RichDatabase.LoginTo(database.Instance.Cluster);

        Assert.Contains((await database.Reader.ReadAsync(login, latin, Ct)).Items, static item => item is { Kind: "table", Name: "public.\"Kürs\"" });
        Assert.Contains((await database.Reader.ReadAsync(login, ascii, Ct)).Items, static item => item is { Kind: "table", Name: "public.\"Kürs\"" });
        Assert.Contains((await database.Reader.ReadSharedAsync(login, Ct)).Items, static item => item is { Kind: "role", Name: "\"Schüler\"" });
        await database.Instance.AsAdminAsync("postgres", $"DROP DATABASE {latin}");
    }

    [Fact]
    public async Task Databases_are_entered_by_their_own_names_and_closed_ones_left_alone()
    {
        const string Quoted = "Mixed \"Case\"; closed";
        var sql = new NpgsqlCommandBuilder().QuoteIdentifier(Quoted);
        await database.Instance.AsMasterAsync("postgres", $"CREATE DATABASE {sql}");
        await database.Instance.AsMasterAsync("postgres", "CREATE DATABASE barred ALLOW_CONNECTIONS false");
        var login = RichDatabase.LoginTo(database.Instance.Cluster);

        var entered = InstanceDatabases.Entered(await database.Reader.ReadSharedAsync(login, Ct));

        Assert.Superset(new HashSet<string> { "postgres", RichDatabase.Name, Quoted, "template1" }, entered.ToHashSet());
        Assert.DoesNotContain(entered, static name => name is "rdsadmin" or "barred" or "template0");
        Assert.Null((await database.Reader.ReadAsync(login, Quoted, Ct)).Unavailable);
        await database.Instance.AsMasterAsync("postgres", $"DROP DATABASE {sql} WITH (FORCE)");
        await database.Instance.AsMasterAsync("postgres", "DROP DATABASE barred");
    }

    [Fact]
    public async Task What_comes_and_goes_between_two_readings_is_counted_as_a_write()
    {
        await database.ReadAsync();
        var before = database.Catalog;
        await database.ReadAsync();
        Assert.Equal(before.Writes, database.Catalog.Writes);

        await database.Instance.AsAdminAsync(RichDatabase.Name, "CREATE TABLE staging (a int); DROP TABLE staging");
        await database.ReadAsync();

        Assert.NotEqual(before.Writes, database.Catalog.Writes);
        Assert.Empty(CatalogComparison.Compare(before, before, database.Catalog).Differences);
    }

    [Fact]
    public async Task Object_that_was_made_anew_with_the_same_definition_has_another_version()
    {
        const string create = "CREATE VIEW public.plain AS SELECT 1 AS one";
        await database.Instance.AsAdminAsync(RichDatabase.Name, create);
        await database.ReadAsync();
        var before = database.Catalog.Items.Single(static item => item.Name == "public.plain");
        await database.Instance.AsAdminAsync(RichDatabase.Name, $"DROP VIEW public.plain; {create}");
        await database.ReadAsync();

        var after = database.Catalog.Items.Single(static item => item.Name == "public.plain");

        Assert.Equal(before.Value, after.Value);
        Assert.NotEqual(before.Version, after.Version);
    }
}
