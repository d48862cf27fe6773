using Amazon.Runtime;

namespace Amazon.Backup;

/// <summary>Constants for properties of type BackupJobState; a value that is not listed here is kept as it came.</summary>
public class BackupJobState : ConstantClass
{
    public static readonly BackupJobState CREATED = new("CREATED");
    public static readonly BackupJobState PENDING = new("PENDING");
    public static readonly BackupJobState RUNNING = new("RUNNING");
    public static readonly BackupJobState ABORTING = new("ABORTING");
    public static readonly BackupJobState ABORTED = new("ABORTED");
    public static readonly BackupJobState COMPLETED = new("COMPLETED");
    public static readonly BackupJobState FAILED = new("FAILED");
    public static readonly BackupJobState EXPIRED = new("EXPIRED");
    public static readonly BackupJobState PARTIAL = new("PARTIAL");

    public BackupJobState(string value)
        : base(value)
    {
    }

    public static BackupJobState FindValue(string value) => FindValue<BackupJobState>(value);

    public static implicit operator BackupJobState(string value) => FindValue(value);
}
