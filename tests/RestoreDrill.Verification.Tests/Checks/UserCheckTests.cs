using RestoreDrill.Core.Protection;
using RestoreDrill.Core.Verdicts;
using RestoreDrill.Verification.Tests.Instances;

namespace RestoreDrill.Verification.Tests.Checks;

public sealed class UserCheckTests(RestoredInstance instance)
{
    private static readonly DateTimeOffset DataTime = new(2026, 2, 27, 12, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("SELECT 42", "42", CheckOutcome.Passed)]
    [InlineData("SELECT 42;", "42", CheckOutcome.Passed)]
    [InlineData("SELECT 42 -- the answer", "42", CheckOutcome.Passed)]
    [InlineData("SELECT 41", "42", CheckOutcome.Failed)]
    [InlineData("SELECT 1.50::numeric", "1.50", CheckOutcome.Passed)]
    [InlineData("SELECT 1.5::numeric", "1.50", CheckOutcome.Failed)]
    [InlineData("SELECT true", "true", CheckOutcome.Passed)]
    [InlineData("SELECT 't'::text", "t", CheckOutcome.Passed)]
    [InlineData("SELECT 'Zürich'", "Zürich", CheckOutcome.Passed)]
    [InlineData("SELECT ''", "", CheckOutcome.Passed)]
    [InlineData("SELECT NULL::text", "", CheckOutcome.Failed)]
    [InlineData("SELECT '2026-01-02 03:04:05+02'::timestamptz", "2026-01-02 01:04:05+00", CheckOutcome.Passed)]
    [InlineData("SELECT ARRAY[1,2]", "{1,2}", CheckOutcome.Passed)]
    [InlineData("SHOW TimeZone", "UTC", CheckOutcome.Passed)]
    public async Task EqualTo_compares_the_answer_as_text(string sql, string expected, CheckOutcome outcome) =>
        Assert.Equal(outcome, (await AskAsync(sql, new Expectation { EqualTo = expected })).Outcome);

    [Theory]
    [InlineData("SELECT 10", CheckOutcome.Passed, CheckOutcome.Passed)]
    [InlineData("SELECT 11::bigint", CheckOutcome.Passed, CheckOutcome.Failed)]
    [InlineData("SELECT 9.999", CheckOutcome.Failed, CheckOutcome.Passed)]
    [InlineData("SELECT 1e3::float8", CheckOutcome.Passed, CheckOutcome.Failed)]
    [InlineData("SELECT 1e100::numeric", CheckOutcome.Passed, CheckOutcome.Failed)]
    [InlineData("SELECT (-1e100)::numeric", CheckOutcome.Failed, CheckOutcome.Passed)]
    [InlineData("SELECT 'NaN'::numeric", CheckOutcome.Failed, CheckOutcome.Failed)]
    [InlineData("SELECT NULL::int", CheckOutcome.Failed, CheckOutcome.Failed)]
    [InlineData("SELECT 1 WHERE false", CheckOutcome.Failed, CheckOutcome.Failed)]
    [InlineData("SELECT '10'::text", CheckOutcome.Errored, CheckOutcome.Errored)]
    [InlineData("SELECT now()", CheckOutcome.Errored, CheckOutcome.Errored)]
    [InlineData("SELECT 10, 10", CheckOutcome.Errored, CheckOutcome.Errored)]
    [InlineData("SELECT * FROM generate_series(10, 2000000)", CheckOutcome.Errored, CheckOutcome.Errored)]
    public async Task AtLeast_and_AtMost_compare_numbers(string sql, CheckOutcome atLeastTen, CheckOutcome atMostTen)
    {
        Assert.Equal(atLeastTen, (await AskAsync(sql, new Expectation { AtLeast = 10 })).Outcome);
        Assert.Equal(atMostTen, (await AskAsync(sql, new Expectation { AtMost = 10 })).Outcome);
    }

