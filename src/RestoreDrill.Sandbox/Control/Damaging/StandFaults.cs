namespace RestoreDrill.Sandbox.Control.Damaging;

/// <summary>Objects that are there and do not do what they did.</summary>
public static class StandFaults
{
    public static SnapshotFault PutSequenceBack { get; } = Statement.FoundOnTable(
        "putSequenceBack", "The sequence of a column of the table is behind the column's largest value.", "sequence of its own",
        """
        SELECT format('SELECT setval(%L, %s, false)', s.seqrelid::regclass, s.seqmin)
        FROM pg_depend d JOIN pg_sequence s ON s.seqrelid = d.objid
        WHERE d.classid = 'pg_class'::regclass AND d.refclassid = 'pg_class'::regclass AND d.refobjid = $1 AND d.deptype IN ('a', 'i') ORDER BY d.refobjsubid
        """);

    public static SnapshotFault InvalidateIndex { get; } = Statement.FoundOnObject(
        "invalidateIndex", "An index (`objectName`) is marked invalid: queries do not use it.",
        "SELECT format('UPDATE pg_index SET indisvalid = false WHERE indexrelid = %s', indexrelid) FROM pg_index WHERE indexrelid = $1::regclass");

    public static SnapshotFault UnvalidateForeignKey { get; } = Statement.FoundOnTable(
        "unvalidateForeignKey", "A foreign key of the table is NOT VALID.", "foreign key",
        "SELECT format('UPDATE pg_constraint SET convalidated = false WHERE oid = %s', oid) FROM pg_constraint WHERE conrelid = $1 AND contype = 'f' ORDER BY conname");

    public static SnapshotFault EmptyMaterializedView { get; } = Statement.OnObject(
        "emptyMaterializedView", "A materialised view (`objectName`) is not populated.", static scene => $"REFRESH MATERIALIZED VIEW {scene.ObjectName} WITH NO DATA");

    public static SnapshotFault TurnEventTriggerOff { get; } = Statement.OnObject(
        "turnEventTriggerOff", "An event trigger (`objectName`) is disabled.", static scene => $"ALTER EVENT TRIGGER {scene.ObjectName} DISABLE");

    public static SnapshotFault TurnTriggerOff { get; } = Statement.OnTable(
        "turnTriggerOff", "A trigger (`objectName`) of the table is disabled.", static (scene, target) => $"ALTER TABLE {target.Name} DISABLE TRIGGER {scene.ObjectName}");

    public static SnapshotFault ChangeDefault { get; } = Statement.OnTable(
        "changeDefault", "A column (`column`) of the table has lost its default.", static (scene, target) => $"ALTER TABLE {target.Name} ALTER COLUMN {scene.Column} DROP DEFAULT");

    public static SnapshotFault ChangeFunction { get; } = Statement.FoundOnObject(
        "changeFunction", "A function (`objectName`) has another body.",
        "SELECT format('UPDATE pg_proc SET prosrc = prosrc || '' '' WHERE oid = %s', oid) FROM pg_proc WHERE oid = $1::regproc");

    public static SnapshotFault AgeCollation { get; } = Statement.FoundOnObject(
        "ageCollation", "A collation (`objectName`) was made with another version of its library.",
        "SELECT format('UPDATE pg_collation SET collversion = ''0'' WHERE oid = %s', oid) FROM pg_collation WHERE oid = $1::regcollation AND collversion IS NOT NULL");

    internal static IReadOnlyList<SnapshotFault> All { get; } =
    [
        PutSequenceBack, InvalidateIndex, UnvalidateForeignKey, EmptyMaterializedView, TurnEventTriggerOff, TurnTriggerOff, ChangeDefault, ChangeFunction,
        AgeCollation,
    ];
}
