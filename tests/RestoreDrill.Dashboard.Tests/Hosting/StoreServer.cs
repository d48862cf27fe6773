using Npgsql;
using RestoreDrill.Dashboard.Tests.Hosting;
using RestoreDrill.Sandbox.Clusters;

[assembly: AssemblyFixture(typeof(StoreServer))]

namespace RestoreDrill.Dashboard.Tests.Hosting;

/// <summary>One PostgreSQL for all tests, a fresh database for each.</summary>
public sealed class StoreServer : IAsyncLifetime
{
    private const string Template = "prepared";

    private TemporaryPostgres? _server;
    private int _databases;

    public async ValueTask InitializeAsync()
    {
        _server = await TemporaryPostgres.StartAsync(CancellationToken.None);

        // The first host makes all tables, Hangfire's and RestoreDrill's.
        await using var first = await DashboardHost.StartAsync(await _server.CreateDatabaseAsync(Template, CancellationToken.None));
        _ = first.Storage;
    }

    public async ValueTask DisposeAsync()
    {
        if (_server is not null)
        {
            await _server.DisposeAsync();
        }
    }

    /// <summary>How to connect to a new database with all tables, as its owner; pooled, as in production.</summary>
    public async Task<string> NewConnectionStringAsync() => new NpgsqlConnectionStringBuilder(
        await _server!.CreateDatabaseAsync($"dashboard_{Interlocked.Increment(ref _databases)}", CancellationToken.None, Template)) { Pooling = true }.ConnectionString;
}
