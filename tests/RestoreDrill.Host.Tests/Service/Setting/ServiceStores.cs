using RestoreDrill.Records;
using RestoreDrill.Sandbox.Clusters;

namespace RestoreDrill.Host.Tests.Service.Setting;

/// <summary>One PostgreSQL for the tests of the service, a fresh database for each.</summary>
public sealed class ServiceStores : IAsyncLifetime
{
    private const string Template = "prepared";

    private TemporaryPostgres? _server;
    private int _databases;

    public PostgresCluster Cluster => _server!.Cluster;

    public async ValueTask InitializeAsync()
    {
        _server = await TemporaryPostgres.StartAsync(CancellationToken.None);
        var template = await _server.CreateDatabaseAsync(Template, CancellationToken.None);
        await using (var store = RecordsStore.Open(template))
        {
            await store.Migrator.MigrateAsync(CancellationToken.None);
        }

        // Hangfire makes its tables when its storage is first asked for.
        await using var service = ServiceUnderTest.Compose(template);
        _ = service.Storage;
    }

    public async ValueTask DisposeAsync()
    {
        if (_server is not null)
        {
            await _server.DisposeAsync();
        }
    }

    /// <summary>How to connect to a new, empty database.</summary>
    public Task<string> NewEmptyAsync() => _server!.CreateDatabaseAsync(NextName(), CancellationToken.None);

    /// <summary>How to connect to a new database with all tables, RestoreDrill's and Hangfire's.</summary>
    public Task<string> NewAsync() => _server!.CreateDatabaseAsync(NextName(), CancellationToken.None, Template);

    private string NextName() => $"service_{Interlocked.Increment(ref _databases)}";
}
