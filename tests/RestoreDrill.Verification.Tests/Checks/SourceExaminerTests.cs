using System.Diagnostics;
using Npgsql;
using RestoreDrill.Core.Drilling;
using RestoreDrill.Core.Protection;
using RestoreDrill.Core.Reading;
using RestoreDrill.Verification.Tests.Instances;

namespace RestoreDrill.Verification.Tests.Checks;

public sealed class SourceExaminerTests(RestoredInstance instance) : IAsyncLifetime
{
    private static readonly Expectation Number = new() { AtLeast = 1 };
    private static readonly Expectation Text = new() { EqualTo = "x" };
    private static readonly Expectation Moment = new() { NewerThan = TimeSpan.FromHours(1) };
    private static readonly Expectation Nothing = new() { NoRows = true };

    private readonly PostgresSourceExaminer _examiner = new(TimeProvider.System);
    private string _database = "";

    public async ValueTask InitializeAsync()
    {
        _database = await instance.NewDatabaseAsync();
        await instance.AsMasterAsync(_database, "CREATE TABLE t (n int, at timestamptz, name text); CREATE DOMAIN positive AS int CHECK (VALUE > 0); CREATE SEQUENCE s");
    }

    public async ValueTask DisposeAsync()
    {
        await instance.AsAdminAsync("postgres", $"DROP DATABASE {_database} WITH (FORCE); DROP ROLE IF EXISTS source_reader");
        GC.SuppressFinalize(this);
    }

    public static TheoryData<string, string, string> Judgeable() => new()
    {
        { "SELECT count(*) FROM t", nameof(Number), "1 column of type bigint" },
        { "SELECT 1::positive", nameof(Number), "1 column of type integer" },
        { "SELECT max(at) FROM t;", nameof(Moment), "1 column of type timestamp with time zone" },
        { "SELECT name FROM t", nameof(Text), "1 column of type text" },
        { "SELECT ARRAY[1,2]", nameof(Text), "1 column of type integer[]" },
        { "SELECT * FROM t WHERE n < 0", nameof(Nothing), "3 columns" },
        { "SHOW server_version", nameof(Text), "1 column of type text" },
    };

    public static TheoryData<string, string, string> Faulty() => new()
    {
        { "SELEC 1", nameof(Number), "42601: syntax error" },
        { "SELECT count(*) FROM not_there", nameof(Number), "42P01: relation \"not_there\" does not exist" },
        { "SELECT m FROM t", nameof(Number), "42703: column \"m\" does not exist" },
        { "SELECT 1; SELECT 2", nameof(Number), "42601: cannot insert multiple commands" },
        { "SELECT n, n FROM t", nameof(Number), "2 columns; a check gives one" },
        { "SELECT name FROM t", nameof(Number), "a column of type text; a number can be compared" },
        { "SELECT n FROM t", nameof(Moment), "a column of type integer; a timestamp or a date can be compared" },
        { "CREATE TABLE left_behind ()", nameof(Nothing), "the statement gives no result; a check is a query" },
        { "SELECT n FROM t WHERE n = $1", nameof(Number), "the statement has a parameter" },
        { "COPY t TO STDOUT", nameof(Number), "the statement gives no result" },
        { "-- nothing", nameof(Nothing), "the statement gives no result; a check is a query" },
        { " ", nameof(Nothing), "no statement; a check is a query" },
    };

    [Theory]
    [MemberData(nameof(Judgeable))]
    public async Task Query_whose_answer_can_be_judged_is_described(string sql, string expected, string found) =>
        Assert.Equal(new CheckForm(true, found), await DescribeAsync(sql, Of(expected)));

