using RestoreDrill.Sandbox.Control;
using RestoreDrill.Sandbox.Control.Damaging;

namespace RestoreDrill.Sandbox.Tests.Control.Damaging;

/// <summary>One damage for each fault that leaves a server to ask; those of statements come first, since the others stop it.</summary>
internal static class Damages
{
    public static IReadOnlyList<SnapshotDamage> All { get; } =
    [
        Of(RowFaults.DeleteRow, "deleted"), Of(RowFaults.TruncateTable, "truncated"), Of(RowFaults.SwapValues, "swapped"),
        Of(RowFaults.ChangeScale, "prices", column: "price"), Of(RowFaults.DuplicateKey, "duplicated"), Of(RowFaults.OrphanForeignKey, "children"),
        Of(RowFaults.RemoveLargeObject),
        Of(ObjectFaults.DropTable, "dropped"), Of(ObjectFaults.DropPartition, "events_first"), Of(ObjectFaults.DetachPartition, "events_second"),
        Of(ObjectFaults.DropSchema, null, "matrix_side"), Of(ObjectFaults.DropDatabase) with { Database = "billing" },
        Of(ObjectFaults.DropExtension, null, "hstore"), Of(ObjectFaults.DropIndex, null, "matrix.indexed_dropped"), Of(ObjectFaults.DropView, null, "matrix.overview"),
        Of(ObjectFaults.DropFunction, null, "matrix.halved(int)"), Of(ObjectFaults.DropConstraint, "checked", "amount_is_positive"),
        Of(RightFaults.RevokeGrant, "granted", "auditor"), Of(RightFaults.ChangeOwner, "owned", "stranger"), Of(RightFaults.TurnRowSecurityOff, "secured"),
        Of(RightFaults.DropPolicy, "guarded", "own_rows"), Of(RightFaults.RevokeMembership, null, "clerk"), Of(RightFaults.DropRole, null, "auditor"),
        Of(StandFaults.PutSequenceBack, "numbered"), Of(StandFaults.InvalidateIndex, null, "matrix.indexed_invalid"),
        Of(StandFaults.UnvalidateForeignKey, "unvalidated"), Of(StandFaults.EmptyMaterializedView, null, "matrix.totals"),
        Of(StandFaults.TurnEventTriggerOff, null, "noticing"), Of(StandFaults.TurnTriggerOff, "watched", "watching"),
        Of(StandFaults.ChangeDefault, "defaulted", column: "amount"), Of(StandFaults.ChangeFunction, null, "matrix.doubled"),
        Of(StandFaults.AgeCollation, null, "matrix.german"),
        // These give every page a valid checksum, so they come before those that leave a wrong one.
        Of(HeapFaults.HeapBitFlipSealed, "flipped_in_memory"), Of(HeapFaults.ResurrectRow, "resurrected"),
        Of(IndexFaults.LoseIndexEntry, null, "matrix.indexed_third"), Of(IndexFaults.LoseIndexEntry, null, "matrix.indexed_gist"),
        Of(HeapFaults.HeapBitFlip, "flipped"), Of(HeapFaults.ZeroLinePointer, "pointer_lost"), Of(HeapFaults.ZeroHeapPage, "page_zeroed"),
        Of(HeapFaults.ShortenHeap, "shortened"), Of(HeapFaults.EmptyHeap, "emptied"), Of(HeapFaults.MisplacePage, "misplaced"),
        Of(StaleFaults.StaleBlock, "stale_page"), Of(StaleFaults.StaleFile, "stale_file"),
        Of(IndexFaults.IndexBitFlip, null, "matrix.indexed_number"), Of(IndexFaults.ZeroIndexPage, null, "matrix.indexed_other"),
        Of(IndexFaults.IndexBitFlip, null, "matrix.indexed_hash"), Of(IndexFaults.IndexBitFlip, null, "matrix.indexed_gin"),
        Of(IndexFaults.IndexBitFlip, null, "matrix.indexed_brin"),
        Of(ToastFaults.ZeroToastPage, "documents"), Of(ToastFaults.ToastByteFlip, "scans"),
        Of(HeapFaults.RemoveFile, "file_lost"),
    ];

    public static SnapshotDamage Of(SnapshotFault fault, string? table = null, string? objectName = null, string? column = null) => new()
    {
        Snapshot = "newer", Fault = fault, Database = DamagedCluster.Database, Table = table is null ? null : "matrix." + table, ObjectName = objectName, Column = column,
    };
}
