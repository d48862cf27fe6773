using RestoreDrill.Core.Reading;
using RestoreDrill.Core.SelfTests;
using RestoreDrill.Verification.Sessions;

namespace RestoreDrill.Verification.SelfTests;

/// <summary>Something that the catalogs hold is taken away, by one statement that can be rolled back.</summary>
/// <param name="fault">The fault.</param>
/// <param name="candidates">Gives schema, relation, part, grantee, the catalog item's kind and name.</param>
/// <param name="statement">The statement for an object.</param>
internal sealed class CatalogFault(Fault fault, string candidates, Func<FaultTarget, string> statement) : IFaultWay
{
    public async Task<IReadOnlyList<FaultTarget>> ListAsync(Session session, IReadOnlyList<RelationName> tables, CancellationToken ct) => await session.RowsAsync(
        "looking for something to damage",
        candidates,
        row => new FaultTarget
        {
            Fault = fault,
            Database = session.Database,
            Schema = row.GetString(0),
            Relation = row.GetString(1),
            Part = row.IsDBNull(2) ? null : row.GetString(2),
            Grantee = row.IsDBNull(3) ? null : row.GetString(3),
            ItemKind = row.GetString(4),
            ItemName = row.GetString(5),
        },
        ct);

    public async Task<FaultTarget?> TryAsync(FaultSite site, FaultTarget target, CancellationToken ct)
    {
        await site.InTransactionAsync(keep: false, () => ExecuteAsync(site, target, ct), ct);
        return target;
    }

    public async Task<string?> DoAsync(FaultSite site, FaultTarget target, CancellationToken ct)
    {
        await site.InTransactionAsync(keep: true, () => ExecuteAsync(site, target, ct), ct);
        return null;
    }

    private async Task ExecuteAsync(FaultSite site, FaultTarget target, CancellationToken ct)
    {
        await site.EarnAsync(target, ct);
        await site.Session.ExecuteAsync("damaging the catalogs", statement(target), ct);
    }
}
