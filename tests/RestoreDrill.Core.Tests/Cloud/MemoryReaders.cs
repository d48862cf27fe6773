using System.Runtime.CompilerServices;
using RestoreDrill.Core.Chain;
using RestoreDrill.Core.Drilling;
using RestoreDrill.Core.Manifests;
using RestoreDrill.Core.Protection;
using RestoreDrill.Core.Reading;
using RestoreDrill.Core.Sandwich;
using RestoreDrill.Core.SelfTests;
using RestoreDrill.Core.Structures;
using RestoreDrill.Core.Verdicts;

namespace RestoreDrill.Core.Tests.Cloud;

/// <summary>Reads the sources and copies of a <see cref="MemoryCloud"/>: one relation of four blocks in database courses, one catalog item each.</summary>
internal sealed class MemoryReaders(MemoryCloud cloud) : ICatalogReader, IOldRowReader, IStructureReader, ISourceExaminer, ISourceLogins, IChainReader
{
    public const string SourceHost = "courses-prod.source.rds";

    public const string ReplicaHost = "courses-replica.source.rds";

    public static RelationName Students { get; } = new("courses", "public", "students");

    public static DatabaseReaders Of(MemoryCloud cloud)
    {
        var readers = new MemoryReaders(cloud);
        return new DatabaseReaders(new MemoryReader(cloud), readers, readers, readers, new MemoryFaults(cloud), readers, readers, readers);
    }

    public InstanceLogin LoginOf(SourceReaderOptions reader, string host, int port) => new(host, port, reader.User, MasterPassword.Of("secret"), reader.RootCertificate);

    public Task<DatabaseCatalog> ReadSharedAsync(InstanceLogin login, CancellationToken cancellationToken) => AskAsync("sql:shared-catalog", login, static () => new DatabaseCatalog
    {
        Database = DatabaseCatalog.Shared,
        Items = [new CatalogItem(CatalogKinds.Database, "billing", "owner app"), new CatalogItem(CatalogKinds.Database, "courses", "owner app")],
    });

    public Task<DatabaseCatalog> ReadAsync(InstanceLogin login, string database, CancellationToken cancellationToken) => AskAsync("sql:catalog", login, () => new DatabaseCatalog
    {
        Database = database,
        Items = [new CatalogItem("table", "public.students", IsSource(login) ? "owner app" : cloud.CopiedItem + (Shows(login, database, Fault.RevokedGrant) ? ", revoked" : string.Empty)),
            .. Shows(login, database, Fault.InvalidIndex) ? [new CatalogItem("index", MemoryFaults.Index, "INVALID")] : Array.Empty<CatalogItem>(),
        ],
    });

    public Task<OldRowLimit> TakeLimitAsync(InstanceLogin login, CancellationToken cancellationToken) =>
        AskAsync("sql:limit", login, () => login.Host != ReplicaHost ? new OldRowLimit(751, "0/1000", cloud.Time.GetUtcNow())
            : cloud.ReplicaHasReplayed() is { } replayed ? new OldRowLimit(751, replayed, cloud.Time.GetUtcNow(), InRecovery: true)
            : new OldRowLimit(751, "1/0", cloud.Time.GetUtcNow()));

    public Task<IReadOnlyList<RelationStance>> ListAsync(InstanceLogin login, string database, CancellationToken cancellationToken) =>
        AskAsync<IReadOnlyList<RelationStance>>("sql:stances", login, () => database != Students.Database ? [] :
        [
            new RelationStance { Name = Students, Kind = RelationKind.Table, Oid = 16400, Filenode = 16400, Signature = "s", Blocks = 4, Bytes = 32768 },
        ]);

