namespace Amazon.Backup.Model;

/// <summary>How long a recovery point is kept, and where.</summary>
public partial class Lifecycle
{
    /// <summary>Absent or -1 means never.</summary>
    public long? MoveToColdStorageAfterDays { get; set; }

    /// <summary>Absent or -1 means never.</summary>
    public long? DeleteAfterDays { get; set; }

    public bool? OptInToArchiveForSupportedResources { get; set; }

    /// <summary>For recovery points that are deleted once they have been copied.</summary>
    public LifecycleDeleteAfterEvent DeleteAfterEvent { get; set; }
}
