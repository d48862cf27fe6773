using RestoreDrill.Sandbox.Http;

namespace RestoreDrill.Sandbox.Rds.Instances;

/// <summary>The settings that creating, restoring and modifying take under the same names.</summary>
internal static class InstanceChanges
{
    public static InstanceSettings Read(CallParameters parameters, InstanceSettings over)
    {
        var instanceClass = parameters.Text("DBInstanceClass") ?? over.InstanceClass;
        if (!instanceClass.StartsWith("db.", StringComparison.Ordinal) || instanceClass.Count(c => c == '.') != 2)
        {
            throw AwsError.InvalidParameterValue($"Invalid DB Instance class: {instanceClass}");
        }

        var retention = parameters.Number("BackupRetentionPeriod") ?? over.BackupRetentionPeriod;
        if (retention is < 0 or > 35)
        {
            throw AwsError.InvalidParameterValue($"Invalid backup retention period: {retention}. Must be between 0 and 35.");
        }

        return over with
        {
            InstanceClass = instanceClass,
            AllocatedStorage = Storage(parameters.Number("AllocatedStorage"), over.AllocatedStorage),
            StorageType = parameters.Text("StorageType") ?? over.StorageType,
            Iops = parameters.Number("Iops") ?? over.Iops,
            StorageThroughput = parameters.Number("StorageThroughput") ?? over.StorageThroughput,
            MultiAz = parameters.Flag("MultiAZ") ?? over.MultiAz,
            BackupRetentionPeriod = retention,
            BackupWindow = parameters.Text("PreferredBackupWindow") ?? over.BackupWindow,
            MaintenanceWindow = parameters.Text("PreferredMaintenanceWindow") ?? over.MaintenanceWindow,
            CopyTagsToSnapshot = parameters.Flag("CopyTagsToSnapshot") ?? over.CopyTagsToSnapshot,
            AutoMinorVersionUpgrade = parameters.Flag("AutoMinorVersionUpgrade") ?? over.AutoMinorVersionUpgrade,
        };
    }

    // Storage cannot shrink, and grows by a tenth at least.
    private static int Storage(int? asked, int before)
    {
        if (asked is not { } size || size == before)
        {
            return before;
        }

        return before == 0 || size * 10 >= before * 11
            ? size
            : throw AwsError.InvalidParameterCombination(size < before
                ? $"Requested storage size ({size}) cannot be less than the current storage size ({before})."
                : $"Invalid storage size for engine name postgres and storage type: {size}. It must grow by at least 10 percent over {before}.");
    }
}
