using RestoreDrill.Core.SelfTests;
using RestoreDrill.Verification.Listing;
using RestoreDrill.Verification.Sessions;

namespace RestoreDrill.Verification.SelfTests;

/// <summary>How each fault is done, by SQL that RDS's master user may run: no superuser, no update of a catalog.</summary>
internal static class FaultWays
{
    private const string Name = "quote_ident(n.nspname) || '.' || quote_ident(c.relname)";

    public static IReadOnlyDictionary<Fault, IFaultWay> All { get; } = new Dictionary<Fault, IFaultWay>
    {
        [Fault.RevokedGrant] = new CatalogFault(
            Fault.RevokedGrant,
            $"""
            SELECT n.nspname, c.relname, x.privilege_type, coalesce(r.rolname, ''), CASE c.relkind WHEN 'v' THEN 'view' ELSE 'table' END, {Name}
            FROM {Catalog.Relations} CROSS JOIN LATERAL aclexplode(coalesce(c.relacl, acldefault('r', c.relowner))) x LEFT JOIN pg_roles r ON r.oid = x.grantee
            WHERE c.relkind IN ('r', 'p', 'v') AND {Catalog.OfUsers} AND x.grantor = c.relowner AND (x.grantee = 0 OR r.oid IS NOT NULL)
              AND (x.grantee <> c.relowner OR x.privilege_type = 'TRIGGER')
            ORDER BY x.grantee = c.relowner, 6, 4, 3
            LIMIT 20
            """,
            static target => $"REVOKE {target.Part} ON TABLE {Table(target)} FROM {(target.Grantee is { Length: > 0 } role ? Identifier.Quote(role) : "PUBLIC")}"),
        [Fault.DroppedPolicy] = new CatalogFault(
            Fault.DroppedPolicy,
            $"""
            SELECT n.nspname, c.relname, p.polname, NULL, 'policy', {Name} || '.' || quote_ident(p.polname)
            FROM pg_policy p JOIN ({Catalog.Relations}) ON c.oid = p.polrelid
            WHERE {Catalog.OfUsers}
            ORDER BY 6 LIMIT 20
            """,
            static target => $"DROP POLICY {Identifier.Quote(target.Part!)} ON {Table(target)}"),
        [Fault.DroppedTrigger] = new CatalogFault(
            Fault.DroppedTrigger,
            $"""
            SELECT n.nspname, c.relname, t.tgname, NULL, 'trigger', {Name} || '.' || quote_ident(t.tgname)
            FROM pg_trigger t JOIN ({Catalog.Relations}) ON c.oid = t.tgrelid
            WHERE NOT t.tgisinternal AND c.relkind = 'r' AND NOT c.relispartition AND {Catalog.OfUsers}
            ORDER BY 6 LIMIT 20
            """,
            static target => $"DROP TRIGGER {Identifier.Quote(target.Part!)} ON {Table(target)}"),
        [Fault.DroppedView] = new CatalogFault(
            Fault.DroppedView,
            $"SELECT n.nspname, c.relname, NULL, NULL, 'view', {Name} FROM {Catalog.Relations} WHERE c.relkind = 'v' AND {Catalog.OfUsers} ORDER BY 6 LIMIT 20",
            static target => $"DROP VIEW {Table(target)}"),
        [Fault.DroppedConstraint] = new CatalogFault(
            Fault.DroppedConstraint,
            $"""
            SELECT n.nspname, c.relname, k.conname, NULL, 'constraint', {Name} || '.' || quote_ident(k.conname)
            FROM pg_constraint k JOIN ({Catalog.Relations}) ON c.oid = k.conrelid
            WHERE k.contype IN ('f', 'c') AND k.conislocal AND k.coninhcount = 0 AND k.conparentid = 0 AND c.relkind = 'r' AND {Catalog.OfUsers}
            ORDER BY k.contype DESC, 6 LIMIT 20
            """,
            static target => $"ALTER TABLE ONLY {Table(target)} DROP CONSTRAINT {Identifier.Quote(target.Part!)}"),
        [Fault.DroppedIndex] = new CatalogFault(
            Fault.DroppedIndex,
            $"""
            SELECT n.nspname, c.relname, NULL, NULL, 'index', {Name}
            FROM {Catalog.Relations} JOIN pg_index i ON i.indexrelid = c.oid
            WHERE c.relkind = 'i' AND NOT c.relispartition AND i.indisvalid AND {Catalog.OfUsers}
              AND NOT EXISTS (SELECT FROM pg_constraint k WHERE k.conindid = c.oid)
            ORDER BY i.indisunique, 6 LIMIT 20
            """,
            static target => $"DROP INDEX {Table(target)}"),
        [Fault.SequenceSetBack] = new SequenceFault(),
        [Fault.InvalidIndex] = new InvalidIndexFault(),
        [Fault.SwappedValues] = new RowFault(Fault.SwappedValues),
        [Fault.DeletedRow] = new RowFault(Fault.DeletedRow),
        [Fault.ChangedValue] = new RowFault(Fault.ChangedValue),
        [Fault.TruncatedTable] = new RowFault(Fault.TruncatedTable),
    };

    private static string Table(FaultTarget target) => Identifier.Quote(target.Schema, target.Relation);
}
