using Amazon.Wire;

namespace Amazon.RDS.Model;

/// <summary>A DB snapshot.</summary>
public partial class DBSnapshot
{
    public string DBSnapshotIdentifier { get; set; }

    public string DBInstanceIdentifier { get; set; }

    /// <summary>UTC. Of this snapshot: a copy gets a new one.</summary>
    public DateTime? SnapshotCreateTime { get; set; }

    public string Engine { get; set; }

    /// <summary>In GiB.</summary>
    public int? AllocatedStorage { get; set; }

    public string Status { get; set; }

    public int? Port { get; set; }

    public string AvailabilityZone { get; set; }

    public string VpcId { get; set; }

    public DateTime? InstanceCreateTime { get; set; }

    public string MasterUsername { get; set; }

    public string EngineVersion { get; set; }

    public string LicenseModel { get; set; }

    /// <summary>
    /// <c>manual</c>, <c>automated</c>, <c>shared</c>, <c>public</c> or <c>awsbackup</c>; a plain string in the official package too.
    /// </summary>
    public string SnapshotType { get; set; }

    public int? Iops { get; set; }

    public int? StorageThroughput { get; set; }

    public string OptionGroupName { get; set; }

    /// <summary>From 0 to 100.</summary>
    public int? PercentProgress { get; set; }

    /// <summary>The region it was created in or copied from.</summary>
    public string SourceRegion { get; set; }

    public string SourceDBSnapshotIdentifier { get; set; }

    public string StorageType { get; set; }

    public string TdeCredentialArn { get; set; }

    public bool? Encrypted { get; set; }

    public StorageEncryptionType StorageEncryptionType { get; set; }

    public int? BackupRetentionPeriod { get; set; }

    public string PreferredBackupWindow { get; set; }

    public string KmsKeyId { get; set; }

    public string DBSnapshotArn { get; set; }

    public string Timezone { get; set; }

    public bool? IAMDatabaseAuthenticationEnabled { get; set; }

    [ListItem("ProcessorFeature")]
    public List<ProcessorFeature> ProcessorFeatures { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    public string DbiResourceId { get; set; }

    [ListItem("Tag")]
    public List<Tag> TagList { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    public string SnapshotTarget { get; set; }

    /// <summary>UTC. When the snapshot was first made; a copy keeps it.</summary>
    public DateTime? OriginalSnapshotCreateTime { get; set; }

    /// <summary>UTC. The most recent transaction that an instance restored from the snapshot has.</summary>
    public DateTime? SnapshotDatabaseTime { get; set; }

    public string DBSystemId { get; set; }

    public bool? MultiTenant { get; set; }

    public bool? DedicatedLogVolume { get; set; }

    public List<AdditionalStorageVolume> AdditionalStorageVolumes { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    public string SnapshotAvailabilityZone { get; set; }
}
