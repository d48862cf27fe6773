using RestoreDrill.Core.Reading;
using RestoreDrill.Core.SelfTests;

namespace RestoreDrill.Core.Tests.Cloud;

/// <summary>Damages what a <see cref="MemoryCloud"/> restored: a grant and an index of database courses, and rows.</summary>
internal sealed class MemoryFaults(MemoryCloud cloud) : IFaultInjector
{
    public const string Index = "public.left_behind";

    public Task<FaultSearch> FindAsync(OwnScratch scratch, string database, Fault fault, IReadOnlyList<RelationName> tables, CancellationToken cancellationToken) =>
        new MemoryReader(cloud).AskAsync("sql:find-fault", scratch.Login, () => new FaultSearch(Find(database, fault, tables) is { } target ? [target] : []));

    public Task<string?> DamageAsync(OwnScratch scratch, FaultTarget target, CancellationToken cancellationToken) => new MemoryReader(cloud).AskAsync("sql:damage", scratch.Login, () =>
    {
        cloud.Damage.Add((scratch.Login.Host, target));
        return (string?)null;
    });

    private static FaultTarget? Find(string database, Fault fault, IReadOnlyList<RelationName> tables) => fault switch
    {
        Fault.RevokedGrant when database == "courses" => new FaultTarget
        {
            Fault = fault, Database = database, Schema = "public", Relation = "students", Part = "SELECT", Grantee = "reader", ItemKind = "table", ItemName = "public.students",
        },
        Fault.InvalidIndex when database == "courses" => new FaultTarget
        {
            Fault = fault, Database = database, Schema = "public", Relation = "students", ItemKind = "index", ItemName = Index,
        },
        Fault.DeletedRow or Fault.SwappedValues => new FaultTarget { Fault = fault, Database = database, Schema = tables[0].Schema, Relation = tables[0].Name },
        _ => null,
    };
}
