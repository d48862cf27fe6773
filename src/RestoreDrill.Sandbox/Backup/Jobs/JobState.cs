namespace RestoreDrill.Sandbox.Backup.Jobs;

/// <summary>The states of backup and copy jobs.</summary>
internal static class JobState
{
    public const string Created = "CREATED";
    public const string Running = "RUNNING";
    public const string Completed = "COMPLETED";
    public const string Failed = "FAILED";

    /// <summary>Of a backup job that could not start within its window.</summary>
    public const string Expired = "EXPIRED";

    /// <summary>Whether there is something to do for the job still.</summary>
    public static bool IsOpen(string state) => state is Created or Running;
}
