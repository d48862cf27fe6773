namespace Amazon.RDS.Model;

/// <summary>The <c>AdditionalStorageVolume</c> shape of the RDS API.</summary>
public partial class AdditionalStorageVolume
{
    public string VolumeName { get; set; }

    public int? AllocatedStorage { get; set; }

    public int? IOPS { get; set; }

    public int? MaxAllocatedStorage { get; set; }

    public int? StorageThroughput { get; set; }

    public string StorageType { get; set; }
}
