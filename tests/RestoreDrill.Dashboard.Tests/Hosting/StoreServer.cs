using RestoreDrill.Dashboard.Tests.Hosting;
using RestoreDrill.Sandbox.Clusters;

[assembly: AssemblyFixture(typeof(StoreServer))]

namespace RestoreDrill.Dashboard.Tests.Hosting;

/// <summary>One PostgreSQL for all tests, a fresh database for each.</summary>
public sealed class StoreServer : IAsyncLifetime
{
    private TemporaryPostgres? _server;
    private int _databases;

    public async ValueTask InitializeAsync() => _server = await TemporaryPostgres.StartAsync(CancellationToken.None);

    public async ValueTask DisposeAsync()
    {
        if (_server is not null)
        {
            await _server.DisposeAsync();
        }
    }

    /// <summary>How to connect to a new, empty database as its owner.</summary>
    public Task<string> NewConnectionStringAsync() =>
        _server!.CreateDatabaseAsync($"dashboard_{Interlocked.Increment(ref _databases)}", CancellationToken.None);
}
