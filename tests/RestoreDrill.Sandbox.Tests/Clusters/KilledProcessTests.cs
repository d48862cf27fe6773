using System.Globalization;
using RestoreDrill.Sandbox.Clusters;

namespace RestoreDrill.Sandbox.Tests.Clusters;

/// <summary>What is left when a process that runs or copies clusters is killed with -9. The killed one is a real process: <see cref="Killed"/>.</summary>
public sealed class KilledProcessTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Server_ends_with_the_killed_process_that_started_it_and_leaves_no_file()
    {
        await using var killed = await Killed.StartAsync(nameof(Killed.Starts_a_server));
        var (postmaster, directory) = (int.Parse(killed.Answer[0], CultureInfo.InvariantCulture), killed.Answer[1]);
        Assert.True(Liveness.IsAlive(postmaster));
        Assert.True(Directory.Exists(directory));

        await killed.KillAsync();

        await Eventually.HoldsAsync(() => !Liveness.IsAlive(postmaster), "the server ended");
        await Eventually.HoldsAsync(() => !Directory.Exists(directory), "its directory is gone");
    }

    [Fact]
    public async Task Server_frozen_by_a_killed_process_runs_on()
    {
        await using var postgres = await TemporaryPostgres.StartAsync(Ct);
        await using var session = await Query.OpenAsync(postgres.ConnectionString);
        var backend = await Query.ScalarAsync<int>(session, "SELECT pg_backend_pid()");
        var postmaster = postgres.Cluster.PostmasterId!.Value;
        await using var killed = await Killed.StartAsync(nameof(Killed.Freezes_a_server), postmaster.ToString(CultureInfo.InvariantCulture));
        Assert.True(ServerProcesses.IsStopped(postmaster));
        Assert.Contains(backend, ServerProcesses.ChildrenOf(postmaster));
        Assert.All(ServerProcesses.ChildrenOf(postmaster), child => Assert.True(ServerProcesses.IsStopped(child)));

        await killed.KillAsync();

        await Eventually.HoldsAsync(() => !ServerProcesses.IsStopped(postmaster), "the postmaster runs on");
        Assert.Equal(backend, await Query.ScalarAsync<int>(session, "SELECT pg_backend_pid()"));
        Assert.Equal(1, await Query.ScalarAsync<int>(postgres.ConnectionString, "SELECT 1"));
        await Eventually.HoldsAsync(() => ServerProcesses.ChildrenOf(postmaster).TrueForAll(c => !ServerProcesses.IsStopped(c)), "its children run on");
    }

    [Fact]
    public async Task Server_started_and_frozen_by_the_same_killed_process_ends()
    {
        await using var killed = await Killed.StartAsync(nameof(Killed.Starts_and_freezes_a_server));
        var (postmaster, directory) = (int.Parse(killed.Answer[0], CultureInfo.InvariantCulture), killed.Answer[1]);
        Assert.True(Liveness.IsAlive(postmaster) && ServerProcesses.IsStopped(postmaster));

        await killed.KillAsync();

        await Eventually.HoldsAsync(() => !Liveness.IsAlive(postmaster), "the server ended");
        await Eventually.HoldsAsync(() => !Directory.Exists(directory), "its directory is gone");
    }

    [Fact]
    public async Task Cluster_of_a_killed_process_opens_again_with_its_data()
    {
        await using var scratch = await ScratchDirectory.MakeAsync();
        await using (var killed = await Killed.StartAsync(nameof(Killed.Starts_a_store), scratch.PathOf("store")))
        {
            await killed.KillAsync();
        }

        // At once: the killed process's server may still be on its way out.
        await using var store = await PlainPostgres.StartAsync(
            new ClusterOptions { Directory = scratch.PathOf("store"), LeavingDeadline = TimeSpan.FromMinutes(1) }, "app", "secret", "app", Ct);

        Assert.Equal(7, await Query.ScalarAsync<int>(store.ConnectionString, "SELECT n FROM committed"));
    }
}
