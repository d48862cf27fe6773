using Npgsql;
using RestoreDrill.Core.Manifests;
using RestoreDrill.Core.Reading;
using RestoreDrill.Core.SelfTests;
using RestoreDrill.Verification.Sessions;

namespace RestoreDrill.Verification.SelfTests;

/// <summary>
/// A unique index of one constant, which no table of two rows can have: built concurrently, it fails and stays behind, not valid (PostgreSQL, "CREATE INDEX", "Building Indexes
/// Concurrently"). Built in a transaction it fails too, and leaves nothing; that it comes so far is the try.
/// </summary>
internal sealed class InvalidIndexFault : IFaultWay
{
    private const string Index = "restoredrill_self_test";

    public async Task<IReadOnlyList<FaultTarget>> ListAsync(Session session, IReadOnlyList<RelationName> tables, CancellationToken ct)
    {
        var targets = new List<FaultTarget>();
        foreach (var table in tables)
        {
            var schemas = await session.RowsAsync("quoting a name", "SELECT quote_ident($1)", static row => row.GetString(0), ct, table.Schema);
            targets.Add(new FaultTarget
            {
                Fault = Fault.InvalidIndex, Database = table.Database, Schema = table.Schema, Relation = table.Name, ItemKind = CatalogKinds.Index, ItemName = $"{schemas[0]}.{Index}",
            });
        }

        return targets;
    }

    public async Task<FaultTarget?> TryAsync(FaultSite site, FaultTarget target, CancellationToken ct)
    {
        try
        {
            await site.InTransactionAsync(
                keep: false,
                async () =>
                {
                    await site.EarnAsync(target, ct);
                    await site.Session.ExecuteAsync("trying to build an index", Build(target, "UNIQUE INDEX"), ct);
                },
                ct);
            return null;
        }
        catch (PostgresException e) when (e.SqlState == PostgresErrorCodes.UniqueViolation)
        {
            return target;
        }
    }

    public async Task<string?> DoAsync(FaultSite site, FaultTarget target, CancellationToken ct)
    {
        await site.InTransactionAsync(keep: true, () => site.EarnAsync(target, ct), ct);
        try
        {
            await site.Session.ExecuteAsync("building an index that cannot be", Build(target, "UNIQUE INDEX CONCURRENTLY"), ct);
            return "the index could be built";
        }
        catch (PostgresException e)
        {
            var left = await site.Session.RowsAsync(
                "looking for the index",
                "SELECT i.indisvalid FROM pg_index i JOIN pg_class x ON x.oid = i.indexrelid JOIN pg_class c ON c.oid = i.indrelid JOIN pg_namespace n ON n.oid = c.relnamespace WHERE n.nspname = $1 AND c.relname = $2 AND x.relname = $3",
                static row => row.GetBoolean(0),
                ct,
                target.Schema,
                target.Relation,
                Index);
            return left is [false] ? null : ServerWords.Of(e);
        }
    }

    private static string Build(FaultTarget target, string what) => $"CREATE {what} {Index} ON {Identifier.Quote(target.Schema, target.Relation)} ((1))";
}
