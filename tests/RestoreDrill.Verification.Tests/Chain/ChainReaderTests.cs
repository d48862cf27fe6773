using System.Globalization;
using Npgsql;
using RestoreDrill.Core.Chain;
using RestoreDrill.Core.Reading;
using RestoreDrill.Core.Sandwich;
using RestoreDrill.Sandbox.Clusters;
using RestoreDrill.Verification.Tests.Instances;

namespace RestoreDrill.Verification.Tests.Chain;

/// <summary>Copies of a source that works on between them.</summary>
public sealed class ChainReaderTests(RestoredInstance instance) : IAsyncLifetime
{
    private const string Setting =
        """
        CREATE TABLE t AS SELECT i, repeat('x', 300) AS pad FROM generate_series(1, 2000) i;
        CREATE TABLE hot (i int PRIMARY KEY, n int) WITH (fillfactor = 50); INSERT INTO hot SELECT i, 0 FROM generate_series(1, 500) i;
        CREATE TABLE rewritten AS SELECT i FROM generate_series(1, 100) i
        """;

    private static readonly PostgresChainReader Reader = new(TimeProvider.System, new ReaderOptions { FirstRangeBytes = 16 * 8192 });
    private static readonly PostgresOldRowReader OldRows = new(TimeProvider.System);

    private readonly List<PostgresCluster> _copies = [];
    private string _database = "";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _database = await instance.NewDatabaseAsync();

    public async ValueTask DisposeAsync()
    {
        foreach (var copy in _copies)
        {
            await copy.KillAsync(CancellationToken.None);
        }
    }

    [Fact]
    public async Task Row_that_only_the_copy_between_lacks_is_found_and_nothing_that_the_source_did_is()
    {
        await instance.AsMasterAsync(_database, Setting);
        await using var running = await instance.Cluster.ConnectAsAdminAsync(_database, Ct);
        await ExecuteAsync(running, "BEGIN; INSERT INTO t VALUES (-1, 'not over when the first copy is taken'); DELETE FROM t WHERE i = 1900");
        var first = await CopyAsync();
        await ExecuteAsync(running, "COMMIT");
        await instance.AsMasterAsync(_database, "DELETE FROM t WHERE i <= 5; UPDATE hot SET n = 1 WHERE i <= 100; INSERT INTO t SELECT -100 - i, '' FROM generate_series(1, 50) i");
        await instance.AsMasterAsync(_database, "VACUUM (FREEZE) t");
        var second = await CopyAsync();
        await instance.AsMasterAsync(_database, "UPDATE hot SET n = 2 WHERE i = 1");
        await instance.AsMasterAsync(_database, "VACUUM FULL rewritten");
        var third = await CopyAsync();
        await using (var damaging = await _copies[1].ConnectAsAdminAsync(_database, Ct))
        {
            await ExecuteAsync(damaging, "DELETE FROM t WHERE i = 1000");
        }

        var begins = await ReadAsync(first);
        var between = await ReadAsync(second, begins);
        var found = await ReadAsync(third, between, begins);

        Assert.True(begins.Limit < between.Limit && between.Limit < found.Limit);
        Assert.All(begins.Ranges.Values.Concat(between.Ranges.Values), static ranges => Assert.All(ranges, static range => Assert.Equal(0, range.Comparison.GroupsContradicting)));
        var place = Assert.Single(found.Of("t").Contradictions);
        Assert.Equal(place.Shared - 1, place.Between);
        Assert.Equal(0, found.Of("hot").GroupsContradicting);
        Assert.Contains("was rewritten", Assert.Single(found.Of("rewritten").Reasons), StringComparison.Ordinal);
        Assert.Equal((0L, 100L), (found.Of("rewritten").RowsProven, found.Of("rewritten").RowsIncomparable));
        Assert.InRange(found.Of("t").RowsProven, 1900, 2043);
        Assert.InRange(found.Of("hot").RowsProven, 100, 499);
        // The row of the transaction that was not over is one of those deleted up to 5.
        Assert.Equal(2000L - 5 - 1 + 50, found.Of("t").RowsProven + found.Of("t").RowsNotJudged);
    }

