using RestoreDrill.Sandbox.Clusters;

namespace RestoreDrill.Sandbox.Control.Damaging;

/// <summary>Objects that are gone.</summary>
public static class ObjectFaults
{
    public static SnapshotFault DropTable { get; } = Statement.OnTable("dropTable", "The table is gone, with what depends on it.", static (_, target) => $"DROP TABLE {target.Name} CASCADE");

    public static SnapshotFault DropPartition { get; } = Statement.FoundOnTable(
        "dropPartition", "A partition of the table is gone.", "partition", "SELECT format('DROP TABLE %s', inhrelid::regclass) FROM pg_inherits WHERE inhrelid = $1");

    public static SnapshotFault DetachPartition { get; } = Statement.FoundOnTable(
        "detachPartition", "A partition of the table is a table of its own.", "partition",
        "SELECT format('ALTER TABLE %s DETACH PARTITION %s', inhparent::regclass, inhrelid::regclass) FROM pg_inherits WHERE inhrelid = $1");

    public static SnapshotFault DropSchema { get; } = Statement.OnObject("dropSchema", "A schema (`objectName`) is gone, with all that is in it.", static scene => $"DROP SCHEMA {scene.ObjectName} CASCADE");

    public static SnapshotFault DropDatabase { get; } = new(
        "dropDatabase", "The database is gone.",
        static (scene, ct) => Statement.RunAsync(scene, "postgres", $"DROP DATABASE {Sql.Name(scene.Database)} WITH (FORCE)", scene.Database, ct));

    public static SnapshotFault DropExtension { get; } = Statement.OnObject("dropExtension", "An extension (`objectName`) is gone.", static scene => $"DROP EXTENSION {scene.ObjectName} CASCADE");

    public static SnapshotFault DropIndex { get; } = Statement.OnObject("dropIndex", "An index (`objectName`) is gone.", static scene => $"DROP INDEX {scene.ObjectName}");

    public static SnapshotFault DropView { get; } = Statement.OnObject("dropView", "A view (`objectName`) is gone.", static scene => $"DROP VIEW {scene.ObjectName} CASCADE");

    public static SnapshotFault DropFunction { get; } = Statement.OnObject("dropFunction", "A function (`objectName`) is gone, with the triggers that call it.", static scene => $"DROP FUNCTION {scene.ObjectName} CASCADE");

    public static SnapshotFault DropConstraint { get; } = Statement.OnTable(
        "dropConstraint", "A constraint (`objectName`) of the table is gone.", static (scene, target) => $"ALTER TABLE {target.Name} DROP CONSTRAINT {scene.ObjectName}");

    internal static IReadOnlyList<SnapshotFault> All { get; } =
        [DropTable, DropPartition, DetachPartition, DropSchema, DropDatabase, DropExtension, DropIndex, DropView, DropFunction, DropConstraint];
}
