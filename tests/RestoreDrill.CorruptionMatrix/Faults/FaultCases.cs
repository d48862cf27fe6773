using RestoreDrill.Sandbox.Control;
using RestoreDrill.Sandbox.Control.Damaging;

namespace RestoreDrill.CorruptionMatrix.Faults;

/// <summary>Every fault of the matrix, each to an object of its own of the source that <c>Source/*.sql</c> makes.</summary>
internal static class FaultCases
{
    public static IReadOnlyList<FaultCase> All { get; } =
    [
        Table("heap bit flip in text", HeapFaults.HeapBitFlip, "matrix.flipped"),
        Table("heap bit flip before the checksum", HeapFaults.HeapBitFlipSealed, "matrix.flipped_in_memory"),
        Table("line pointer zeroed", HeapFaults.ZeroLinePointer, "matrix.pointer_lost"),
        Table("heap page zeroed", HeapFaults.ZeroHeapPage, "matrix.page_zeroed"),
        Table("heap short by one page", HeapFaults.ShortenHeap, "matrix.shortened"),
        Table("heap truncated to 0", HeapFaults.EmptyHeap, "matrix.emptied"),
        Table("heap file missing", HeapFaults.RemoveFile, "matrix.file_lost"),
        Table("page in the wrong place", HeapFaults.MisplacePage, "matrix.misplaced"),
        Table("stale block, valid checksum", StaleFaults.StaleBlock, "matrix.stale_page"),
        Table("stale whole table file", StaleFaults.StaleFile, "matrix.stale_file"),
        Table("deleted row back", HeapFaults.ResurrectRow, "matrix.resurrected"),
        Index("B-tree leaf bit flip", IndexFaults.IndexBitFlip, "indexed_number"),
        Index("B-tree page zeroed", IndexFaults.ZeroIndexPage, "indexed_other"),
        Index("B-tree lacks an entry", IndexFaults.LoseIndexEntry, "indexed_third"),
        Index("text B-tree lacks an entry", IndexFaults.LoseIndexEntry, "indexed_word"),
        Index("hash index bit flip", IndexFaults.IndexBitFlip, "indexed_hash"),
        Index("hash index lacks an entry", IndexFaults.LoseIndexEntry, "indexed_hash"),
        Index("GIN index page zeroed", IndexFaults.ZeroIndexPage, "indexed_gin"),
        Index("GIN index lacks an entry", IndexFaults.LoseIndexEntry, "indexed_gin"),
        Index("GiST index lacks an entry", IndexFaults.LoseIndexEntry, "indexed_gist"),
        Index("BRIN index bit flip", IndexFaults.IndexBitFlip, "indexed_brin"),
        Table("TOAST page zeroed", ToastFaults.ZeroToastPage, "matrix.documents"),
        Table("TOAST byte flip", ToastFaults.ToastByteFlip, "matrix.scans"),
        Whole("pg_xact zeroed", ServerFaults.ZeroTransactionStatus),
        Table("one row deleted", RowFaults.DeleteRow, "matrix.deleted"),
        Table("all rows deleted", RowFaults.TruncateTable, "matrix.truncated"),
        Table("values swapped between rows", RowFaults.SwapValues, "matrix.swapped"),
        Table("1.25 becomes 1.250", RowFaults.ChangeScale, "matrix.prices", column: "price"),
        Table("duplicate primary key", RowFaults.DuplicateKey, "matrix.duplicated"),
        Table("foreign-key orphan", RowFaults.OrphanForeignKey, "matrix.children", names: ["matrix.children", "matrix.parents"]),
        Named("large object missing", RowFaults.RemoveLargeObject, null, "arge object", "pg_largeobject"),
        Table("sequence behind max(id)", StandFaults.PutSequenceBack, "matrix.numbered"),
        Named("index marked invalid", StandFaults.InvalidateIndex, "matrix.indexed_invalid", "indexed_invalid"),
        Named("index dropped", ObjectFaults.DropIndex, "matrix.indexed_dropped", "indexed_dropped"),
        Table("foreign key NOT VALID", StandFaults.UnvalidateForeignKey, "matrix.unvalidated"),
        Table("constraint dropped", ObjectFaults.DropConstraint, "matrix.checked", "amount_is_positive"),
        Named("materialised view unpopulated", StandFaults.EmptyMaterializedView, "matrix.totals", "matrix.totals"),
        Table("partition detached", ObjectFaults.DetachPartition, "matrix.events_second"),
        Table("partition dropped", ObjectFaults.DropPartition, "matrix.events_first"),
        Table("table dropped", ObjectFaults.DropTable, "matrix.dropped"),
        Named("schema dropped", ObjectFaults.DropSchema, "matrix_side", "matrix_side"),
        Named("database dropped", ObjectFaults.DropDatabase, null, "billing") with { Damage = Damage(ObjectFaults.DropDatabase) with { Database = "billing" } },
        Named("view dropped", ObjectFaults.DropView, "matrix.overview", "matrix.overview"),
        Named("function dropped", ObjectFaults.DropFunction, "matrix.halved(int)", "halved"),
        Named("function changed", StandFaults.ChangeFunction, "matrix.doubled", "doubled"),
        Named("extension missing", ObjectFaults.DropExtension, "hstore", "hstore"),
        Table("grant revoked", RightFaults.RevokeGrant, "matrix.granted", "auditor"),
        Named("membership revoked", RightFaults.RevokeMembership, "clerk", "clerk"),
        Named("role missing", RightFaults.DropRole, "auditor", "auditor"),
        Table("owner changed", RightFaults.ChangeOwner, "matrix.owned", "stranger"),
        Table("row security off", RightFaults.TurnRowSecurityOff, "matrix.secured"),
        Table("policy dropped", RightFaults.DropPolicy, "matrix.guarded", "own_rows"),
        Table("trigger disabled", StandFaults.TurnTriggerOff, "matrix.watched", "watching"),
        Named("event trigger off", StandFaults.TurnEventTriggerOff, "noticing", "noticing"),
        Table("default lost", StandFaults.ChangeDefault, "matrix.defaulted", column: "amount"),
        Named("collation version mismatch", StandFaults.AgeCollation, "matrix.german", "german"),
        Whole("older snapshot under the newer name", StaleFaults.OlderSnapshot),
        Whole("another instance's snapshot", StaleFaults.OtherInstance),
        Whole("control file missing", ServerFaults.RemoveControlFile),
    ];

    private static FaultCase Table(string title, SnapshotFault fault, string table, string? objectName = null, string? column = null, string[]? names = null) =>
        new(title, Damage(fault) with { Table = table, ObjectName = objectName, Column = column }, names ?? [table]);

    private static FaultCase Index(string title, SnapshotFault fault, string index) => new(title, Damage(fault) with { ObjectName = "matrix." + index }, [index, "matrix.indexed"], IsIndex: true);

    private static FaultCase Named(string title, SnapshotFault fault, string? objectName, params string[] names) => new(title, Damage(fault) with { ObjectName = objectName }, names);

    private static FaultCase Whole(string title, SnapshotFault fault) => new(title, Damage(fault) with { Database = null }, []);

    private static SnapshotDamage Damage(SnapshotFault fault) => new() { Snapshot = "", Fault = fault, Database = "courses" };
}
