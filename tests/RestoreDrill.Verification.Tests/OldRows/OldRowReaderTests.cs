using Npgsql;
using RestoreDrill.Core.Drilling;
using RestoreDrill.Core.Reading;
using RestoreDrill.Core.Sandwich;
using RestoreDrill.Verification.Tests.Instances;

namespace RestoreDrill.Verification.Tests.OldRows;

public sealed class OldRowReaderTests(RestoredInstance instance)
{
    private const string Thousand = "CREATE TABLE t AS SELECT i, repeat('x', 500) AS pad FROM generate_series(1, 1000) i";

    // The first range of a source is an eighth of this: one block.
    private static readonly ReaderOptions FromOneBlock = new() { FirstRangeBytes = 8 * 8192 };

    private static readonly PostgresOldRowReader Reader = new(TimeProvider.System, FromOneBlock);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Rows_made_before_the_limit_are_old_and_those_of_transactions_that_run_or_come_later_are_not()
    {
        var database = await instance.NewDatabaseAsync();
        await instance.AsMasterAsync(database, Thousand);
        await using var running = await OpenAsync(database);
        await ExecuteAsync(running, "BEGIN; INSERT INTO t VALUES (-1, 'running when the limit was taken')");
        await instance.AsMasterAsync(database, "INSERT INTO t VALUES (-2, 'after one that runs')");

        var limit = await Reader.TakeLimitAsync(instance.Login, Ct);
        var first = await ReadAsync(database, limit);
        await ExecuteAsync(running, "COMMIT");
        await instance.AsMasterAsync(database, "UPDATE t SET pad = '' WHERE i <= 10; DELETE FROM t WHERE i BETWEEN 11 AND 15");
        var second = await ReadAsync(database, limit);
        await instance.AsMasterAsync(database, "VACUUM (FREEZE) t");
        var frozen = await ReadAsync(database, limit);

        Assert.Equal(1000, Rows(first));
        Assert.Equal(985, Rows(second));
        Assert.Equal(GroupBytes.Write(Groups(second)), GroupBytes.Write(Groups(frozen)));
        Assert.Matches("^[0-9A-F]+/[0-9A-F]+$", limit.Lsn);
        Assert.InRange((DateTimeOffset.UnixEpoch - limit.TakenAt).Duration(), TimeSpan.Zero, TimeSpan.FromDays(365 * 100));
    }

    [Fact]
    public async Task Sums_of_groups_are_those_of_the_fingerprint_whatever_the_grain_and_the_ranges()
    {
        var database = await instance.NewDatabaseAsync();
        await instance.AsMasterAsync(database, Thousand);
        await instance.AsMasterAsync(database, "DELETE FROM t WHERE i BETWEEN 300 AND 400");
        var limit = await Reader.TakeLimitAsync(instance.Login, Ct);

        var fine = await ReadAsync(database, limit);
        var coarse = await ReadAsync(database, limit, grain: 16);
        var rest = await ReadAsync(database, limit, grain: 16, read: [.. coarse.Select(static groups => groups.Range).Skip(1)]);

        var whole = await instance.SumAsync(database, "t");
        Assert.InRange(fine.Count, 4, 67);
        Assert.All(new[] { fine, coarse, [.. coarse.Skip(1), .. rest] }, groups =>
        {
            Assert.Equal(unchecked((long)(ulong)(whole & ulong.MaxValue)), groups.SelectMany(static range => range.Groups).Aggregate(0L, static (sum, group) => unchecked(sum + group.HashSum)));
            Assert.Equal(899, Rows(groups));
        });
        Assert.Equal(GroupBytes.Write(Groups(coarse)), GroupBytes.Write(Groups([.. coarse.Skip(1), .. rest])));
        Assert.True(Groups(fine).IsWhole && Groups(coarse).IsWhole);
        Assert.All(coarse, static range => Assert.True(range.Range.First % 16 == 0 && range.Range.Count % 16 == 0, range.Range.ToString()));
        Assert.Equal(5, Groups(coarse).Count);
    }