    [Fact]
    public async Task Versions_of_one_content_by_two_transactions_have_different_sums()
    {
        await instance.AsMasterAsync(_database, "CREATE TABLE a AS SELECT 1 AS i; CREATE TABLE b AS SELECT 1 AS i");
        await instance.AsMasterAsync(_database, "CREATE TABLE c AS SELECT 1 AS i");
        await instance.AsAdminAsync(_database, "CHECKPOINT");

        var read = await ReadAsync(instance.Login);

        var sums = new[] { "a", "b", "c" }.Select(name => read.Groups[new RelationName(_database, "public", name)].All(0, 1)!.Value).ToList();
        // One statement string is one transaction.
        Assert.Equal(sums[0], sums[1]);
        Assert.NotEqual(sums[0], sums[2]);
    }

    [Fact]
    public async Task Each_limit_divides_rows_as_the_reading_of_old_rows_does_also_around_the_end_of_32_bits()
    {
        await instance.AsMasterAsync(_database, "CREATE TABLE a AS SELECT i FROM generate_series(1, 300) i");
        await instance.AsMasterAsync(_database, "INSERT INTO a SELECT i FROM generate_series(1, 40) i");
        var stance = Assert.Single(await OldRows.ListAsync(instance.Login, _database, Ct), static one => one.Name.Name == "a");
        var made = await instance.AskAdminAsync<long>(_database, "SELECT max(xmin::text::int8) FROM a");
        var own = (7UL << 32) + (ulong)made + 100;
        ulong[] limits = [(ulong)made, (ulong)made + 1, (ulong)made - 1, (ulong)made + int.MaxValue, (ulong)made + (1UL << 31) + 1, 3, 4294967295];
        foreach (var pair in limits.Chunk(2))
        {
            await foreach (var range in Reader.ReadAsync(instance.Login, Order([stance], [own, .. pair]), Ct))
            {
                Assert.Equal(340, range.Sums[0].Sum(static group => group.Rows));
                for (var i = 0; i < pair.Length; i++)
                {
                    Assert.Equal(await OldAsync(stance, pair[i]), range.Sums[i + 1].Sum(static group => group.Rows));
                }
            }
        }
    }