    [Theory]
    [InlineData("SELECT 5", CheckOutcome.Passed)]
    [InlineData("SELECT 10.0", CheckOutcome.Passed)]
    [InlineData("SELECT 4.99", CheckOutcome.Failed)]
    [InlineData("SELECT 10.01", CheckOutcome.Failed)]
    [InlineData("SELECT 1e100::numeric", CheckOutcome.Failed)]
    [InlineData("SELECT 'NaN'::float8", CheckOutcome.Failed)]
    [InlineData("SELECT '7'::text", CheckOutcome.Errored)]
    public async Task AtLeast_and_AtMost_together_compare_with_both(string sql, CheckOutcome outcome) =>
        Assert.Equal(outcome, (await AskAsync(sql, new Expectation { AtLeast = 5, AtMost = 10 })).Outcome);

    [Theory]
    [InlineData("SELECT 1 WHERE false", CheckOutcome.Passed, "no rows")]
    [InlineData("SELECT 1, 2 WHERE false", CheckOutcome.Passed, "no rows")]
    [InlineData("SELECT 1", CheckOutcome.Failed, "1 row")]
    [InlineData("SELECT NULL", CheckOutcome.Failed, "1 row")]
    [InlineData("SELECT * FROM generate_series(1, 3)", CheckOutcome.Failed, "more than 1 row")]
    [InlineData("SET TimeZone = 'UTC'", CheckOutcome.Errored, "the statement gives no result; a check is a query")]
    [InlineData("COPY (SELECT 1) TO STDOUT", CheckOutcome.Errored, "the statement is no query (COPY); a check is a query")]
    [InlineData("SELECT $1::int", CheckOutcome.Errored, "the statement has a parameter, as $1, that nothing fills; a check is complete")]
    public async Task NoRows_passes_only_on_a_query_without_rows(string sql, CheckOutcome outcome, string found)
    {
        var result = await AskAsync(sql, new Expectation { NoRows = true });

        Assert.Equal((outcome, found), (result.Outcome, result.Found));
    }

    [Theory]
    [InlineData("SELECT '2026-02-27 10:00:00+00'::timestamptz", CheckOutcome.Passed)]
    [InlineData("SELECT '2026-02-27 15:00:00.123456+05'::timestamptz", CheckOutcome.Passed)]
    [InlineData("SELECT '2026-02-27 09:59:59+00'::timestamptz", CheckOutcome.Failed)]
    [InlineData("SELECT '2026-02-27 11:00:00'::timestamp", CheckOutcome.Passed)]
    [InlineData("SELECT '2026-02-27 09:00:00'::timestamp", CheckOutcome.Failed)]
    [InlineData("SELECT '2026-02-28'::date", CheckOutcome.Passed)]
    [InlineData("SELECT '2026-02-27'::date", CheckOutcome.Failed)]
    [InlineData("SELECT 'infinity'::timestamptz", CheckOutcome.Failed)]
    [InlineData("SELECT '0044-03-15 BC'::date", CheckOutcome.Failed)]
    [InlineData("SELECT '12026-01-01'::timestamptz", CheckOutcome.Failed)]
    [InlineData("SELECT NULL::timestamptz", CheckOutcome.Failed)]
    [InlineData("SELECT '2026-02-27 11:00:00+00'::text", CheckOutcome.Errored)]
    public async Task NewerThan_counts_back_from_the_data_s_own_time(string sql, CheckOutcome outcome)
    {
        var result = await AskAsync(sql, new Expectation { NewerThan = TimeSpan.FromHours(2) });

        Assert.True(outcome == result.Outcome, result.Found);
    }

