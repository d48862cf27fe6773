using Npgsql;
using RestoreDrill.Core.Runs;
using RestoreDrill.Records.Tests.Store;

namespace RestoreDrill.Records.Tests.Contract;

public sealed class StoreRunTests(StoreServer server) : RunContract, IAsyncDisposable
{
    private NpgsqlDataSource? _database;

    public async ValueTask DisposeAsync()
    {
        if (_database is not null)
        {
            await _database.DisposeAsync();
        }
    }

    internal override async Task<IRunStore> OpenedAsync(NewRun run)
    {
        _database = await server.NewStoreAsync();
        var store = new RecordsStore(_database);
        Assert.True((await store.OpenAsync(run, Ct)).Opened);
        return store;
    }
}
