using Npgsql;
using RestoreDrill.Records.Tests.Store;
using RestoreDrill.Sandbox.Clusters;

[assembly: AssemblyFixture(typeof(StoreServer))]

namespace RestoreDrill.Records.Tests.Store;

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

    /// <summary>Connects to a new, empty database as its owner.</summary>
    public async Task<NpgsqlDataSource> NewDatabaseAsync()
    {
        var name = $"store_{Interlocked.Increment(ref _databases)}";
        return NpgsqlDataSource.Create(await _server!.CreateDatabaseAsync(name, CancellationToken.None));
    }

    public string ConnectionStringTo(string database) => _server!.ConnectionStringTo(database);
}