    [Fact]
    public async Task Relation_that_is_refused_is_not_read_with_the_server_s_words_and_begins_behind_what_was_read()
    {
        await instance.AsAdminAsync(_database, "CREATE TABLE kept AS SELECT i, repeat('x', 300) FROM generate_series(1, 1000) i; CREATE POLICY none ON kept USING (false); ALTER TABLE kept ENABLE ROW LEVEL SECURITY");
        var stance = Assert.Single(await OldRows.ListAsync(instance.Login, _database, Ct), static one => one.Name.Name == "kept");
        var order = Order([stance], [1000]) with { Tasks = [new OldRowTask(stance, 1, [new BlockRange(0, 4)])] };

        var refused = new List<ChainGroups>();
        await foreach (var range in Reader.ReadAsync(instance.Login, order, Ct))
        {
            refused.Add(range);
        }

        Assert.NotEmpty(refused);
        Assert.All(refused, static one => Assert.Equal((ReadingOutcome.NotJudged, true), (one.Outcome, one.Range.First >= 4)));
        Assert.All(refused, static one => Assert.Contains("42501", one.Reason, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Limit_that_the_server_refuses_is_a_problem_with_its_words()
    {
        await instance.AsAdminAsync("postgres", "REVOKE EXECUTE ON FUNCTION pg_control_checkpoint() FROM PUBLIC");

        var (limit, problem) = await Reader.TakeLimitAsync(instance.Login, Ct);
        await instance.AsAdminAsync("postgres", "GRANT EXECUTE ON FUNCTION pg_control_checkpoint() TO PUBLIC");

        Assert.Null(limit);
        Assert.Contains("permission denied for function pg_control_checkpoint", problem, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => Reader.ReadAsync(instance.Login, Order([], []), Ct));
        Assert.Throws<ArgumentException>(() => Reader.ReadAsync(instance.Login, Order([], [1UL << 32]), Ct));
    }

    private static async Task ExecuteAsync(NpgsqlConnection connection, string sql)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(Ct);
    }

    private static ChainOrder Order(IEnumerable<RelationStance> stances, IReadOnlyList<ulong> limits) => new()
    {
        Tasks = [.. stances.Select(static stance => new OldRowTask(stance, 1, []))],
        Limits = limits,
        Seed = RestoredInstance.Seed,
        Statement = TimeSpan.FromSeconds(2),
        Connections = 2,
    };

    private async Task<ReadCopy> ReadAsync(InstanceLogin login, ReadCopy? middle = null, ReadCopy? earlier = null)
    {
        var limit = (await Reader.TakeLimitAsync(login, Ct)).Limit!.Value;
        var stances = (await OldRows.ListAsync(login, _database, Ct)).Where(static stance => stance.Name.Schema == "public").ToDictionary(static stance => stance.Name);
        var ranges = new Dictionary<RelationName, List<ChainRange>>();
        await foreach (var range in Reader.ReadAsync(login, Order(stances.Values, [limit, .. new[] { middle, earlier }.OfType<ReadCopy>().Select(static copy => copy.Limit)]), Ct))
        {
            Assert.True(range.Outcome == ReadingOutcome.Read, range.Reason);
            var reason = middle?.Stances[range.Relation].DiffersFrom(stances[range.Relation]);
            var reachesBack = reason is null && earlier is not null && earlier.Stances[range.Relation].DiffersFrom(stances[range.Relation]) is null;
            if (!ranges.TryGetValue(range.Relation, out var list))
            {
                ranges.Add(range.Relation, list = []);
            }

            list.Add(ChainComparing.Of(range, reason is null ? middle?.Groups[range.Relation] : null, reachesBack ? earlier!.Groups[range.Relation] : null, reason));
        }

        return new ReadCopy(_database, limit, stances, ranges);
    }

    private async Task<int> OldAsync(RelationStance stance, ulong limit)
    {
        var order = new OldRowOrder { Tasks = [new OldRowTask(stance, 1, [])], Limit = new OldRowLimit(limit, "0/0", default), Seed = RestoredInstance.Seed };
        var rows = 0;
        await foreach (var range in OldRows.ReadAsync(instance.Login, order, Ct))
        {
            rows += range.Groups.Sum(static group => group.Rows);
        }

        return rows;
    }

    /// <summary>A server on a copy of the source as it is now.</summary>
    private async Task<InstanceLogin> CopyAsync()
    {
        var folder = Path.Combine(
            Path.GetDirectoryName(instance.Cluster.Options.Directory)!, string.Create(CultureInfo.InvariantCulture, $"chain{_copies.Count}"));
        var snapshot = await CrashConsistentCopy.TakeAsync(instance.Cluster, folder + "-snapshot", Ct);
        var copy = await PostgresCluster.FromSnapshotAsync(
            snapshot.Directory,
            new ClusterOptions { Directory = folder, Certificate = instance.Cluster.Options.Certificate, Parameters = new Dictionary<string, string>(instance.Cluster.Parameters) },
            Ct);
        _copies.Add(copy);
        await copy.StartAsync(Ct);
        return RestoredInstance.LoginTo(copy);
    }

    /// <summary>What was read of a copy, and how it compares.</summary>
    private sealed record ReadCopy(string Database, ulong Limit, Dictionary<RelationName, RelationStance> Stances, Dictionary<RelationName, List<ChainRange>> Ranges)
    {
        /// <summary>By way of the stored form, as a drill gets them.</summary>
        public Dictionary<RelationName, LinkGroups> Groups { get; } = Ranges.ToDictionary(
            static relation => relation.Key,
            static relation => LinkGroups.Joined(
            [
                .. relation.Value.Select(static range => (
                    range.Range, range.Grain, GroupBytes.Read(range.BytesOf(range.Own)), range.Young.Count == 0 ? null : GroupBytes.Read(range.BytesOf(range.Young)))),
            ]));

        public ChainComparison Of(string table) => Ranges[new RelationName(Database, "public", table)].Select(static range => range.Comparison).Aggregate(static (sum, part) => sum.And(part));
    }
}