    [Theory]
    [MemberData(nameof(Faulty))]
    public async Task Query_that_would_be_an_error_in_a_drill_is_told_before_it(string sql, string expected, string found)
    {
        var form = await DescribeAsync(sql, Of(expected));

        Assert.False(form.CanBeJudged);
        Assert.StartsWith(found, form.Found, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Missing_database_is_told()
    {
        var form = await _examiner.DescribeAsync(instance.Login, Options(), Check("SELECT 1", Number) with { Database = "not_there" }, default);

        Assert.False(form.CanBeJudged);
        Assert.Contains("3D000", form.Found, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Query_is_not_run()
    {
        var started = Stopwatch.GetTimestamp();

        Assert.True((await DescribeAsync("SELECT 1 FROM pg_sleep(600)", Number)).CanBeJudged);
        Assert.True((await DescribeAsync("SELECT nextval('s')", Number)).CanBeJudged);
        Assert.True((await DescribeAsync("INSERT INTO t VALUES (1) RETURNING n", Number)).CanBeJudged);

        Assert.True(Stopwatch.GetElapsedTime(started) < TimeSpan.FromSeconds(60));
        Assert.False(await instance.AskAdminAsync<bool>(_database, "SELECT is_called FROM s"));
        Assert.Equal(0L, await instance.AskAdminAsync<long>(_database, "SELECT count(*) FROM t"));
    }

    [Fact]
    public async Task Locked_table_is_not_waited_for_longer_than_the_login_may()
    {
        await using var locking = new NpgsqlConnection(instance.Server.ConnectionStringTo(_database));
        await locking.OpenAsync();
        await using (var command = new NpgsqlCommand("BEGIN; LOCK TABLE t", locking))
        {
            await command.ExecuteNonQueryAsync();
        }

        var form = await _examiner.DescribeAsync(instance.Login, Options() with { LockWait = TimeSpan.FromMilliseconds(100) }, Check("SELECT n FROM t", Number), default);

        Assert.False(form.CanBeJudged);
        Assert.StartsWith("55P03", form.Found, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_stays_locked()
    {
        Assert.True((await DescribeAsync("SELECT n FROM t", Number)).CanBeJudged);

        await instance.AsMasterAsync(_database, "SET lock_timeout = '2s'; ALTER TABLE t ADD COLUMN later int");
    }

    [Fact]
    public async Task Login_is_told_what_it_may_not_enter_or_read()
    {
        await instance.AsAdminAsync(_database, "CREATE ROLE source_reader LOGIN PASSWORD 'read'; CREATE SCHEMA \"Own\"; CREATE TABLE \"Own\".u ()");
        var login = instance.Login with { User = "source_reader", Password = MasterPassword.Of("read") };

        var catalog = await _examiner.LookAsync(login, Options(), [], default);
        Assert.Contains(_database, catalog.Databases);
        Assert.Equal((0L, null), (catalog.Unreadable, catalog.FirstUnreadable));
        Assert.Matches("^1[0-9][.]", catalog.ServerVersion);

        var rows = await _examiner.LookAsync(login, Options() with { Reads = SourceReading.OldRowsTwice }, [], default);
        Assert.True(rows.Unreadable >= 2);
        Assert.NotNull(rows.FirstUnreadable);

        await instance.AsAdminAsync(_database, $"GRANT pg_read_all_data TO source_reader; REVOKE CONNECT ON DATABASE {_database} FROM PUBLIC");
        var granted = await _examiner.LookAsync(login, Options() with { Reads = SourceReading.OldRows }, [], default);
        Assert.Equal((0L, null), (granted.Unreadable, granted.FirstUnreadable));
        Assert.DoesNotContain(_database, granted.Databases);

        // The server is shared with tests whose databases refuse everybody.
        Assert.Single(granted.Refused, refused => refused.StartsWith($"{_database} (42501: permission denied for database", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Tables_under_row_security_and_names_of_nothing_are_told()
    {
        await instance.AsAdminAsync(_database, "CREATE ROLE secured_reader LOGIN PASSWORD 'read' IN ROLE pg_read_all_data; CREATE TABLE secured (); ALTER TABLE secured ENABLE ROW LEVEL SECURITY; CREATE TABLE parent (n int) PARTITION BY LIST (n)");
        var login = instance.Login with { User = "secured_reader", Password = MasterPassword.Of("read") };
        string[] names = [$"{_database}.public.secured", $"{_database}.public.parent", $"{_database}.public.nothing", $"{_database}.pg_catalog.pg_largeobject", "nowhere.public.t"];

        var found = await _examiner.LookAsync(login, Options() with { Reads = SourceReading.OldRows }, names, default);

        Assert.True(found.RowSecured >= 1);
        Assert.NotNull(found.FirstRowSecured);
        Assert.Equal([$"{_database}.public.nothing", $"{_database}.public.parent", "nowhere.public.t"], found.Missing.Order(StringComparer.Ordinal).OrderBy(static name => name == "nowhere.public.t"));

        await instance.AsAdminAsync(_database, "ALTER ROLE secured_reader BYPASSRLS");
        Assert.Equal(0, (await _examiner.LookAsync(login, Options() with { Reads = SourceReading.OldRows }, [], default)).RowSecured);
    }

    [Fact]
    public async Task Login_with_another_password_is_unreachable()
    {
        var login = instance.Login with { Password = MasterPassword.Of("another") };

        var look = await Assert.ThrowsAsync<InstanceUnreachableException>(() => _examiner.LookAsync(login, Options(), [], default));
        Assert.Equal("28P01", look.SqlState);
        await Assert.ThrowsAsync<InstanceUnreachableException>(() => _examiner.DescribeAsync(login, Options(), Check("SELECT 1", Number), default));
    }

    private static Expectation Of(string name) => name switch
    {
        nameof(Number) => Number,
        nameof(Text) => Text,
        nameof(Moment) => Moment,
        nameof(Nothing) => Nothing,
        _ => throw new ArgumentOutOfRangeException(nameof(name), name, null),
    };

    private Task<CheckForm> DescribeAsync(string sql, Expectation expected) => _examiner.DescribeAsync(instance.Login, Options(), Check(sql, expected), default);

    private UserCheck Check(string sql, Expectation expected) => new() { Name = "c", Database = _database, Sql = sql, Expect = expected };

    private SourceReaderOptions Options() => new() { User = RestoredInstance.Master, PasswordFile = "unused", RootCertificate = instance.Login.RootCertificate };
}
