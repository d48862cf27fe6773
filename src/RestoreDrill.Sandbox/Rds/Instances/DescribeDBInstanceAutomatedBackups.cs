using System.Xml.Linq;
using RestoreDrill.Sandbox.Accounts;
using RestoreDrill.Sandbox.Http;
using RestoreDrill.Sandbox.Rds.Groups;
using RestoreDrill.Sandbox.Rds.Tags;

namespace RestoreDrill.Sandbox.Rds.Instances;

internal sealed class DescribeDBInstanceAutomatedBackups(SandboxClock clock) : IRdsOperation
{
    private static readonly Dictionary<string, Func<Backup, string?>> Known = new()
    {
        ["status"] = backup => backup.Status,
        ["db-instance-id"] = backup => backup.Instance.Identifier,
        ["dbi-resource-id"] = backup => backup.Instance.DbiResourceId,
    };

    public string Name => nameof(DescribeDBInstanceAutomatedBackups);

    public XElement? Execute(RdsCall call)
    {
        var identifier = call.Parameters.Text("DBInstanceIdentifier");
        var resourceId = call.Parameters.Text("DbiResourceId");
        var arn = call.Parameters.Text("DBInstanceAutomatedBackupsArn");
        var now = clock.GetUtcNow();
        var backups = call.Instances
            .Where(instance => instance.Settings.BackupRetentionPeriod > 0)
            .Select(instance => new Backup(instance, instance.CreatedAt is null ? "creating" : "active", now))
            .Concat(call.State.RetainedBackups
                .Where(retained => retained.Instance.Region == call.Region
                    && retained.DeletedAt.AddDays(retained.Instance.Settings.BackupRetentionPeriod) > now)
                .Select(retained => new Backup(retained.Instance, "retained", retained.DeletedAt)))
            .Where(backup => (identifier is null || backup.Instance.Identifier == identifier)
                && (resourceId is null || backup.Instance.DbiResourceId == resourceId)
                && (arn is null || Arn(backup.Instance).ToString() == arn))
            .ToList();
        if (backups.Count == 0 && (resourceId ?? arn) is { } wanted)
        {
            throw new AwsError("DBInstanceAutomatedBackupNotFound", $"DBInstanceAutomatedBackup {wanted} not found.", 404);
        }

        return Page.Of(call.Parameters, Name + "Result", "DBInstanceAutomatedBackups", backups.Where(Filters.Read(call.Parameters, Known)),
            backup => backup.Instance.DbiResourceId, Xml);
    }

    private static RdsArn Arn(DbInstance instance) =>
        new(instance.Region, instance.AccountId, "auto-backup", "ab-" + Identifiers.Derived(instance.DbiResourceId, 26).ToLowerInvariant());

    private static XElement Xml(Backup backup)
    {
        var instance = backup.Instance;
        var settings = instance.Settings;
        return new XElement("DBInstanceAutomatedBackup",
            new XElement("DBInstanceArn", instance.Arn),
            new XElement("DbiResourceId", instance.DbiResourceId),
            new XElement("Region", instance.Region),
            new XElement("DBInstanceIdentifier", instance.Identifier),
            instance.CreatedAt is not { } created ? null : new XElement("RestoreWindow",
                new XElement("EarliestTime", QueryXml.Time(created)), new XElement("LatestTime", QueryXml.Time(backup.Until))),
            new XElement("AllocatedStorage", settings.AllocatedStorage),
            new XElement("Status", backup.Status),
            new XElement("Port", settings.Port),
            new XElement("AvailabilityZone", instance.AvailabilityZone),
            new XElement("VpcId", SubnetGroups.VpcOf(instance.AccountId, instance.Region)),
            QueryXml.Optional("InstanceCreateTime", instance.CreatedAt),
            new XElement("MasterUsername", settings.MasterUsername),
            new XElement("Engine", "postgres"),
            new XElement("EngineVersion", settings.EngineVersion),
            new XElement("LicenseModel", "postgresql-license"),
            QueryXml.Optional("Encrypted", instance.IsEncrypted),
            new XElement("StorageType", settings.StorageType),
            QueryXml.Optional("KmsKeyId", instance.KmsKeyId),
            QueryXml.Optional("IAMDatabaseAuthenticationEnabled", instance.IamAuthentication),
            new XElement("BackupRetentionPeriod", settings.BackupRetentionPeriod),
            new XElement("DBInstanceAutomatedBackupsArn", Arn(instance)),
            ResourceTag.List(instance.Tags),
            new XElement("BackupTarget", "region"));
    }

    private sealed record Backup(DbInstance Instance, string Status, DateTimeOffset Until);
}
