using RestoreDrill.Sandbox.Clusters;

namespace RestoreDrill.Sandbox.Tests.Clusters;

public sealed class CrashConsistentCopyTests
{
    private const string RowImages =
        "SELECT md5(string_agg(ctid::text || xmin::text || a::text, ',' ORDER BY ctid)) FROM account a";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Copy_taken_while_writers_run_is_consistent_and_their_sessions_survive()
    {
        await using var scratch = await ScratchDirectory.MakeAsync();
        await using var source = await TemporaryPostgres.StartAsync(Ct);
        await Transfers.PrepareAsync(source.ConnectionString);
        using var stop = new CancellationTokenSource();
        var writers = Enumerable.Range(1, 4).Select(n => Transfers.RunAsync(source.ConnectionString, new Random(n), stop.Token)).ToList();
        await Transfers.WaitForMoreAsync(source.ConnectionString, 200);

        var snapshot = await CrashConsistentCopy.TakeAsync(source.Cluster, scratch.PathOf("snapshot"), Ct);
        await Transfers.WaitForMoreAsync(source.ConnectionString, 200);
        await stop.CancelAsync();
        await Task.WhenAll(writers);

        Assert.True(snapshot.Frozen > TimeSpan.Zero, "A running server has to stand still for its copy.");
        Assert.False(File.Exists(Path.Combine(snapshot.Directory, "postmaster.pid")));
        await using var copy = await RestoreAsync(snapshot, scratch.PathOf("copy"));
        await using var session = await copy.ConnectAsAdminAsync("test", Ct);
        Assert.Equal(0L, await Query.ScalarAsync<long>(session, "SELECT sum(balance)::bigint FROM account"));
        Assert.True(await Query.ScalarAsync<bool>(session, """
            SELECT bool_and(balance = received) FROM account
            JOIN (SELECT account, sum(amount) AS received FROM transfer GROUP BY account) t ON t.account = id
            """));
        var copied = await Query.ScalarAsync<long>(session, "SELECT count(*) FROM transfer");
        Assert.InRange(copied, 200L, await Query.ScalarAsync<long>(source.ConnectionString, "SELECT count(*) FROM transfer") - 200L);
    }

    [Fact]
    public async Task Copy_keeps_row_versions_and_system_identifier_and_empties_unlogged_tables()
    {
        const string identity = "SELECT system_identifier FROM pg_control_system()";
        await using var scratch = await ScratchDirectory.MakeAsync();
        await using var source = await TemporaryPostgres.StartAsync(Ct);
        await Transfers.PrepareAsync(source.ConnectionString);
        await Query.RunAsync(source.ConnectionString, "UPDATE account SET balance = 0 WHERE id % 3 = 0; CREATE UNLOGGED TABLE u AS SELECT 1 AS n");
        var images = await Query.ScalarAsync<string>(source.ConnectionString, RowImages);

        var snapshot = await CrashConsistentCopy.TakeAsync(source.Cluster, scratch.PathOf("snapshot"), Ct);
        await Query.RunAsync(source.ConnectionString, "DELETE FROM account");

        await using var copy = await RestoreAsync(snapshot, scratch.PathOf("copy"));
        await using var session = await copy.ConnectAsAdminAsync("test", Ct);
        Assert.Equal(images, await Query.ScalarAsync<string>(session, RowImages));
        Assert.Equal(await Query.ScalarAsync<long>(source.ConnectionString, identity), await Query.ScalarAsync<long>(session, identity));
        Assert.Equal(0L, await Query.ScalarAsync<long>(session, "SELECT count(*) FROM u"));
    }

    [Fact]
    public async Task Snapshot_restored_twice_gives_two_clusters_that_run_at_once()
    {
        await using var scratch = await ScratchDirectory.MakeAsync();
        await using var source = await TemporaryPostgres.StartAsync(Ct);
        var snapshot = await CrashConsistentCopy.TakeAsync(source.Cluster, scratch.PathOf("snapshot"), Ct);

        await using var one = await RestoreAsync(snapshot, scratch.PathOf("one"));
        await using var two = await RestoreAsync(snapshot, scratch.PathOf("two"));

        Assert.Equal(3, new[] { source.Cluster.Port, one.Port, two.Port }.Distinct().Count());
        await Query.RunAsync(one.ConnectionFor("test", PasswordOf(source), "test").ConnectionString, "CREATE TABLE only_here (n int)");
        Assert.Equal(0L, await Query.ScalarAsync<long>(
            two.ConnectionFor("test", PasswordOf(source), "test").ConnectionString, "SELECT count(*) FROM pg_class WHERE relname = 'only_here'"));
    }

