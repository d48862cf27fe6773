using RestoreDrill.Core.Reading;
using RestoreDrill.Verification.Tests.Instances;
using static RestoreDrill.Verification.Tests.Instances.Waiting;

namespace RestoreDrill.Verification.Tests.Fingerprints;

public sealed class InterruptedReadingTests(RestoredInstance instance)
{
    // Copied compressed, so that it is made quickly; reading it unpacks 4 GB.
    private const string SlowTable =
        "CREATE TABLE one AS SELECT repeat('abcdefghij', 200000) AS body; CREATE TABLE t AS SELECT i, body FROM one, generate_series(1, 2000) i";

    // Never read to its end by itself.
    private const string EndlessTable = "CREATE TABLE endless AS SELECT '3600'::seconds AS a";

    private const string ReadingSessions = "SELECT count(*) FROM pg_stat_activity WHERE application_name = 'restoredrill' AND state = 'active' AND query LIKE '%record_send%'";

    private static readonly PostgresInstanceReader ByParts = new(TimeProvider.System, new ReaderOptions { FirstRangeBytes = 8192 });

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Table_that_takes_too_long_is_not_judged_with_the_server_s_words()
    {
        var database = await instance.NewDatabaseAsync();
        await instance.AsMasterAsync(database, SlowTable);
        var reader = new PostgresInstanceReader(TimeProvider.System, new ReaderOptions { StatementLimit = TimeSpan.FromMilliseconds(200) });

        var reading = await reader.ReadAsync(instance.Login, Listed(database, "t"), RestoredInstance.Seed, Ct);

        Assert.Equal((ReadingOutcome.NotJudged, 7L), (reading.Outcome, reading.Rows));
        Assert.Equal("57014: canceling statement due to statement timeout", reading.Reason);
    }

