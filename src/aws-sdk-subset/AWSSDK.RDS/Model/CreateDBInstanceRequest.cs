using Amazon.Wire;

namespace Amazon.RDS.Model;

/// <summary>The parameters of <c>CreateDBInstance</c>.</summary>
public partial class CreateDBInstanceRequest : AmazonRDSRequest
{
    public string DBName { get; set; }

    public string DBInstanceIdentifier { get; set; }

    public int? AllocatedStorage { get; set; }

    public string DBInstanceClass { get; set; }

    public string Engine { get; set; }

    public string MasterUsername { get; set; }

    public string MasterUserPassword { get; set; }

    [ListItem("DBSecurityGroupName")]
    public List<string> DBSecurityGroups { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    [ListItem("VpcSecurityGroupId")]
    public List<string> VpcSecurityGroupIds { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    public string AvailabilityZone { get; set; }

    public string DBSubnetGroupName { get; set; }

    public string PreferredMaintenanceWindow { get; set; }

    public string DBParameterGroupName { get; set; }

    public int? BackupRetentionPeriod { get; set; }

    public string PreferredBackupWindow { get; set; }

    public int? Port { get; set; }

    public bool? MultiAZ { get; set; }

    public string EngineVersion { get; set; }

    public bool? AutoMinorVersionUpgrade { get; set; }

    public string LicenseModel { get; set; }

    public int? Iops { get; set; }

    public int? StorageThroughput { get; set; }

    public string OptionGroupName { get; set; }

    public string CharacterSetName { get; set; }

    public string NcharCharacterSetName { get; set; }

    public bool? PubliclyAccessible { get; set; }

    [ListItem("Tag")]
    public List<Tag> Tags { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    public string DBClusterIdentifier { get; set; }

    public string StorageType { get; set; }

    public string TdeCredentialArn { get; set; }

    public string TdeCredentialPassword { get; set; }

    public bool? StorageEncrypted { get; set; }

    public string KmsKeyId { get; set; }

    public string Domain { get; set; }

    public string DomainFqdn { get; set; }

    public string DomainOu { get; set; }

    public string DomainAuthSecretArn { get; set; }

    public List<string> DomainDnsIps { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    public bool? CopyTagsToSnapshot { get; set; }

    public int? MonitoringInterval { get; set; }

    public string MonitoringRoleArn { get; set; }

    public string DomainIAMRoleName { get; set; }

    public int? PromotionTier { get; set; }

    public string Timezone { get; set; }

    public bool? EnableIAMDatabaseAuthentication { get; set; }

    public DatabaseInsightsMode DatabaseInsightsMode { get; set; }

    public bool? EnablePerformanceInsights { get; set; }

    public string PerformanceInsightsKMSKeyId { get; set; }

    public int? PerformanceInsightsRetentionPeriod { get; set; }

    public List<string> EnableCloudwatchLogsExports { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    [ListItem("ProcessorFeature")]
    public List<ProcessorFeature> ProcessorFeatures { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    public bool? DeletionProtection { get; set; }

    public int? MaxAllocatedStorage { get; set; }

    public bool? EnableCustomerOwnedIp { get; set; }

    public string NetworkType { get; set; }

    public string BackupTarget { get; set; }

    public string CustomIamInstanceProfile { get; set; }

    public string DBSystemId { get; set; }

    public string CACertificateIdentifier { get; set; }

    public bool? ManageMasterUserPassword { get; set; }

    public string MasterUserSecretKmsKeyId { get; set; }

    public bool? MultiTenant { get; set; }

    public bool? DedicatedLogVolume { get; set; }

    public string EngineLifecycleSupport { get; set; }

    public List<AdditionalStorageVolume> AdditionalStorageVolumes { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    [ListItem("item")]
    public List<TagSpecification> TagSpecifications { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    public MasterUserAuthenticationType MasterUserAuthenticationType { get; set; }
}
