using System.Diagnostics;

namespace RestoreDrill.EndToEnd.Tests.Setting;

/// <summary>A store's PostgreSQL of its own, which can be killed and started again on the same port and data.</summary>
public sealed class OwnStore : IAsyncDisposable
{
    private readonly TemporaryPostgres _server;

    private OwnStore(TemporaryPostgres server) => _server = server;

    public string ConnectionString => _server.ConnectionString;

    public static async Task<OwnStore> StartAsync() => new(await TemporaryPostgres.StartAsync(new Dictionary<string, string> { ["max_connections"] = "200" }, CancellationToken.None));

    /// <summary><c>kill -9</c> of the postmaster; its sessions end with it.</summary>
    public async Task KillAsync()
    {
        using (var postmaster = Process.GetProcessById(_server.Cluster.PostmasterId ?? throw new InvalidOperationException("The store does not run.")))
        {
            postmaster.Kill();
        }

        while (_server.Cluster.IsRunning)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(20), TimeProvider.System, CancellationToken.None);
        }
    }

    /// <summary>Starts it again; crash recovery included.</summary>
    public async Task StartAgainAsync()
    {
        var port = _server.Cluster.Port;
        await _server.Cluster.StartAsync(CancellationToken.None);
        if (_server.Cluster.Port != port)
        {
            throw new InvalidOperationException($"The store could not have its port {port} back.");
        }
    }

    public ValueTask DisposeAsync() => _server.DisposeAsync();
}
