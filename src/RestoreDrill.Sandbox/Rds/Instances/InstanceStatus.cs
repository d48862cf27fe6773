namespace RestoreDrill.Sandbox.Rds.Instances;

/// <summary>The instance statuses that the sandbox goes through (Amazon RDS User Guide, "Viewing Amazon RDS DB instance status").</summary>
internal static class InstanceStatus
{
    public const string Creating = "creating";
    public const string BackingUp = "backing-up";
    public const string Modifying = "modifying";
    public const string Available = "available";
    public const string Rebooting = "rebooting";
    public const string Resetting = "resetting-master-credentials";
    public const string Deleting = "deleting";
    public const string Failed = "failed";
    public const string StorageFull = "storage-full";
    public const string Inaccessible = "inaccessible-encryption-credentials-recoverable";
    public const string IncompatibleParameters = "incompatible-parameters";
    public const string IncompatibleRestore = "incompatible-restore";
}
