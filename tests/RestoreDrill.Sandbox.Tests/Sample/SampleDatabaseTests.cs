using Npgsql;
using RestoreDrill.Sandbox.Clusters;
using RestoreDrill.Sandbox.Sample;
using RestoreDrill.Sandbox.Tests.Clusters;

namespace RestoreDrill.Sandbox.Tests.Sample;

public sealed class SampleDatabaseTests
{
    private const string Password = "sample-test-password";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Same_seed_gives_the_same_rows_in_every_table_and_another_seed_others()
    {
        var filled = await Task.WhenAll(DigestsAsync(seed: 7), DigestsAsync(seed: 7), DigestsAsync(seed: 8));
        var (first, again, other) = (filled[0], filled[1], filled[2]);

        Assert.Equal(first, again);
        Assert.NotEqual(first["courses.public.submissions_2025_q3"], other["courses.public.submissions_2025_q3"]);
        Assert.NotEqual(first["billing.public.invoices"], other["billing.public.invoices"]);
        Assert.InRange(first.Values.Sum(d => d.Rows), 4_500, 6_500);
        Assert.Equal(0, first["courses.public.waiting_list"].Rows);
        Assert.Equal(100, first["courses.Übungen.Größe & Maß"].Rows);
    }

    [Fact]
    public async Task Master_fills_the_sample_and_keeps_no_right_to_read_it()
    {
        await using var postgres = await StartAsync();
        var master = new NpgsqlConnectionStringBuilder(postgres.ConnectionString);
        await SampleDatabase.FillAsync(master, SampleSize.Small, 1, Ct);

        Assert.Equal(0L, await Query.ScalarAsync<long>(postgres.ConnectionString, """
            SELECT count(*) FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
            WHERE c.relkind IN ('r', 'p', 'v', 'm', 'S') AND n.nspname NOT LIKE 'pg\_%' AND n.nspname <> 'information_schema'
              AND (c.relowner <> 'app'::regrole OR c.relkind IN ('r', 'p', 'm') AND has_table_privilege(c.oid, 'SELECT'))
            """));
        var denied = await Assert.ThrowsAsync<PostgresException>(() => Query.ScalarAsync<long>(postgres.ConnectionString, "SELECT count(*) FROM students"));
        Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, denied.SqlState);
        Assert.Equal(600L, await Query.ScalarAsync<long>(SampleDatabase.AppConnection(master).ConnectionString, "SELECT count(*) FROM students"));
    }

    [Fact]
    public async Task Sample_has_what_a_restore_can_lose()
    {
        await using var postgres = await StartAsync();
        var master = new NpgsqlConnectionStringBuilder(postgres.ConnectionString);
        await SampleDatabase.FillAsync(master, SampleSize.Small, 1, Ct);
        await using var app = await Query.OpenAsync(SampleDatabase.AppConnection(master).ConnectionString);

        Assert.Equal(12L, await Query.ScalarAsync<long>(app, "SELECT count(*) FROM pg_largeobject_metadata"));
        Assert.Equal(8L, await Query.ScalarAsync<long>(app, "SELECT count(*) FROM pg_class WHERE relispartition AND relkind = 'r'"));
        Assert.True(await Query.ScalarAsync<bool>(app, "SELECT relrowsecurity FROM pg_class WHERE oid = 'projects'::regclass"));
        Assert.True(await Query.ScalarAsync<bool>(app, "SELECT pg_relation_size(reltoastrelid) > 0 FROM pg_class WHERE oid = 'projects'::regclass"));
        Assert.True(await Query.ScalarAsync<bool>(app, "SELECT count(*) > 0 FROM course_statistics"));
        Assert.Equal("u", await Query.ScalarAsync<string>(app, "SELECT relpersistence::text FROM pg_class WHERE oid = 'sessions'::regclass"));
        Assert.True(await Query.ScalarAsync<bool>(app, "SELECT last_value >= 4000 FROM ticket_number"));
    }

    [Fact]
    public async Task Full_size_has_more_than_300000_rows()
    {
        await using var postgres = await StartAsync();
        var master = new NpgsqlConnectionStringBuilder(postgres.ConnectionString);
        var started = TimeProvider.System.GetTimestamp();
        await SampleDatabase.FillAsync(master, SampleSize.Full, 1, Ct);
        TestContext.Current.TestOutputHelper!.WriteLine($"Filled in {TimeProvider.System.GetElapsedTime(started).TotalSeconds:0.0} s.");

        await using var admin = await postgres.Cluster.ConnectAsAdminAsync(SampleDatabase.Courses, Ct);
        var rows = 0L;
        foreach (var table in await TablesAsync(admin))
        {
            rows += await Query.ScalarAsync<long>(admin, $"SELECT count(*) FROM {table.Quoted}");
        }
        Assert.InRange(rows, 300_000, 400_000);
    }

    private static Task<TemporaryPostgres> StartAsync() => TemporaryPostgres.StartLikeRdsAsync("master", Password, "courses", Ct);

    private static async Task<Dictionary<string, (long Rows, string Digest)>> DigestsAsync(int seed)
    {
        var digests = new Dictionary<string, (long, string)>();
        await using var postgres = await StartAsync();
        await SampleDatabase.FillAsync(new NpgsqlConnectionStringBuilder(postgres.ConnectionString), SampleSize.Small, seed, Ct);
        foreach (var database in (string[])[SampleDatabase.Courses, SampleDatabase.Billing])
        {
            await using var admin = await postgres.Cluster.ConnectAsAdminAsync(database, Ct);
            foreach (var table in await TablesAsync(admin))
            {
                var digest = await Query.ScalarAsync<string>(admin, $"SELECT count(*) || ' ' || coalesce(md5(string_agg(t::text, '|' ORDER BY ctid)), '') FROM {table.Quoted} t");
                var space = digest.IndexOf(' ', StringComparison.Ordinal);
                digests[$"{database}.{table.Plain}"] = (long.Parse(digest.AsSpan(0, space), System.Globalization.CultureInfo.InvariantCulture), digest[space..]);
            }
        }
        return digests;
    }

    private static async Task<List<(string Plain, string Quoted)>> TablesAsync(NpgsqlConnection session)
    {
        var tables = new List<(string, string)>();
        await using var command = new NpgsqlCommand(
            "SELECT schemaname || '.' || tablename, format('%I.%I', schemaname, tablename) FROM pg_tables JOIN pg_class c ON c.oid = format('%I.%I', schemaname, tablename)::regclass "
            + "WHERE schemaname NOT IN ('pg_catalog', 'information_schema') AND c.relkind = 'r'", session);
        await using var reader = await command.ExecuteReaderAsync(Ct);
        while (await reader.ReadAsync(Ct))
        {
            tables.Add((reader.GetString(0), reader.GetString(1)));
        }
        return tables;
    }
}
