using RestoreDrill.Core.Reading;
using RestoreDrill.Verification.Tests.Instances;

namespace RestoreDrill.Verification.Tests.Listing;

/// <summary>Each test has a server of its own, whose master was given nothing yet.</summary>
public sealed class ReadingRightsTests : IAsyncLifetime
{
    private const string School = RestoredInstance.Database;
    private RestoredInstance instance = null!;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => instance = await RestoredInstance.StartAsync();

    public ValueTask DisposeAsync() => instance.DisposeAsync();

    [Fact]
    public async Task Table_of_an_application_s_role_is_refused_before_and_read_after_earning()
    {
        await instance.AsAdminAsync(School, "CREATE ROLE app; CREATE SCHEMA priv AUTHORIZATION app; CREATE TABLE priv.t AS SELECT 1 AS a; ALTER TABLE priv.t OWNER TO app");

        var before = await instance.ReadAsync(School, "t", schema: "priv");
        var inventory = await instance.Reader.ListAsync(instance.Login, Ct);
        var after = await instance.ReadAsync(School, "t", schema: "priv");

        Assert.Equal((ReadingOutcome.NotJudged, "42501: permission denied for schema priv"), (before.Outcome, before.Reason));
        Assert.Equal(["Granted role \"pg_read_all_data\" to \"Master User\" on the restored instance, to read tables that others own."], inventory.EarnedRights);
        Assert.Equal((ReadingOutcome.Read, 1L), (after.Outcome, after.Rows));
    }

    [Theory]
    [InlineData("ENABLE", 1)]
    [InlineData("FORCE", 2)]
    public async Task Table_under_row_security_is_read_in_full_after_earning(string security, int steps)
    {
        await instance.AsAdminAsync(
            School,
            $"""
            CREATE ROLE "App Role"; CREATE TABLE "T t" AS SELECT i FROM generate_series(1, 10) i; ALTER TABLE "T t" OWNER TO "App Role";
            CREATE POLICY late ON "T t" USING (i > 8); ALTER TABLE "T t" ENABLE ROW LEVEL SECURITY; ALTER TABLE "T t" {security} ROW LEVEL SECURITY;
            GRANT SELECT ON "T t" TO PUBLIC;
            """);

        var before = await instance.ReadAsync(School, "T t");
        var inventory = await instance.Reader.ListAsync(instance.Login, Ct);
        var after = await instance.ReadAsync(School, "T t");

        Assert.Equal(ReadingOutcome.NotJudged, before.Outcome);
        Assert.StartsWith("42501: query would be affected by row-level security policy", before.Reason, StringComparison.Ordinal);
        Assert.Equal((ReadingOutcome.Read, 10L), (after.Outcome, after.Rows));
        Assert.Equal(1 + steps, inventory.EarnedRights.Count);
        Assert.Contains("\"App Role\"", inventory.EarnedRights[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Earning_again_changes_nothing()
    {
        await instance.AsAdminAsync(
            School, "CREATE ROLE app; CREATE TABLE t (i int); ALTER TABLE t OWNER TO app; ALTER TABLE t ENABLE ROW LEVEL SECURITY; ALTER TABLE t FORCE ROW LEVEL SECURITY");
        const string state = "SELECT (SELECT string_agg(m::text, ' ' ORDER BY m::text) FROM pg_auth_members m) || (SELECT string_agg(xmin::text, ' ' ORDER BY oid) FROM pg_class)";

        var first = await instance.Reader.ListAsync(instance.Login, Ct);
        var between = await instance.AskAdminAsync<string>(School, state);
        var second = await instance.Reader.ListAsync(instance.Login, Ct);

        Assert.Equal(3, first.EarnedRights.Count);
        Assert.Empty(second.EarnedRights);
        Assert.Equal(between, await instance.AskAdminAsync<string>(School, state));
        Assert.Equal(first.Relations, second.Relations);
    }

    [Fact]
    public async Task What_takes_the_rights_back_brings_everything_to_what_it_was()
    {
        await instance.AsAdminAsync(
            School, """CREATE ROLE "App ""Role"; CREATE TABLE t (i int); ALTER TABLE t OWNER TO "App ""Role"; ALTER TABLE t ENABLE ROW LEVEL SECURITY; ALTER TABLE t FORCE ROW LEVEL SECURITY""");
        const string state = "SELECT (SELECT count(*) FROM pg_auth_members WHERE member = (SELECT oid FROM pg_roles WHERE rolname = 'Master User')) || (SELECT string_agg(relforcerowsecurity::text, ' ' ORDER BY oid) FROM pg_class)";
        var before = await instance.AskAdminAsync<string>(School, state);

        var inventory = await instance.Reader.ListAsync(instance.Login, Ct);

        Assert.NotEqual(before, await instance.AskAdminAsync<string>(School, state));
        Assert.Equal(
            ["ALTER TABLE ONLY \"public\".\"t\" FORCE ROW LEVEL SECURITY;  -- in database school", "REVOKE \"App \"\"Role\" FROM \"Master User\";", "REVOKE \"pg_read_all_data\" FROM \"Master User\";"],
            inventory.TakeBack);
        await instance.AsAdminAsync(School, string.Join('\n', inventory.TakeBack));
        Assert.Equal(before, await instance.AskAdminAsync<string>(School, state));
    }

    [Fact]
    public async Task Table_that_stays_unreadable_is_not_judged_with_the_reason_and_its_estimate()
    {
        // Membership in a superuser cannot be granted by anybody but a superuser.
        await instance.AsAdminAsync(
            School, "CREATE TABLE t AS SELECT i FROM generate_series(1, 1234) i; ALTER TABLE t ENABLE ROW LEVEL SECURITY; ALTER TABLE t FORCE ROW LEVEL SECURITY");
        await instance.AsAdminAsync(School, "ANALYZE t");

        var inventory = await instance.Reader.ListAsync(instance.Login, Ct);
        var listed = Assert.Single(inventory.Relations, r => r.Name.Name == "t");
        var reading = await instance.Reader.ReadAsync(instance.Login, listed, RestoredInstance.Seed, Ct);

        Assert.Single(inventory.EarnedRights);
        Assert.Equal((ReadingOutcome.NotJudged, 1234L), (reading.Outcome, reading.Rows));
        Assert.StartsWith("42501: ", reading.Reason, StringComparison.Ordinal);
        Assert.Null(reading.HashSum);
    }

    [Fact]
    public async Task Without_pg_read_all_data_the_owners_of_unreadable_tables_are_joined()
    {
        await instance.AsAdminAsync(
            School,
            """
            UPDATE pg_authid SET rolname = 'not_there' WHERE rolname = 'pg_read_all_data';
            CREATE ROLE app; CREATE ROLE app_schema; CREATE SCHEMA priv AUTHORIZATION app_schema; CREATE TABLE priv.t AS SELECT 1 AS a; ALTER TABLE priv.t OWNER TO app;
            """);

        var inventory = await instance.Reader.ListAsync(instance.Login, Ct);
        var reading = await instance.ReadAsync(School, "t", schema: "priv");

        Assert.Equal(2, inventory.EarnedRights.Count);
        Assert.True(reading is { Outcome: ReadingOutcome.Read, Rows: 1 }, reading.Reason);
    }
}
