using Amazon.Wire;

namespace Amazon.RDS.Model;

/// <summary>A DB instance, as <c>DescribeDBInstances</c> and the calls that change one report it.</summary>
public partial class DBInstance
{
    public string DBInstanceIdentifier { get; set; }

    public string DBInstanceClass { get; set; }

    public string Engine { get; set; }

    /// <summary>For example <c>available</c>, <c>creating</c>, <c>deleting</c>, <c>incompatible-restore</c>; an open set.</summary>
    public string DBInstanceStatus { get; set; }

    public string MasterUsername { get; set; }

    public string DBName { get; set; }

    /// <summary>Null until the instance has one, that is while it is being created or restored.</summary>
    public Endpoint Endpoint { get; set; }

    /// <summary>In GiB.</summary>
    public int? AllocatedStorage { get; set; }

    public DateTime? InstanceCreateTime { get; set; }

    public string PreferredBackupWindow { get; set; }

    /// <summary>In days; 0 means automated backups are off.</summary>
    public int? BackupRetentionPeriod { get; set; }

    [ListItem("DBSecurityGroup")]
    public List<DBSecurityGroupMembership> DBSecurityGroups { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    [ListItem("VpcSecurityGroupMembership")]
    public List<VpcSecurityGroupMembership> VpcSecurityGroups { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    [ListItem("DBParameterGroup")]
    public List<DBParameterGroupStatus> DBParameterGroups { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    public string AvailabilityZone { get; set; }

    public DBSubnetGroup DBSubnetGroup { get; set; }

    public string PreferredMaintenanceWindow { get; set; }

    public UpgradeRolloutOrder UpgradeRolloutOrder { get; set; }

    public PendingModifiedValues PendingModifiedValues { get; set; }

    /// <summary>UTC.</summary>
    public DateTime? LatestRestorableTime { get; set; }

    public bool? MultiAZ { get; set; }

    public string EngineVersion { get; set; }

    public bool? AutoMinorVersionUpgrade { get; set; }

    public string ReadReplicaSourceDBInstanceIdentifier { get; set; }

    [ListItem("ReadReplicaDBInstanceIdentifier")]
    public List<string> ReadReplicaDBInstanceIdentifiers { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    [ListItem("ReadReplicaDBClusterIdentifier")]
    public List<string> ReadReplicaDBClusterIdentifiers { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    public ReplicaMode ReplicaMode { get; set; }

    public string LicenseModel { get; set; }

    public int? Iops { get; set; }

    public int? StorageThroughput { get; set; }

    [ListItem("OptionGroupMembership")]
    public List<OptionGroupMembership> OptionGroupMemberships { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    public string CharacterSetName { get; set; }

    public string NcharCharacterSetName { get; set; }

    public string SecondaryAvailabilityZone { get; set; }

    public bool? PubliclyAccessible { get; set; }

    [ListItem("DBInstanceStatusInfo")]
    public List<DBInstanceStatusInfo> StatusInfos { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    public string StorageType { get; set; }

    public StorageEncryptionType StorageEncryptionType { get; set; }

    public string TdeCredentialArn { get; set; }

    public int? DbInstancePort { get; set; }

    public string DBClusterIdentifier { get; set; }

    public bool? StorageEncrypted { get; set; }

    public string KmsKeyId { get; set; }

    /// <summary>Unique per region for the life of the instance and never reused, unlike its identifier.</summary>
    public string DbiResourceId { get; set; }

    public string CACertificateIdentifier { get; set; }

    [ListItem("DomainMembership")]
    public List<DomainMembership> DomainMemberships { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    public bool? CopyTagsToSnapshot { get; set; }

    public int? MonitoringInterval { get; set; }

    public string EnhancedMonitoringResourceArn { get; set; }

    public string MonitoringRoleArn { get; set; }

    public int? PromotionTier { get; set; }

    public string DBInstanceArn { get; set; }

    public string Timezone { get; set; }

    public bool? IAMDatabaseAuthenticationEnabled { get; set; }

    public DatabaseInsightsMode DatabaseInsightsMode { get; set; }

    public bool? PerformanceInsightsEnabled { get; set; }

    public string PerformanceInsightsKMSKeyId { get; set; }

    public int? PerformanceInsightsRetentionPeriod { get; set; }

    public List<string> EnabledCloudwatchLogsExports { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    [ListItem("ProcessorFeature")]
    public List<ProcessorFeature> ProcessorFeatures { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    public bool? DeletionProtection { get; set; }

    [ListItem("DBInstanceRole")]
    public List<DBInstanceRole> AssociatedRoles { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    public Endpoint ListenerEndpoint { get; set; }

    public int? MaxAllocatedStorage { get; set; }

    [ListItem("Tag")]
    public List<Tag> TagList { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    public AutomationMode AutomationMode { get; set; }

    public DateTime? ResumeFullAutomationModeTime { get; set; }

    public bool? CustomerOwnedIpEnabled { get; set; }

    public string NetworkType { get; set; }

    public ActivityStreamStatus ActivityStreamStatus { get; set; }

    public string ActivityStreamKmsKeyId { get; set; }

    public string ActivityStreamKinesisStreamName { get; set; }

    public ActivityStreamMode ActivityStreamMode { get; set; }

    public bool? ActivityStreamEngineNativeAuditFieldsIncluded { get; set; }

    public string AwsBackupRecoveryPointArn { get; set; }

    [ListItem("DBInstanceAutomatedBackupsReplication")]
    public List<DBInstanceAutomatedBackupsReplication> DBInstanceAutomatedBackupsReplications { get; set; }
        = AWSConfigs.InitializeCollections ? [] : null;

    public string BackupTarget { get; set; }

    public DateTime? AutomaticRestartTime { get; set; }

    public string CustomIamInstanceProfile { get; set; }

    public ActivityStreamPolicyStatus ActivityStreamPolicyStatus { get; set; }

    public CertificateDetails CertificateDetails { get; set; }

    public string DBSystemId { get; set; }

    public MasterUserSecret MasterUserSecret { get; set; }

    public string ReadReplicaSourceDBClusterIdentifier { get; set; }

    /// <summary>Of a storage optimization. A string on the wire.</summary>
    public string PercentProgress { get; set; }

    public bool? MultiTenant { get; set; }

    public bool? DedicatedLogVolume { get; set; }

    public bool? IsStorageConfigUpgradeAvailable { get; set; }

    public string EngineLifecycleSupport { get; set; }

    public List<AdditionalStorageVolumeOutput> AdditionalStorageVolumes { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    public string StorageVolumeStatus { get; set; }

    /// <summary><c>Initializing</c> or <c>Optimizing</c>. Absent when no storage operation runs, and in regions that do not report it.</summary>
    public string StorageOperationStatus { get; set; }

    /// <summary>From 0 to 100; absent when no storage operation runs.</summary>
    public int? StorageOperationPercentProgress { get; set; }
}
