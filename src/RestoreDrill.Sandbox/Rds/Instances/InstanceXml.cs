using System.Xml.Linq;
using RestoreDrill.Sandbox.Http;
using RestoreDrill.Sandbox.Rds.Groups;
using RestoreDrill.Sandbox.Rds.Tags;

namespace RestoreDrill.Sandbox.Rds.Instances;

/// <summary>A DB instance as RDS answers it.</summary>
internal static class InstanceXml
{
    public static XElement Result(RdsCall call, DbInstance instance) => new(call.Call.Action + "Result", Render(call, instance));

    public static XElement Render(RdsCall call, DbInstance instance)
    {
        var settings = instance.Settings;
        return new XElement("DBInstance",
            new XElement("DBInstanceIdentifier", instance.Identifier),
            new XElement("DBInstanceClass", settings.InstanceClass),
            new XElement("Engine", "postgres"),
            new XElement("DBInstanceStatus", instance.Status),
            new XElement("MasterUsername", settings.MasterUsername),
            QueryXml.Optional("DBName", settings.DbName),
            instance.Port is not { } port ? null : new XElement("Endpoint",
                new XElement("Address", "127.0.0.1"), new XElement("Port", port), new XElement("HostedZoneId", "Z29XKXDKYMONMX")),
            new XElement("AllocatedStorage", settings.AllocatedStorage),
            QueryXml.Optional("InstanceCreateTime", instance.CreatedAt),
            new XElement("PreferredBackupWindow", settings.BackupWindow),
            new XElement("BackupRetentionPeriod", settings.BackupRetentionPeriod),
            new XElement("DBSecurityGroups"),
            new XElement("VpcSecurityGroups", instance.SecurityGroups.Select(group => new XElement("VpcSecurityGroupMembership",
                new XElement("VpcSecurityGroupId", group), new XElement("Status", "active")))),
            new XElement("DBParameterGroups", new XElement("DBParameterGroup",
                new XElement("DBParameterGroupName", instance.ParameterGroupName),
                new XElement("ParameterApplyStatus", instance.ParameterApplyStatus))),
            new XElement("AvailabilityZone", instance.AvailabilityZone),
            SubnetGroups.Of(call).Where(group => group.Name == instance.SubnetGroupName).Select(group => SubnetGroups.Xml(call, group)),
            new XElement("PreferredMaintenanceWindow", settings.MaintenanceWindow),
            Pending(instance),
            settings.BackupRetentionPeriod > 0 ? QueryXml.Optional("LatestRestorableTime", instance.CreatedAt) : null,
            QueryXml.Optional("MultiAZ", settings.MultiAz),
            new XElement("EngineVersion", settings.EngineVersion),
            QueryXml.Optional("AutoMinorVersionUpgrade", settings.AutoMinorVersionUpgrade),
            new XElement("ReadReplicaDBInstanceIdentifiers"),
            new XElement("LicenseModel", "postgresql-license"),
            QueryXml.Optional("Iops", settings.Iops),
            QueryXml.Optional("StorageThroughput", settings.StorageThroughput),
            new XElement("OptionGroupMemberships", new XElement("OptionGroupMembership",
                new XElement("OptionGroupName", "default:postgres-" + settings.EngineVersion.Split('.')[0]), new XElement("Status", "in-sync"))),
            QueryXml.Optional("PubliclyAccessible", instance.PubliclyAccessible),
            new XElement("StorageType", settings.StorageType),
            new XElement("DbInstancePort", 0),
            QueryXml.Optional("StorageEncrypted", instance.IsEncrypted),
            QueryXml.Optional("KmsKeyId", instance.KmsKeyId),
            new XElement("DbiResourceId", instance.DbiResourceId),
            new XElement("CACertificateIdentifier", instance.CaCertificateIdentifier),
            new XElement("DomainMemberships"),
            QueryXml.Optional("CopyTagsToSnapshot", settings.CopyTagsToSnapshot),
            new XElement("MonitoringInterval", 0),
            new XElement("DBInstanceArn", instance.Arn),
            QueryXml.Optional("IAMDatabaseAuthenticationEnabled", instance.IamAuthentication),
            QueryXml.Optional("PerformanceInsightsEnabled", false),
            instance.LogExports.Count == 0 ? null : QueryXml.List("EnabledCloudwatchLogsExports", "member", instance.LogExports),
            QueryXml.Optional("DeletionProtection", instance.DeletionProtection),
            new XElement("AssociatedRoles"),
            ResourceTag.List(instance.Tags),
            QueryXml.Optional("CustomerOwnedIpEnabled", false),
            new XElement("NetworkType", "IPV4"),
            new XElement("ActivityStreamStatus", "stopped"),
            new XElement("BackupTarget", "region"),
            new XElement("CertificateDetails", new XElement("CAIdentifier", instance.CaCertificateIdentifier)),
            QueryXml.Optional("DedicatedLogVolume", false),
            new XElement("EngineLifecycleSupport", settings.EngineLifecycleSupport));
    }

    private static XElement Pending(DbInstance instance) =>
        new("PendingModifiedValues",
            instance.PendingMasterPassword is not null && instance.Port is not null ? new XElement("MasterUserPassword", "****") : null,
            instance.PendingChanges.Select(change => new XElement(change.Key, change.Value)));
}