    [Fact]
    public async Task Hashes_of_groups_add_up_to_their_sums()
    {
        var database = await instance.NewDatabaseAsync();
        await instance.AsMasterAsync(database, Thousand);
        await instance.AsMasterAsync(database, "DELETE FROM t WHERE i BETWEEN 300 AND 400");
        var limit = await Reader.TakeLimitAsync(instance.Login, Ct);
        var groups = Groups(await ReadAsync(database, limit, grain: 2));
        long[] wanted = [33, 0, 12, 11, 700];

        var hashes = new List<GroupHashes>();
        await foreach (var group in Reader.ReadHashesAsync(instance.Login, new RelationName(database, "public", "t"), 2, wanted, limit, RestoredInstance.Seed, Ct))
        {
            hashes.Add(group);
        }

        Assert.Equal(wanted, hashes.Select(static group => group.Group));
        Assert.All(hashes, group => Assert.Equal(groups[group.Group], new GroupSum(group.Hashes.Length, MissingRows.Sum(group.Hashes.Span))));
        Assert.Equal(5, hashes.Count(static group => group.Outcome == ReadingOutcome.Read));
        Assert.True(groups[12]!.Value.Rows == 0 && groups[33]!.Value.Rows > 0);
    }

    [Fact]
    public async Task Relation_without_blocks_gives_nothing_and_is_whole()
    {
        var database = await instance.NewDatabaseAsync();
        await instance.AsMasterAsync(database, "CREATE TABLE t (a int)");

        var read = await ReadAsync(database, await Reader.TakeLimitAsync(instance.Login, Ct));

        Assert.Empty(read);
        Assert.True(RelationGroups.Of(1, 0, read).IsWhole);
    }

    [Fact]
    public async Task Login_that_may_only_read_lists_and_reads_and_one_that_may_not_is_told_so()
    {
        var database = await instance.NewDatabaseAsync();
        await instance.AsMasterAsync(
            database,
            $"{Thousand}; CREATE SCHEMA own; CREATE TABLE own.t AS SELECT 1 AS a; SELECT lo_from_bytea(0, 'x'); CREATE ROLE auditor LOGIN PASSWORD 'only-reads-1'; CREATE ROLE nobody LOGIN PASSWORD 'only-reads-1'");
        await instance.AsAdminAsync("postgres", "GRANT pg_read_all_data TO auditor");
        var (auditor, nobody) = (
            instance.Login with { User = "auditor", Password = MasterPassword.Of("only-reads-1") }, instance.Login with { User = "nobody", Password = MasterPassword.Of("only-reads-1") });

        var limit = await Reader.TakeLimitAsync(auditor, Ct);
        var listed = await Reader.ListAsync(auditor, database, Ct);
        var read = await ReadAsync(auditor, Order(limit, listed));
        var refused = await ReadAsync(nobody, Order(limit, await Reader.ListAsync(nobody, database, Ct)));

        Assert.Equal(["t", "pg_largeobject", "t"], listed.Select(static stance => stance.Name.Name));
        Assert.Equal((await Reader.ListAsync(instance.Login, database, Ct)).Select(WithoutEstimate), listed.Select(WithoutEstimate));
        Assert.Equal(1002, Rows(read));
        Assert.Equal(3, refused.Count);
        Assert.All(refused, static groups => Assert.Equal(ReadingOutcome.NotJudged, groups.Outcome));
        Assert.All(refused, static groups => Assert.StartsWith("42501: permission denied", groups.Reason, StringComparison.Ordinal));
        await instance.AsMasterAsync("postgres", "DROP ROLE auditor; DROP ROLE nobody");
    }

