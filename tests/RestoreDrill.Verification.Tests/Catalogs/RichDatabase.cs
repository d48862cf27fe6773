using RestoreDrill.Core.Manifests;
using RestoreDrill.Core.Reading;
using RestoreDrill.Sandbox.Clusters;
using RestoreDrill.Verification.Catalogs;
using RestoreDrill.Verification.Tests.Instances;

namespace RestoreDrill.Verification.Tests.Catalogs;

/// <summary>A server of its own with a database that has something of every kind, and its catalogs as they were read last.</summary>
public sealed class RichDatabase : IAsyncLifetime
{
    public const string Name = RestoredInstance.Database;

    private RestoredInstance? instance;

    public RestoredInstance Instance => instance ?? throw new InvalidOperationException("Not started.");

    public ICatalogReader Reader { get; } = new PostgresCatalogReader(TimeProvider.System);

    public DatabaseCatalog Shared { get; private set; } = null!;

    public DatabaseCatalog Catalog { get; private set; } = null!;

    public static InstanceLogin LoginTo(PostgresCluster cluster) => RestoredInstance.LoginTo(cluster) with { User = RichSchema.Auditor };

    public async ValueTask InitializeAsync()
    {
        instance = await RestoredInstance.StartAsync();
        await Instance.AsAdminAsync("postgres", RichSchema.Shared);
        await Instance.AsAdminAsync(Name, RichSchema.Tables);
        await Instance.AsAdminAsync(Name, RichSchema.Code);
        await ReadAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (instance is not null)
        {
            await instance.DisposeAsync();
        }
    }

    public async Task ReadAsync()
    {
        Shared = await Reader.ReadSharedAsync(LoginTo(Instance.Cluster), CancellationToken.None);
        Catalog = await Reader.ReadAsync(LoginTo(Instance.Cluster), Name, CancellationToken.None);
    }

    /// <summary>Does something and compares with what was read before it.</summary>
    public async Task<IReadOnlyList<CatalogDifference>> ChangeAsync(string sql)
    {
        var (shared, catalog) = (Shared, Catalog);
        await Instance.AsAdminAsync(Name, sql);
        await ReadAsync();
        return [.. CatalogComparison.Compare(shared, shared, Shared).Differences, .. CatalogComparison.Compare(catalog, catalog, Catalog).Differences];
    }
}
