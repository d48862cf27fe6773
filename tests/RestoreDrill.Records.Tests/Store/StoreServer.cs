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
    public async Task<NpgsqlDataSource> NewDatabaseAsync() => NpgsqlDataSource.Create(await NewConnectionStringAsync());

    /// <summary>How to connect to a new, empty database as its owner.</summary>
    public Task<string> NewConnectionStringAsync() =>
        _server!.CreateDatabaseAsync($"store_{Interlocked.Increment(ref _databases)}", CancellationToken.None);

    /// <summary>Connects to a new database that has been migrated, as its owner.</summary>
    public async Task<NpgsqlDataSource> NewStoreAsync()
    {
        var name = $"store_{Interlocked.Increment(ref _databases)}";
        await using var session = NpgsqlDataSource.Create(_server!.ConnectionString);
        await using var command = session.CreateCommand($"create database {name} template {Template}");
        await command.ExecuteNonQueryAsync();
        return NpgsqlDataSource.Create(ConnectionStringTo(name));
    }

    public string ConnectionStringTo(string database) => _server!.ConnectionStringTo(database);
}
