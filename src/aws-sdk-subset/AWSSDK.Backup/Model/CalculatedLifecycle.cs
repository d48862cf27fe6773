namespace Amazon.Backup.Model;

/// <summary>When a recovery point is moved to cold storage and deleted, by its lifecycle.</summary>
public partial class CalculatedLifecycle
{
    public DateTime? MoveToColdStorageAt { get; set; }

    public DateTime? DeleteAt { get; set; }
}