    [Fact]
    public async Task Statement_that_waits_for_a_lock_ends_the_reading_of_its_relation_only()
    {
        var database = await instance.NewDatabaseAsync();
        await instance.AsMasterAsync(database, $"{Thousand}; CREATE TABLE locked AS SELECT 1 AS a");
        var limit = await Reader.TakeLimitAsync(instance.Login, Ct);
        var listed = await Reader.ListAsync(instance.Login, database, Ct);
        await using var locking = await OpenAsync(database);
        await ExecuteAsync(locking, "BEGIN; LOCK TABLE locked IN ACCESS EXCLUSIVE MODE");

        var order = Order(limit, listed) with { LockWait = TimeSpan.FromMilliseconds(30) };
        var read = (await ReadAsync(instance.Login, order)).ToLookup(static groups => groups.Relation.Name);

        var locked = Assert.Single(read["locked"]);
        Assert.Equal(1000, Rows(read["t"]));
        Assert.Equal(ReadingOutcome.NotJudged, locked.Outcome);
        Assert.StartsWith("55P03: ", locked.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Statement_that_takes_too_long_ends_the_reading_of_its_relation_only()
    {
        var database = await instance.NewDatabaseAsync();
        await SlowType.MakeAsync(instance, database);
        await instance.AsMasterAsync(database, $"{Thousand}; CREATE TABLE slow AS SELECT '3600'::seconds AS a");
        var limit = await Reader.TakeLimitAsync(instance.Login, Ct);

        var order = Order(limit, await Reader.ListAsync(instance.Login, database, Ct)) with { Statement = TimeSpan.FromMilliseconds(500) };
        var read = (await ReadAsync(instance.Login, order)).ToLookup(static groups => groups.Relation.Name);

        var slow = Assert.Single(read["slow"]);
        Assert.Equal(1000, Rows(read["t"]));
        Assert.Equal(ReadingOutcome.NotJudged, slow.Outcome);
        Assert.StartsWith("57014: canceling statement due to statement timeout (reading blocks ", slow.Reason, StringComparison.Ordinal);
        Assert.InRange(slow.Took, order.Statement * 9, TimeSpan.FromMinutes(1));
    }

    [Fact]
    public async Task Connection_rests_between_statements_without_a_transaction()
    {
        var database = await instance.NewDatabaseAsync();
        await instance.AsMasterAsync(database, "CREATE TABLE t AS SELECT i, repeat('abcdefghij', 2000) AS body FROM generate_series(1, 8000) i");
        var order = Order(await Reader.TakeLimitAsync(instance.Login, Ct), await Reader.ListAsync(instance.Login, database, Ct)) with { DutyCycle = 0.2 };
        var rested = TimeSpan.Zero;
        var states = new List<string>();
        var clock = new PausingClock(async rest =>
        {
            rested += rest;
            states.Add(await instance.AskAdminAsync<string>(
                "postgres",
                $"SELECT coalesce(string_agg(state || ' ' || (xact_start IS NULL) || ' ' || (backend_xmin IS NULL), ','), '') FROM pg_stat_activity WHERE application_name = 'restoredrill' AND datname = '{database}'"));
        });

        var read = await ReadAsync(instance.Login, order, new PostgresOldRowReader(clock, FromOneBlock));

        var worked = read.Aggregate(TimeSpan.Zero, static (sum, groups) => sum + groups.Took) - read[^1].Took;
        Assert.Equal(8000, Rows(read));
        Assert.True(read.Count > 4, $"{read.Count} ranges");
        Assert.True(rested >= worked * 4, $"worked {worked} and rested {rested}");
        Assert.InRange(states.Count, read.Count - 1, read.Count * 2);
        Assert.All(states, static state => Assert.Equal("idle true true", state));
    }

    [Fact]
    public async Task Stint_that_is_over_begins_no_more_ranges()
    {
        var database = await instance.NewDatabaseAsync();
        await instance.AsMasterAsync(database, Thousand);
        var limit = await Reader.TakeLimitAsync(instance.Login, Ct);
        var listed = (await Reader.ListAsync(instance.Login, database, Ct)).Single(static stance => stance.Name.Name == "t");
        var read = new List<BlockGroups>();
        var stints = 0;
        while (!RelationGroups.Of(2, listed.Blocks, read).IsWhole)
        {
            var order = Order(limit, []) with { Tasks = [new OldRowTask(listed, 2, [.. read.Select(static groups => groups.Range)])], Stint = TimeSpan.Zero };
            read.Add(Assert.Single(await ReadAsync(instance.Login, order)));
            stints++;
        }

        Assert.InRange(stints, 3, 40);
        Assert.Equal(1000, Rows(read));
    }

    [Fact]
    public async Task Group_is_read_by_a_scan_of_its_blocks_alone()
    {
        var database = await instance.NewDatabaseAsync();
        await instance.AsMasterAsync(database, $"{Thousand}; CREATE INDEX ON t (i); ANALYZE t; ALTER DATABASE {database} SET enable_tidscan = off; ALTER DATABASE {database} SET enable_nestloop = off");
        var plan = await Explained.OldRowsAsync(instance.Login, new RelationName(database, "public", "t"), first: 10, end: 20, Ct);

        Assert.Contains("Tid Range Scan on t", plan, StringComparison.Ordinal);
        Assert.Contains("loops=10", plan, StringComparison.Ordinal);
        Assert.Contains("Buffers: shared hit=10", plan, StringComparison.Ordinal);
        Assert.DoesNotContain("Seq Scan", plan, StringComparison.Ordinal);
        Assert.DoesNotContain("JIT", plan, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1000UL, 999u, true)]
    [InlineData(1000UL, 1000u, false)]
    [InlineData(1000UL, 1001u, false)]
    [InlineData(1000UL, 3u, true)]
    // Ids of the bootstrap and of rows frozen before 9.4.
    [InlineData(1000UL, 1u, true)]
    [InlineData(1000UL, 2u, true)]
    [InlineData(4294967290UL, 2u, true)]
    [InlineData(2147483660UL, 2u, true)]
    // Around the end of the 32 bits, and with the epoch that only the limit has.
    [InlineData((7UL << 32) + 5, 4294967290u, true)]
    [InlineData((7UL << 32) + 5, 4u, true)]
    [InlineData((7UL << 32) + 5, 6u, false)]
    [InlineData(4294967290UL, 5u, false)]
    [InlineData(4294967290UL, 4294967289u, true)]
    // Two thousand million older is the most that 32 bits can tell; beyond that a frozen row passes for a young one, on every server alike.
    [InlineData(3000000000UL, 852516353u, true)]
    [InlineData(3000000000UL, 852516352u, false)]
    public async Task Id_of_a_transaction_is_older_than_the_limit_as_the_server_counts(ulong limit, uint xid, bool isOld) =>
        Assert.Equal(isOld, await Explained.IsOldAsync(instance.Login, new OldRowLimit(limit, "0/0", default), xid, Ct));

    [Fact]
    public async Task Limit_that_the_server_refuses_names_the_user_and_its_words()
    {
        await instance.AsAdminAsync("postgres", "REVOKE EXECUTE ON FUNCTION pg_current_snapshot() FROM PUBLIC");
        var error = await Assert.ThrowsAsync<InstanceUnreachableException>(() => Reader.TakeLimitAsync(instance.Login, Ct));
        await instance.AsAdminAsync("postgres", "GRANT EXECUTE ON FUNCTION pg_current_snapshot() TO PUBLIC");

        Assert.Equal("42501", error.SqlState);
        Assert.StartsWith("Taking the limit of old rows at localhost:", error.Message, StringComparison.Ordinal);
        Assert.Contains("permission denied for function pg_current_snapshot", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(RestoredInstance.Password, error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Limit_that_is_no_transaction_or_a_duty_that_is_no_share_is_refused()
    {
        var order = Order(new OldRowLimit(1UL << 32, "0/0", default), []);

        Assert.Throws<ArgumentException>(() => Reader.ReadAsync(instance.Login, order, Ct));
        Assert.Throws<ArgumentException>(() => Reader.ReadAsync(instance.Login, order with { Limit = order.Limit with { Xid = 700 }, DutyCycle = 0 }, Ct));
        Assert.Throws<ArgumentException>(() => Reader.ReadAsync(instance.Login, order with { Limit = order.Limit with { Xid = 700 }, DutyCycle = 1.1 }, Ct));
    }

    private static OldRowOrder Order(OldRowLimit limit, IEnumerable<RelationStance> relations) => new()
    {
        Tasks = [.. relations.Select(static stance => new OldRowTask(stance, 1, []))], Limit = limit, Seed = RestoredInstance.Seed,
    };

    private async Task<List<BlockGroups>> ReadAsync(string database, OldRowLimit limit, int grain = 1, params BlockRange[] read)
    {
        var stance = (await Reader.ListAsync(instance.Login, database, Ct)).Single(static stance => stance.Name.Name == "t");
        return await ReadAsync(instance.Login, Order(limit, []) with { Tasks = [new OldRowTask(stance, grain, read)] });
    }

    private static async Task<List<BlockGroups>> ReadAsync(InstanceLogin login, OldRowOrder order, PostgresOldRowReader? by = null)
    {
        var read = new List<BlockGroups>();
        await foreach (var groups in (by ?? Reader).ReadAsync(login, order, Ct))
        {
            read.Add(groups);
        }

        return read;
    }

    private static long Rows(IEnumerable<BlockGroups> read) => read.Sum(static groups => groups.Groups.Sum(static group => (long)group.Rows));

    private static RelationGroups Groups(List<BlockGroups> read) => RelationGroups.Of(read[0].Grain, read.Max(static groups => groups.Range.End!.Value), read);

    private async Task<NpgsqlConnection> OpenAsync(string database)
    {
        var connection = new NpgsqlConnection(instance.Server.ConnectionStringTo(database));
        await connection.OpenAsync(Ct);
        return connection;
    }

    /// <summary>The estimate is another one when the server has analysed the table in between.</summary>
    private static RelationStance WithoutEstimate(RelationStance stance) => stance with { EstimatedRows = null };

    private static async Task ExecuteAsync(NpgsqlConnection connection, string sql)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(Ct);
    }
}