    public async IAsyncEnumerable<BlockGroups> ReadAsync(InstanceLogin login, OldRowOrder order, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var task in order.Tasks)
        {
            foreach (var block in Enumerable.Range(0, 4).Where(block => !task.Read.Any(range => range.First == block)))
            {
                cloud.OldRowsReadFrom.Add(login.Host);
                var unread = !IsSource(login) && block >= cloud.UnreadableFrom;
                yield return await AskAsync("sql:old-rows", login, () => new BlockGroups
                {
                    Relation = task.Relation.Name,
                    Range = new BlockRange(block, 1),
                    Grain = 1,
                    Outcome = unread ? ReadingOutcome.NotJudged : ReadingOutcome.Read,
                    Reason = unread ? "57014: it took too long" : null,
                    Groups = unread ? [] : [IsSource(login) ? new GroupSum(10, 100) : cloud.CopiedGroup],
                });
                if (unread)
                {
                    break;
                }
            }
        }
    }

    public async IAsyncEnumerable<GroupHashes> ReadHashesAsync(
        InstanceLogin login, RelationName relation, int grain, IReadOnlyList<long> groups, OldRowLimit limit, long seed, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var group in groups)
        {
            yield return await AskAsync("sql:hashes", login, () => new GroupHashes { Group = group, Outcome = ReadingOutcome.Read, Hashes = cloud.CopiedHashes });
        }
    }

    Task<(ulong? Limit, string? Problem)> IChainReader.TakeLimitAsync(InstanceLogin login, CancellationToken cancellationToken) =>
        AskAsync<(ulong?, string?)>("sql:chain-limit", login, () => (cloud.NextTransaction, null));

    public async IAsyncEnumerable<ChainGroups> ReadAsync(InstanceLogin login, ChainOrder order, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var task in order.Tasks)
        {
            foreach (var block in Enumerable.Range(0, 4).Where(block => !task.Read.Any(range => range.First == block)))
            {
                yield return await AskAsync("sql:chain", login, () => new ChainGroups
                {
                    Relation = task.Relation.Name,
                    Range = new BlockRange(block, 1),
                    Grain = 1,
                    Outcome = ReadingOutcome.Read,
                    Sums = [.. order.Limits.Select(limit => (IReadOnlyList<GroupSum>)[Sum(block, Math.Min(limit, order.Limits[0]))])],
                });
            }
        }
    }

    private GroupSum Sum(int block, ulong limit)
    {
        var rows = cloud.Versions.Where(version => version.Block == block && version.Transaction < limit).ToList();
        return new GroupSum(rows.Count, rows.Sum(static version => version.Hash));
    }

    public Task<StructureAnswer> AskAsync(InstanceLogin login, string database, StructureKind kind, TimeSpan limit, CancellationToken cancellationToken) =>
        AskAsync("sql:structure", login, () => kind == StructureKind.InvalidIndexes && Shows(login, database, Fault.InvalidIndex)
            ? new StructureAnswer
            {
                Kind = kind, Database = database, Outcome = CheckOutcome.Failed, Summary = "3 looked at", FindingCount = 1, Findings = [new StructureFinding(MemoryFaults.Index, "valid", "not valid")],
            }
            : new StructureAnswer { Kind = kind, Database = database, Outcome = CheckOutcome.Passed, Summary = "3 looked at" });

    private bool Shows(InstanceLogin login, string database, Fault fault) => cloud.Shows(login.Host, target => target.Fault == fault && target.Database == database);

    public Task<SourceAccess> LookAsync(InstanceLogin login, SourceReaderOptions reader, IReadOnlyList<string> tables, CancellationToken cancellationToken) =>
        AskAsync("sql:access", login, static () => new SourceAccess("15.18", ["billing", "courses"], [], 0, null));

    public Task<CheckForm> DescribeAsync(InstanceLogin login, SourceReaderOptions reader, UserCheck check, CancellationToken cancellationToken) =>
        AskAsync("sql:form", login, static () => new CheckForm(true, "1 column of type bigint"));

    private static bool IsSource(InstanceLogin login) => login.Host is SourceHost or ReplicaHost;

    private Task<T> AskAsync<T>(string question, InstanceLogin login, Func<T> answer) => new MemoryReader(cloud).AskAsync(question, login, answer);
}
