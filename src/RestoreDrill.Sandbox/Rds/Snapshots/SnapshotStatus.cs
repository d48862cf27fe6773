namespace RestoreDrill.Sandbox.Rds.Snapshots;

/// <summary>The statuses of a snapshot.</summary>
internal static class SnapshotStatus
{
    public const string Creating = "creating";
    public const string Available = "available";
    public const string Failed = "failed";
    public const string Deleted = "deleted";
}
