namespace RestoreDrill.Sandbox.Backup.Restores;

/// <summary>
/// The metadata that a restore of an RDS instance takes: the parameters of RestoreDBInstanceFromDBSnapshot, "EngineVersion, KmsKeyId, Encrypted, vpcId are accepted but ignored"
/// (AWS Backup developer guide, "Restoring an RDS database"). The guide writes them with a small first letter (dbInstanceIdentifier), GetRecoveryPointRestoreMetadata answers RDS's
/// own names: case does not count here, so that what was answered can be sent back.
/// </summary>
internal static class RestoreMetadataKeys
{
    public const string Identifier = "DBInstanceIdentifier";

    private static readonly (MetadataKind Kind, string[] Names)[] ByKind =
    [
        (MetadataKind.Text,
        [
            Identifier, "DBInstanceClass", "DBSubnetGroupName", "DBParameterGroupName", "DBName", "AvailabilityZone", "CACertificateIdentifier", "Domain", "DomainIAMRoleName",
            "Engine", "EngineLifecycleSupport", "LicenseModel", "NetworkType", "OptionGroupName", "PreferredBackupWindow", "StorageType",
        ]),
        (MetadataKind.Flag,
        [
            "AutoMinorVersionUpgrade", "CopyTagsToSnapshot", "DeletionProtection", "EnableIAMDatabaseAuthentication", "MultiAZ", "PubliclyAccessible", "UseDefaultProcessorFeatures",
        ]),
        (MetadataKind.Number, ["AllocatedStorage", "BackupRetentionPeriod", "Iops", "Port", "StorageThroughput"]),
        (MetadataKind.List, ["EnableCloudwatchLogsExports", "VpcSecurityGroupIds"]),
        (MetadataKind.Ignored, ["Encrypted", "EngineVersion", "KmsKeyId", "VpcId"]),
    ];

    private static readonly Dictionary<string, (string Name, MetadataKind Kind)> Known = ByKind
        .SelectMany(group => group.Names.Select(name => (name, group.Kind)))
        .ToDictionary(pair => pair.name, StringComparer.OrdinalIgnoreCase);

    /// <summary>RDS's name for a key and what its value has to be; null for one that is not known.</summary>
    public static (string Name, MetadataKind Kind)? Find(string key) => Known.TryGetValue(key, out var found) ? found : null;
}
