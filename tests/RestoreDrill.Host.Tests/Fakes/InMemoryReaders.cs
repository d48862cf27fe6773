using RestoreDrill.Core.Chain;
using RestoreDrill.Core.Copying;
using RestoreDrill.Core.Manifests;
using RestoreDrill.Core.Reading;
using RestoreDrill.Core.Sandwich;
using RestoreDrill.Core.SelfTests;
using RestoreDrill.Core.Structures;
using RestoreDrill.Core.Verdicts;
using RestoreDrill.Host.Composition;

namespace RestoreDrill.Host.Tests.Fakes;

/// <summary>Catalogs, old rows and structure of an instance with nothing of interest in it.</summary>
internal sealed class InMemoryReaders : ICatalogReader, IOldRowReader, IStructureReader, IFaultInjector, IChainReader
{
    public static DatabaseReaders Of(IInstanceReader reader, ISourceExaminer examiner, ISourceAccount source)
    {
        var readers = new InMemoryReaders();
        return new DatabaseReaders(reader, readers, readers, readers, readers, examiner, new SourceLogins(() => source), readers);
    }

    public Task<DatabaseCatalog> ReadSharedAsync(InstanceLogin login, CancellationToken cancellationToken) =>
        Task.FromResult(new DatabaseCatalog { Database = DatabaseCatalog.Shared, Items = [new CatalogItem(CatalogKinds.Database, "courses", "owner app")] });

    public Task<DatabaseCatalog> ReadAsync(InstanceLogin login, string database, CancellationToken cancellationToken) =>
        Task.FromResult(new DatabaseCatalog { Database = database, Items = [] });

    public Task<OldRowLimit> TakeLimitAsync(InstanceLogin login, CancellationToken cancellationToken) =>
        Task.FromResult(new OldRowLimit(751, "0/1000", DateTimeOffset.UnixEpoch));

    Task<(ulong? Limit, string? Problem)> IChainReader.TakeLimitAsync(InstanceLogin login, CancellationToken cancellationToken) =>
        Task.FromResult<(ulong?, string?)>((751, null));

    public IAsyncEnumerable<ChainGroups> ReadAsync(InstanceLogin login, ChainOrder order, CancellationToken cancellationToken) => AsyncEnumerable.Empty<ChainGroups>();

    public Task<IReadOnlyList<RelationStance>> ListAsync(InstanceLogin login, string database, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<RelationStance>>([]);

    public IAsyncEnumerable<BlockGroups> ReadAsync(InstanceLogin login, OldRowOrder order, CancellationToken cancellationToken) => AsyncEnumerable.Empty<BlockGroups>();

    public IAsyncEnumerable<GroupHashes> ReadHashesAsync(
        InstanceLogin login, RelationName relation, int grain, IReadOnlyList<long> groups, OldRowLimit limit, long seed, CancellationToken cancellationToken) =>
        AsyncEnumerable.Empty<GroupHashes>();

    public Task<StructureAnswer> AskAsync(InstanceLogin login, string database, StructureKind kind, TimeSpan limit, CancellationToken cancellationToken) =>
        Task.FromResult(new StructureAnswer { Kind = kind, Database = database, Outcome = CheckOutcome.Passed, Summary = "3 looked at" });

    public Task<FaultSearch> FindAsync(OwnScratch scratch, string database, Fault fault, IReadOnlyList<RelationName> tables, CancellationToken cancellationToken) =>
        Task.FromResult(new FaultSearch([]));

    public Task<string?> DamageAsync(OwnScratch scratch, FaultTarget target, CancellationToken cancellationToken) => Task.FromResult<string?>("there is nothing to damage");
}
