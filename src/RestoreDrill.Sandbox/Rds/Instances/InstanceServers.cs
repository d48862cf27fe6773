using System.Collections.Concurrent;
using RestoreDrill.Sandbox.Accounts;
using RestoreDrill.Sandbox.Certificates;
using RestoreDrill.Sandbox.Clusters;
using RestoreDrill.Sandbox.Rds.Groups;

namespace RestoreDrill.Sandbox.Rds.Instances;

/// <summary>The PostgreSQL cluster behind each instance, by DbiResourceId.</summary>
internal sealed class InstanceServers(
    AccountStates states, StateDirectory directory, SandboxClock clock, ServerCertificate certificate, ExtensionList extensions,
    bool dataChecksums) : IAsyncDisposable
{
    private readonly ConcurrentDictionary<string, PostgresCluster> clusters = new();

    public PostgresCluster? Find(DbInstance instance) => clusters.GetValueOrDefault(instance.DbiResourceId);

    /// <summary>Makes the instance's new cluster, with the master user, and starts it.</summary>
    public async Task CreateAsync(DbInstance instance, string masterPassword, CancellationToken ct)
    {
        await DeleteAsync(instance, ct);
        var cluster = await PostgresCluster.CreateAsync(Options(instance), ct);
        await StartAsync(instance, cluster, ct);
        await RdsRoles.PrepareAsync(cluster, instance.Settings.MasterUsername, masterPassword, instance.Settings.DbName, ct);
    }

    /// <summary>Makes the instance's cluster from a snapshot and starts it.</summary>
    public async Task RestoreAsync(DbInstance instance, string snapshotStorageId, CancellationToken ct)
    {
        await DeleteAsync(instance, ct);
        await StartAsync(instance, await PostgresCluster.FromSnapshotAsync(directory.SnapshotData(snapshotStorageId), Options(instance), ct), ct);
    }

    /// <summary>Starts the cluster that an earlier run of the sandbox left.</summary>
    public async Task ReopenAsync(DbInstance instance, CancellationToken ct) =>
        await StartAsync(instance, await PostgresCluster.OpenAsync(Options(instance), ct), ct);

    /// <summary>Stops the instance's server cleanly, and starts it with what its parameter group says now.</summary>
    public async Task RestartAsync(DbInstance instance, CancellationToken ct)
    {
        if (clusters.TryRemove(instance.DbiResourceId, out var cluster))
        {
            await cluster.StopAsync(ct);
        }

        await ReopenAsync(instance, ct);
    }

    /// <summary>Ends the instance's server at once; its data stays.</summary>
    public async Task CloseAsync(DbInstance instance, CancellationToken ct)
    {
        if (clusters.TryRemove(instance.DbiResourceId, out var cluster))
        {
            await cluster.KillAsync(ct);
        }
    }

    public async Task DeleteAsync(DbInstance instance, CancellationToken ct)
    {
        await CloseAsync(instance, ct);
        await PostgresCluster.RemoveAsync(directory.InstanceData(instance.DbiResourceId), ct);
    }

    public async ValueTask DisposeAsync()
    {
        await Task.WhenAll(clusters.Values.Select(cluster => cluster.DisposeAsync().AsTask()));
        clusters.Clear();
    }

    private async Task StartAsync(DbInstance instance, PostgresCluster cluster, CancellationToken ct)
    {
        clusters[instance.DbiResourceId] = cluster;
        await cluster.StartAsync(ct);
    }

    private ClusterOptions Options(DbInstance instance)
    {
        lock (states.Gate)
        {
            var group = states.Of(instance.AccountId).ParameterGroups
                .Find(candidate => candidate.Region == instance.Region && candidate.Name == instance.ParameterGroupName);
            return new ClusterOptions
            {
                Directory = directory.InstanceData(instance.DbiResourceId),
                Certificate = certificate,
                Extensions = extensions,
                Parameters = ParameterCatalog.ForServer(group),
                DataChecksums = dataChecksums,
                Time = clock,
            };
        }
    }
}
