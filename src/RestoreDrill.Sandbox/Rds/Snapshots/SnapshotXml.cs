using System.Xml.Linq;
using RestoreDrill.Sandbox.Http;
using RestoreDrill.Sandbox.Rds.Groups;
using RestoreDrill.Sandbox.Rds.Tags;

namespace RestoreDrill.Sandbox.Rds.Snapshots;

/// <summary>A snapshot as RDS answers it.</summary>
internal static class SnapshotXml
{
    public static XElement Result(RdsCall call, DbSnapshot snapshot) => new(call.Call.Action + "Result", Render(call, snapshot));

    public static XElement Render(RdsCall call, DbSnapshot snapshot)
    {
        var settings = snapshot.Settings;
        var isOwn = snapshot.AccountId == call.AccountId;
        var crossesAccounts = snapshot.CopiedFromArn is { } source && RdsArn.TryParse(source)?.AccountId != snapshot.AccountId;
        return new XElement("DBSnapshot",
            // One that another account shares goes by its ARN.
            new XElement("DBSnapshotIdentifier", isOwn ? snapshot.Identifier : snapshot.Arn.ToString()),
            new XElement("DBInstanceIdentifier", snapshot.InstanceIdentifier),
            QueryXml.Optional("SnapshotCreateTime", snapshot.CreatedAt),
            new XElement("Engine", "postgres"),
            new XElement("AllocatedStorage", settings.AllocatedStorage),
            new XElement("Status", snapshot.Status),
            new XElement("Port", settings.Port),
            new XElement("AvailabilityZone", snapshot.AvailabilityZone),
            new XElement("VpcId", SubnetGroups.VpcOf(snapshot.AccountId, snapshot.Region)),
            QueryXml.Optional("InstanceCreateTime", snapshot.InstanceCreatedAt),
            new XElement("MasterUsername", settings.MasterUsername),
            new XElement("EngineVersion", settings.EngineVersion),
            new XElement("LicenseModel", "postgresql-license"),
            new XElement("SnapshotType", isOwn ? snapshot.Type : "shared"),
            QueryXml.Optional("Iops", settings.Iops),
            QueryXml.Optional("StorageThroughput", settings.StorageThroughput),
            new XElement("OptionGroupName", "default:postgres-" + settings.EngineVersion.Split('.')[0]),
            new XElement("PercentProgress", snapshot.PercentProgress),
            snapshot.CopiedFromArn is null ? null : new XElement("SourceRegion", snapshot.Region),
            crossesAccounts ? new XElement("SourceDBSnapshotIdentifier", snapshot.CopiedFromArn) : null,
            new XElement("StorageType", settings.StorageType),
            QueryXml.Optional("Encrypted", snapshot.KmsKeyId is not null),
            QueryXml.Optional("KmsKeyId", snapshot.KmsKeyId),
            new XElement("DBSnapshotArn", snapshot.Arn),
            QueryXml.Optional("IAMDatabaseAuthenticationEnabled", snapshot.IamAuthentication),
            new XElement("ProcessorFeatures"),
            new XElement("DbiResourceId", snapshot.DbiResourceId),
            ResourceTag.List(isOwn ? snapshot.Tags : []),
            new XElement("SnapshotTarget", "region"),
            QueryXml.Optional("OriginalSnapshotCreateTime", snapshot.OriginallyCreatedAt),
            QueryXml.Optional("SnapshotDatabaseTime", snapshot.DatabaseTime),
            QueryXml.Optional("DedicatedLogVolume", false));
    }
}