    [Fact]
    public async Task Cancelling_ends_the_query_on_the_server()
    {
        var database = await NewDatabaseAsync(EndlessTable);
        using var cancel = CancellationTokenSource.CreateLinkedTokenSource(Ct);

        var reading = instance.ReadAsync(database, "endless", ct: cancel.Token);
        await UntilAsync(async () => await instance.AskAdminAsync<long>("postgres", ReadingSessions) > 0);
        await cancel.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => reading);
        await UntilAsync(async () => await instance.AskAdminAsync<long>("postgres", ReadingSessions) == 0);
    }

    [Fact]
    public async Task Connection_that_is_ended_by_the_server_is_unreachable_and_no_reading()
    {
        var database = await NewDatabaseAsync(EndlessTable);

        var reading = instance.ReadAsync(database, "endless");
        await UntilAsync(async () => await instance.AskAdminAsync<long>("postgres", ReadingSessions) > 0);
        await instance.AsAdminAsync(
            "postgres", $"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'restoredrill' AND datname = '{database}'");

        var error = await Assert.ThrowsAsync<InstanceUnreachableException>(() => reading);
        Assert.Equal("57P01", error.SqlState);
        Assert.Contains($"reading {database}.public.endless", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(RestoredInstance.Password, error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Cancelling_gives_the_ranges_that_were_finished_and_ends_those_under_way()
    {
        var database = await NewDatabaseAsync($"{SlowTable}; {EndlessTable}");
        using var cancel = CancellationTokenSource.CreateLinkedTokenSource(Ct);
        var finished = new List<RangeReading>();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
        {
            await foreach (var range in ByParts.ReadAsync(instance.Login, Order(Listed(database, "t"), Listed(database, "endless")), cancel.Token))
            {
                finished.Add(range);
                await cancel.CancelAsync();
            }
        });

        Assert.InRange(finished.Count, 1, 20);
        Assert.All(finished, static range => Assert.Equal(ReadingOutcome.Read, range.Outcome));
        await UntilAsync(async () => await instance.AskAdminAsync<long>("postgres", ReadingSessions) == 0);
    }

    [Fact]
    public async Task Enumeration_that_is_given_up_ends_the_queries_on_the_server()
    {
        var database = await NewDatabaseAsync($"{SlowTable}; {EndlessTable}");

        await foreach (var range in ByParts.ReadAsync(instance.Login, Order(Listed(database, "t"), Listed(database, "endless")), Ct))
        {
            Assert.Equal(ReadingOutcome.Read, range.Outcome);
            break;
        }

        await UntilAsync(async () => await instance.AskAdminAsync<long>("postgres", ReadingSessions) == 0);
    }

    [Fact]
    public async Task Connection_that_breaks_gives_what_was_finished_and_the_rest_can_be_read_later()
    {
        // In its first block is a row that one connection does not come past.
        var database = await NewDatabaseAsync(
            """
            CREATE TABLE one AS SELECT repeat('abcdefghij', 100000) AS body;
            CREATE TABLE t WITH (fillfactor = 10) AS SELECT i, CASE i WHEN 1 THEN '3600'::seconds ELSE '0' END AS takes, body FROM one, generate_series(1, 60) i;
            """);
        var listed = Listed(database, "t");
        var finished = new List<RangeReading>();

        var error = await Assert.ThrowsAsync<InstanceUnreachableException>(async () =>
        {
            await foreach (var range in ByParts.ReadAsync(instance.Login, Order(listed), Ct))
            {
                finished.Add(range);
                await UntilAsync(async () => finished.Count > 1 || await instance.AskAdminAsync<bool>(
                    "postgres", $"SELECT coalesce(bool_or(pg_terminate_backend(pid)), false) FROM pg_stat_activity WHERE {SlowType.IsRead}"));
            }
        });
        await instance.AsMasterAsync(database, "UPDATE t SET takes = '0' WHERE i = 1");
        var rest = new List<RangeReading>();
        await foreach (var range in ByParts.ReadAsync(instance.Login, Order(new UnreadRelation(listed, [.. finished.Select(static range => range.Range)])), Ct))
        {
            rest.Add(range);
        }

        Assert.Equal("57P01", error.SqlState);
        Assert.Null(RelationReading.Of(listed, finished));
        Assert.Equal((await instance.ReadAsync(database, "t")).HashSum, RelationReading.Of(listed, [.. finished, .. rest])!.HashSum);
    }

    [Fact]
    public async Task Range_that_takes_too_long_is_named()
    {
        var database = await NewDatabaseAsync("CREATE TABLE t AS SELECT '3600'::seconds AS a FROM generate_series(1, 1000)");
        var reader = new PostgresInstanceReader(TimeProvider.System, new ReaderOptions { StatementLimit = TimeSpan.FromSeconds(5), FirstRangeBytes = 8192 });

        var reading = await reader.ReadAsync(instance.Login, Listed(database, "t") with { Bytes = 16384 }, RestoredInstance.Seed, Ct);

        Assert.Equal(ReadingOutcome.NotJudged, reading.Outcome);
        Assert.Matches("^57014: canceling statement due to statement timeout \\(reading blocks [0-9]+ to [0-9]+\\)$", reading.Reason);
    }

    [Fact]
    public async Task Table_locked_by_a_restored_prepared_transaction_is_not_judged()
    {
        var database = await instance.NewDatabaseAsync();
        await instance.AsMasterAsync(database, "CREATE TABLE t AS SELECT 1 AS a");
        await instance.AsMasterAsync(database, "BEGIN; LOCK TABLE t IN ACCESS EXCLUSIVE MODE; PREPARE TRANSACTION 'holds t'");
        var reader = new PostgresInstanceReader(TimeProvider.System, new ReaderOptions { LockLimit = TimeSpan.FromMilliseconds(100) });

        var inventory = await reader.ListAsync(instance.Login, Ct);
        var listed = Assert.Single(inventory.Relations, r => r.Name == new RelationName(database, "public", "t"));
        var reading = await reader.ReadAsync(instance.Login, listed, RestoredInstance.Seed, Ct);
        await instance.AsMasterAsync(database, "ROLLBACK PREPARED 'holds t'");

        Assert.Equal(ReadingOutcome.NotJudged, reading.Outcome);
        Assert.StartsWith("55P03: ", reading.Reason, StringComparison.Ordinal);
        Assert.Contains(inventory.Hazards, h => h is { Kind: "prepared transaction", Name: "holds t" } && h.Database == database);
    }

    [Fact]
    public async Task Table_that_vanished_after_listing_is_not_judged()
    {
        var database = await instance.NewDatabaseAsync();

        var reading = await instance.ReadAsync(database, "gone");

        Assert.Equal((ReadingOutcome.NotJudged, 7L), (reading.Outcome, reading.Rows));
        Assert.Contains("not there any more", reading.Reason, StringComparison.Ordinal);
    }

    private static ReadingOrder Order(params IEnumerable<ListedRelation> relations) => Order([.. relations.Select(static relation => new UnreadRelation(relation, []))]);

    private static ReadingOrder Order(params UnreadRelation[] relations) => new()
    {
        Relations = relations, Seed = RestoredInstance.Seed, Options = new ReadingOptions { Statement = TimeSpan.FromMilliseconds(100) },
    };

    private static ListedRelation Listed(string database, string table) => new(new RelationName(database, "public", table), RelationKind.Table, 7, 0);

    private async Task<string> NewDatabaseAsync(string tables)
    {
        var database = await instance.NewDatabaseAsync();
        await SlowType.MakeAsync(instance, database);
        await instance.AsMasterAsync(database, tables);
        return database;
    }
}
