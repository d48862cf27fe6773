using Npgsql;
using RestoreDrill.Core.Reading;
using RestoreDrill.Verification.Sessions;

namespace RestoreDrill.Verification.Listing;

/// <summary>The relations of a database that can hold rows.</summary>
internal static class RelationList
{
    private const string MeasuredSize = "pg_table_size(c.oid)";

    // A measurement needs a lock that a restored prepared transaction may hold; what the last ANALYZE saw does not.
    private const string RecordedSize =
        "(c.relpages + coalesce((SELECT t.relpages FROM pg_class t WHERE t.oid = c.reltoastrelid), 0))::int8 * current_setting('block_size')::int8";

    public static async Task<List<ListedRelation>> AskAsync(Session session, CancellationToken ct)
    {
        try
        {
            return await AskAsync(session, MeasuredSize, ct);
        }
        catch (PostgresException)
        {
            return await AskAsync(session, RecordedSize, ct);
        }
    }

    private static Task<List<ListedRelation>> AskAsync(Session session, string size, CancellationToken ct) =>
        session.RowsAsync(
            "listing relations",
            $"""
            SELECT n.nspname, c.relname, c.relkind::text, c.relpersistence = 'u', c.relispartition, greatest(c.reltuples, 0)::int8, coalesce({size}, 0)::int8
            FROM {Catalog.Relations}
            WHERE (c.relkind IN ('r', 'm', 'f') AND {Catalog.OfUsers}) OR c.oid = 'pg_catalog.pg_largeobject'::regclass
            """,
            row =>
            {
                var name = new RelationName(session.Database, row.GetString(0), row.GetString(1));
                var kind = name == RelationName.LargeObjects(session.Database)
                    ? RelationKind.LargeObjects
                    : Kind(row.GetString(2), isUnlogged: row.GetBoolean(3), isPartition: row.GetBoolean(4));
                return new ListedRelation(name, kind, row.GetInt64(5), row.GetInt64(6));
            },
            ct);

    private static RelationKind Kind(string relkind, bool isUnlogged, bool isPartition) => relkind switch
    {
        "f" => RelationKind.ForeignTable,
        _ when isUnlogged => RelationKind.UnloggedTable,
        "m" => RelationKind.MaterializedView,
        _ when isPartition => RelationKind.Partition,
        _ => RelationKind.Table,
    };
}