    [Theory]
    [InlineData("SELEC 1", "42601: syntax error")]
    [InlineData("SELECT * FROM not_there", "42P01: relation \"not_there\" does not exist")]
    [InlineData("SELECT 1/0", "22012: division by zero")]
    [InlineData("CREATE TABLE left_behind ()", "25006: cannot execute CREATE TABLE in a read-only transaction")]
    [InlineData("COMMIT; SET SESSION CHARACTERISTICS AS TRANSACTION READ WRITE; CREATE TABLE left_behind ()", "42601: cannot insert multiple commands")]
    [InlineData("SELECT 1; SELECT 1", "42601: cannot insert multiple commands")]
    public async Task Statement_that_fails_is_errored_with_the_server_s_words(string sql, string found)
    {
        var result = await AskAsync(sql, new Expectation { NoRows = true });

        Assert.Equal(CheckOutcome.Errored, result.Outcome);
        Assert.StartsWith(found, result.Found, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Statement_that_ends_its_own_session_is_errored()
    {
        var result = await AskAsync("SELECT pg_terminate_backend(pg_backend_pid())", new Expectation { NoRows = true });

        Assert.Equal(CheckOutcome.Errored, result.Outcome);
        Assert.StartsWith("its session ended, twice, while the server answers others (57P01: ", result.Found, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("-- nothing")]
    public async Task Statement_that_asks_nothing_is_errored(string sql) =>
        Assert.Equal(CheckOutcome.Errored, (await AskAsync(sql, new Expectation { NoRows = true })).Outcome);

    [Fact]
    public async Task Query_over_its_time_is_timed_out()
    {
        var result = await AskAsync("SELECT pg_sleep(600)", new Expectation { NoRows = true }, TimeSpan.FromMilliseconds(150));

        Assert.Equal(CheckOutcome.TimedOut, result.Outcome);
        Assert.InRange(result.Took, TimeSpan.FromMilliseconds(100), TimeSpan.FromSeconds(60));
    }

    [Fact]
    public async Task Database_that_is_not_there_is_errored()
    {
        var result = await instance.Reader.CheckAsync(
            instance.Login, Check("SELECT 1", new Expectation { EqualTo = "1" }) with { Database = "nowhere" }, DataTime, TestContext.Current.CancellationToken);

        Assert.Equal(CheckOutcome.Errored, result.Outcome);
        Assert.Contains("3D000", result.Found, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Expectation_of_nothing_is_errored() => Assert.Equal(CheckOutcome.Errored, (await AskAsync("SELECT 1", new Expectation())).Outcome);

    [Fact]
    public async Task Result_tells_question_expectation_and_answer()
    {
        var result = await AskAsync("SELECT 3", new Expectation { AtLeast = 5 });

        Assert.Equal("user:enough", result.Id);
        Assert.Contains("SELECT 3", result.Question, StringComparison.Ordinal);
        Assert.Equal(("at least 5", "3", CheckOutcome.Failed), (result.Expected, result.Found, result.Outcome));
    }

    [Fact]
    public async Task Result_has_the_level_of_its_check()
    {
        var check = Check("SELECT 3", new Expectation { AtLeast = 5 }) with { Level = CheckLevel.Warn };

        var result = await instance.Reader.CheckAsync(instance.Login, check, DataTime, TestContext.Current.CancellationToken);

        Assert.Equal((CheckLevel.Warn, true), (result.Level, result.Warns));
    }

    [Fact]
    public async Task Query_uses_the_database_s_own_search_path()
    {
        var database = await instance.NewDatabaseAsync();
        await instance.AsMasterAsync(database, $"CREATE SCHEMA app; CREATE TABLE app.t AS SELECT 5 AS a; ALTER DATABASE {database} SET search_path = app");

        var result = await instance.Reader.CheckAsync(
            instance.Login, Check("SELECT a FROM t", new Expectation { EqualTo = "5" }) with { Database = database }, DataTime, TestContext.Current.CancellationToken);

        Assert.True(result.Outcome == CheckOutcome.Passed, result.Found);
    }

    private Task<CheckResult> AskAsync(string sql, Expectation expect, TimeSpan? timeout = null) =>
        instance.Reader.CheckAsync(
            instance.Login, Check(sql, expect) with { Timeout = timeout ?? TimeSpan.FromSeconds(20) }, DataTime, TestContext.Current.CancellationToken);

    private static UserCheck Check(string sql, Expectation expect) =>
        new() { Name = "enough", Database = RestoredInstance.Database, Sql = sql, Expect = expect };
}
