using Npgsql;
using RestoreDrill.Records.Tests.Store;
using RestoreDrill.Sandbox.Clusters;

[assembly: AssemblyFixture(typeof(StoreServer))]

namespace RestoreDrill.Records.Tests.Store;

/// <summary>One PostgreSQL for all tests, a fresh database for each.</summary>
public class StoreServer : IAsyncLifetime
{
    private const string Template = "migrated";

    private TemporaryPostgres? _server;
    private int _databases;

    public PostgresCluster Cluster => _server!.Cluster;

    public async ValueTask InitializeAsync()
    {
        _server = await TemporaryPostgres.StartAsync(CancellationToken.None);
        await using var store = RecordsStore.Open(await _server.CreateDatabaseAsync(Template, CancellationToken.None));
        await store.Migrator.MigrateAsync(CancellationToken.None);
    }

    public async ValueTask DisposeAsync()
    {
        if (_server is not null)
        {
            await _server.DisposeAsync();
        }

        GC.SuppressFinalize(this);
    }

    /// <summary>Connects to a new, empty database as its owner.</summary>
    public async Task<NpgsqlDataSource> NewDatabaseAsync() => Pooled(await NewConnectionStringAsync());

    /// <summary>How to connect to a new, empty database as its owner.</summary>
    public Task<string> NewConnectionStringAsync() =>
        _server!.CreateDatabaseAsync($"store_{Interlocked.Increment(ref _databases)}", CancellationToken.None);

    /// <summary>Connects to a new database that has been migrated, as its owner.</summary>
    public async Task<NpgsqlDataSource> NewStoreAsync() =>
        Pooled(await _server!.CreateDatabaseAsync($"store_{Interlocked.Increment(ref _databases)}", CancellationToken.None, Template));

    public string ConnectionStringTo(string database) => _server!.ConnectionStringTo(database);

    /// <summary>As in production; without a pool the server makes a process for every command.</summary>
    private static NpgsqlDataSource Pooled(string connectionString) =>
        NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(connectionString) { Pooling = true, MaxPoolSize = 25 }.ConnectionString);
}
