using RestoreDrill.Records.Schema;

namespace RestoreDrill.Host.Composition;

/// <summary>The schema of the store that Records keeps.</summary>
internal sealed class StoreSchema(SchemaMigrator migrator) : IStoreSchema
{
    public async Task<IReadOnlyList<string>> PendingAsync(CancellationToken cancellationToken) => Names(await migrator.PendingAsync(cancellationToken));

    public async Task<IReadOnlyList<string>> MigrateAsync(CancellationToken cancellationToken) => Names(await migrator.MigrateAsync(cancellationToken));

    public string Script() => SchemaMigrator.Script();

    private static IReadOnlyList<string> Names(IReadOnlyList<Migration> migrations) => [.. migrations.Select(static migration => migration.ToString())];
}