    [Fact]
    public async Task Snapshot_that_shares_its_files_outlives_the_other()
    {
        await using var scratch = await ScratchDirectory.MakeAsync();
        await using var source = await TemporaryPostgres.StartAsync(Ct);
        var first = await CrashConsistentCopy.TakeAsync(source.Cluster, scratch.PathOf("first"), Ct);
        await CrashConsistentCopy.ShareAtRestAsync(first.Directory, scratch.PathOf("second"), Ct);
        await PostgresCluster.RemoveAsync(first.Directory, Ct);

        await using var restored = await RestoreAsync(first with { Directory = scratch.PathOf("second") }, scratch.PathOf("restored"));

        Assert.Equal(1, await Query.ScalarAsync<int>(restored.ConnectionFor("test", PasswordOf(source), "test").ConnectionString, "SELECT 1"));
    }

    [Fact]
    public async Task Copy_of_a_stopped_cluster_starts()
    {
        await using var scratch = await ScratchDirectory.MakeAsync();
        await using var source = await TemporaryPostgres.StartAsync(Ct);
        await source.Cluster.StopAsync(Ct);

        var snapshot = await CrashConsistentCopy.TakeAsync(source.Cluster, scratch.PathOf("snapshot"), Ct);

        Assert.Equal(TimeSpan.Zero, snapshot.Frozen);
        await using var copy = await RestoreAsync(snapshot, scratch.PathOf("copy"));
        Assert.True(copy.IsRunning);
    }

    [Fact]
    public async Task Copy_never_overwrites_and_a_failed_one_leaves_the_server_running()
    {
        await using var scratch = await ScratchDirectory.MakeAsync();
        await using var source = await TemporaryPostgres.StartAsync(Ct);
        Directory.CreateDirectory(scratch.PathOf("snapshot"));

        await Assert.ThrowsAsync<IOException>(() => CrashConsistentCopy.TakeAsync(source.Cluster, scratch.PathOf("snapshot"), Ct));
        // A name longer than any file system takes.
        await Assert.ThrowsAsync<InvalidOperationException>(() => CrashConsistentCopy.TakeAsync(source.Cluster, scratch.PathOf(new string('x', 250)), Ct));

        Assert.Equal(1, await Query.ScalarAsync<int>(source.ConnectionString, "SELECT 1"));
    }

    [Fact]
    public async Task Cancelled_copy_leaves_the_server_running_and_no_file()
    {
        await using var scratch = await ScratchDirectory.MakeAsync();
        await using var source = await TemporaryPostgres.StartAsync(Ct);
        await Query.RunAsync(source.ConnectionString, "CREATE TABLE bulk AS SELECT repeat('x', 1000) FROM generate_series(1, 50000)");
        var cancelled = 0;
        for (var delay = 4; delay < 100; delay += 8)
        {
            using var soon = new CancellationTokenSource(TimeSpan.FromMilliseconds(delay));
            try
            {
                await CrashConsistentCopy.TakeAsync(source.Cluster, scratch.PathOf($"snapshot-{delay}"), soon.Token);
            }
            catch (OperationCanceledException)
            {
                cancelled++;
                Assert.Empty(Directory.GetDirectories(scratch.PathOf("."), $"snapshot-{delay}*"));
            }
            Assert.Equal(1, await Query.ScalarAsync<int>(source.ConnectionString, "SELECT 1"));
        }
        Assert.True(cancelled > 0, "No copy was slow enough to be cancelled.");
    }

    private static string PasswordOf(TemporaryPostgres postgres) => new Npgsql.NpgsqlConnectionStringBuilder(postgres.ConnectionString).Password!;

    private static async Task<PostgresCluster> RestoreAsync(ClusterSnapshot snapshot, string directory)
    {
        var copy = await PostgresCluster.FromSnapshotAsync(snapshot.Directory, new ClusterOptions { Directory = directory }, Ct);
        await copy.StartAsync(Ct);
        return copy;
    }
}
