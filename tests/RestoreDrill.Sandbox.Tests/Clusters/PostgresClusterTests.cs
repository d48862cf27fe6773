using Npgsql;
using RestoreDrill.Sandbox.Clusters;

namespace RestoreDrill.Sandbox.Tests.Clusters;

public sealed class PostgresClusterTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Temporary_server_answers_keeps_its_port_and_data_over_a_restart_and_leaves_nothing()
    {
        string directory;
        await using (var postgres = await TemporaryPostgres.StartAsync(Ct))
        {
            directory = Path.GetDirectoryName(postgres.Cluster.Options.Directory)!;
            var other = await postgres.CreateDatabaseAsync("Other \"one\"", Ct);
            await Query.RunAsync(other, "CREATE TABLE t AS SELECT 42 AS n");
            var port = postgres.Cluster.Port;

            await postgres.Cluster.StopAsync(Ct);
            Assert.False(postgres.Cluster.IsRunning);
            await Assert.ThrowsAsync<NpgsqlException>(() => Query.ScalarAsync<int>(other, "SELECT n FROM t"));
            await postgres.Cluster.StartAsync(Ct);

            Assert.Equal(port, postgres.Cluster.Port);
            Assert.Equal(42, await Query.ScalarAsync<int>(other, "SELECT n FROM t"));
            Assert.Equal("on", await Query.ScalarAsync<string>(other, "SHOW data_checksums"));
            Assert.Equal("127.0.0.1", await Query.ScalarAsync<string>(other, "SHOW listen_addresses"));
        }
        Assert.False(Directory.Exists(directory));
    }

    [Fact]
    public async Task Cluster_whose_port_was_taken_meanwhile_starts_on_another()
    {
        await using var first = await TemporaryPostgres.StartAsync(Ct);
        await using var second = await TemporaryPostgres.StartAsync(Ct);
        await second.Cluster.StopAsync(Ct);
        await using var moved = await PostgresCluster.OpenAsync(second.Cluster.Options with { Port = first.Cluster.Port }, Ct);

        await moved.StartAsync(Ct);

        Assert.NotEqual(first.Cluster.Port, moved.Port);
        await using var session = await moved.ConnectAsAdminAsync("test", Ct);
    }

    [Fact]
    public async Task Parameters_reach_the_server_but_not_those_that_would_open_it()
    {
        await using var postgres = await TemporaryPostgres.StartAsync(
            new Dictionary<string, string>
            {
                ["max_connections"] = "33", ["rds.logical_replication"] = "1", ["listen_addresses"] = "*", ["rds.note"] = @"it's %m \ [%p] ",
            },
            Ct);

        Assert.Equal("33", await Query.ScalarAsync<string>(postgres.ConnectionString, "SHOW max_connections"));
        Assert.Equal("1", await Query.ScalarAsync<string>(postgres.ConnectionString, "SHOW rds.logical_replication"));
        Assert.Equal(@"it's %m \ [%p] ", await Query.ScalarAsync<string>(postgres.ConnectionString, "SHOW rds.note"));
        Assert.Equal("127.0.0.1", await Query.ScalarAsync<string>(postgres.ConnectionString, "SHOW listen_addresses"));
        await Assert.ThrowsAsync<ArgumentException>(
            () => TemporaryPostgres.StartAsync(new Dictionary<string, string> { ["data_directory"] = "/elsewhere" }, Ct));
    }

    [Fact]
    public async Task Superuser_cannot_log_in_over_tcp()
    {
        await using var postgres = await TemporaryPostgres.StartAsync(Ct);
        var attempt = new NpgsqlConnectionStringBuilder(postgres.ConnectionString) { Username = PostgresCluster.AdminUser, Password = "x" };

        var refused = await Assert.ThrowsAsync<PostgresException>(() => Query.ScalarAsync<int>(attempt.ConnectionString, "SELECT 1"));

        Assert.Equal(PostgresErrorCodes.InvalidAuthorizationSpecification, refused.SqlState);
    }

    [Fact]
    public async Task Plain_server_reopened_by_directory_keeps_data_and_takes_the_new_password()
    {
        await using var scratch = await ScratchDirectory.MakeAsync();
        var options = new ClusterOptions { Directory = scratch.PathOf("store"), Durable = true };
        await using (var store = await PlainPostgres.StartAsync(options, "restoredrill", "one", "records", Ct))
        {
            await Query.RunAsync(store.ConnectionString, "CREATE TABLE kept (n int)");
            Assert.Equal("on", await Query.ScalarAsync<string>(store.ConnectionString, "SHOW fsync"));
        }
        NpgsqlConnection.ClearAllPools();

        await using var again = await PlainPostgres.StartAsync(options, "restoredrill", "two", "records", Ct);

        Assert.Equal(0L, await Query.ScalarAsync<long>(again.ConnectionString, "SELECT count(*) FROM kept"));
        var old = new NpgsqlConnectionStringBuilder(again.ConnectionString) { Password = "one" };
        var refused = await Assert.ThrowsAsync<PostgresException>(() => Query.ScalarAsync<int>(old.ConnectionString, "SELECT 1"));
        Assert.Equal(PostgresErrorCodes.InvalidPassword, refused.SqlState);
    }

    [Fact]
    public async Task Directory_that_the_servers_user_may_not_enter_works_all_the_same()
    {
        await using var scratch = await ScratchDirectory.MakeAsync();
        var closed = Directory.CreateDirectory(scratch.PathOf("closed"), UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);

        await using var store = await PlainPostgres.StartAsync(
            new ClusterOptions { Directory = Path.Combine(closed.FullName, "a directory", "store") }, "app", "secret", "app", Ct);

        Assert.Equal("app", await Query.ScalarAsync<string>(store.ConnectionString, "SELECT current_user::text"));
    }
}
