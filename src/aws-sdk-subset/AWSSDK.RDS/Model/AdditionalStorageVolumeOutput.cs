namespace Amazon.RDS.Model;

/// <summary>The <c>AdditionalStorageVolumeOutput</c> shape of the RDS API.</summary>
public partial class AdditionalStorageVolumeOutput
{
    public string VolumeName { get; set; }

    public string StorageVolumeStatus { get; set; }

    public int? AllocatedStorage { get; set; }

    public int? IOPS { get; set; }

    public int? MaxAllocatedStorage { get; set; }

    public int? StorageThroughput { get; set; }

    public string StorageType { get; set; }

    public string StorageOperationStatus { get; set; }

    public int? StorageOperationPercentProgress { get; set; }
}
