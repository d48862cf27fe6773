using System.Globalization;
using System.Text.Json;
using RestoreDrill.Sandbox.Rds.Instances;

namespace RestoreDrill.Sandbox.Backup.RecoveryPoints;

/// <summary>
/// What an instance was made with, under the names of the parameters of RestoreDBInstanceFromDBSnapshot, which a restore job takes; lists as JSON in a string
/// (AWS Backup developer guide, "Restore testing inferred metadata"). Which of them AWS answers is not settled.
/// </summary>
internal static class RestoreMetadata
{
    public static Dictionary<string, string> Of(DbInstance instance)
    {
        var settings = instance.Settings;
        return new()
        {
            ["AllocatedStorage"] = settings.AllocatedStorage.ToString(CultureInfo.InvariantCulture),
            ["AutoMinorVersionUpgrade"] = Text(settings.AutoMinorVersionUpgrade),
            ["AvailabilityZone"] = instance.AvailabilityZone,
            ["CopyTagsToSnapshot"] = Text(settings.CopyTagsToSnapshot),
            ["DBInstanceClass"] = settings.InstanceClass,
            ["DBInstanceIdentifier"] = instance.Identifier,
            ["DBParameterGroupName"] = instance.ParameterGroupName,
            ["DBSubnetGroupName"] = instance.SubnetGroupName,
            ["DeletionProtection"] = Text(instance.DeletionProtection),
            ["EnableIAMDatabaseAuthentication"] = Text(instance.IamAuthentication),
            ["Engine"] = "postgres",
            ["EngineVersion"] = settings.EngineVersion,
            ["LicenseModel"] = "postgresql-license",
            ["MultiAZ"] = Text(settings.MultiAz),
            ["Port"] = settings.Port.ToString(CultureInfo.InvariantCulture),
            ["PubliclyAccessible"] = Text(instance.PubliclyAccessible),
            ["StorageType"] = settings.StorageType,
            ["VpcSecurityGroupIds"] = JsonSerializer.Serialize(instance.SecurityGroups),
        };
    }

    private static string Text(bool value) => value ? "true" : "false";
}
