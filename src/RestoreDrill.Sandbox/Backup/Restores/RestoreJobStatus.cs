namespace RestoreDrill.Sandbox.Backup.Restores;

/// <summary>The statuses of restore jobs: what other jobs have as their state (API reference, DescribeRestoreJob).</summary>
internal static class RestoreJobStatus
{
    public const string Pending = "PENDING";
    public const string Running = "RUNNING";
    public const string Completed = "COMPLETED";
    public const string Failed = "FAILED";

    /// <summary>When AWS aborts a job is not settled: here one whose instance was deleted while it was made.</summary>
    public const string Aborted = "ABORTED";
}
