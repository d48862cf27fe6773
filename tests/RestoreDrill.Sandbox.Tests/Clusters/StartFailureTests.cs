using RestoreDrill.Sandbox.Clusters;

namespace RestoreDrill.Sandbox.Tests.Clusters;

public sealed class StartFailureTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("no_such_parameter", "1", "no_such_parameter")]
    [InlineData("max_connections", "many", "max_connections")]
    [InlineData("max_connections", "-5", "outside the valid range")]
    [InlineData("shared_preload_libraries", "no_such_library", "no_such_library")]
    [InlineData("shared_buffers", "900TB", "shared_buffers")]
    public async Task Wrong_parameter_is_named_in_the_servers_words(string name, string value, string said)
    {
        await using var postgres = await TemporaryPostgres.StartAsync(Ct);
        await postgres.Cluster.StopAsync(Ct);
        postgres.Cluster.Parameters = new Dictionary<string, string> { [name] = value };

        var failure = await Assert.ThrowsAsync<PostgresStartException>(() => postgres.Cluster.StartAsync(Ct));

        Assert.Equal(StartFailure.Parameters, failure.Failure);
        Assert.Contains(said, failure.Reason, StringComparison.Ordinal);
        postgres.Cluster.Parameters = new Dictionary<string, string>();
        await postgres.Cluster.StartAsync(Ct);
        Assert.Equal(1, await Query.ScalarAsync<int>(postgres.ConnectionString, "SELECT 1"));
    }

    [Theory]
    [InlineData("max_prepared_transactions", "5", "CREATE TABLE t (n int); BEGIN; INSERT INTO t VALUES (1); PREPARE TRANSACTION 'p'",
        "maximum number of prepared transactions reached")]
    [InlineData("wal_level", "logical", "SELECT pg_create_logical_replication_slot('s', 'pgoutput')", "wal_level")]
    public async Task Parameters_too_low_for_the_snapshot_are_told_apart(string name, string value, string prepare, string said)
    {
        await using var scratch = await ScratchDirectory.MakeAsync();
        var high = new Dictionary<string, string> { [name] = value };
        await using var source = await TemporaryPostgres.StartAsync(high, Ct);
        await using (var admin = await source.Cluster.ConnectAsAdminAsync("test", Ct))
        {
            await Query.RunAsync(admin, prepare);
        }
        var snapshot = await CrashConsistentCopy.TakeAsync(source.Cluster, scratch.PathOf("snapshot"), Ct);

        await using var low = await PostgresCluster.FromSnapshotAsync(snapshot.Directory, new ClusterOptions { Directory = scratch.PathOf("low") }, Ct);
        var failure = await Assert.ThrowsAsync<PostgresStartException>(() => low.StartAsync(Ct));

        Assert.Equal(StartFailure.ParametersTooLowForData, failure.Failure);
        Assert.Contains(said, failure.Reason, StringComparison.Ordinal);
        await using var same = await PostgresCluster.FromSnapshotAsync(
            snapshot.Directory, new ClusterOptions { Directory = scratch.PathOf("same"), Parameters = high }, Ct);
        await same.StartAsync(Ct);
        Assert.True(same.IsRunning);
    }

    [Fact]
    public async Task Damaged_data_directory_is_named_as_such()
    {
        await using var postgres = await TemporaryPostgres.StartAsync(Ct);
        await postgres.Cluster.StopAsync(Ct);
        foreach (var segment in Directory.GetFiles(Path.Combine(postgres.Cluster.DataDirectory, "pg_wal")))
        {
            File.Delete(segment);
        }

        var failure = await Assert.ThrowsAsync<PostgresStartException>(() => postgres.Cluster.StartAsync(Ct));

        Assert.Equal(StartFailure.Data, failure.Failure);
        Assert.Contains("could not locate a valid checkpoint record", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Second_server_on_the_same_data_is_refused()
    {
        await using var postgres = await TemporaryPostgres.StartAsync(Ct);
        await using var second = await PostgresCluster.OpenAsync(postgres.Cluster.Options with { LeavingDeadline = TimeSpan.FromSeconds(1) }, Ct);

        var failure = await Assert.ThrowsAsync<PostgresStartException>(() => second.StartAsync(Ct));

        Assert.Equal(StartFailure.InUse, failure.Failure);
        Assert.Equal(1, await Query.ScalarAsync<int>(postgres.ConnectionString, "SELECT 1"));
    }
}
