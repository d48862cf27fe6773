using Amazon.RDS.Model;
using RestoreDrill.Aws.Calls;
using RestoreDrill.Core.Drilling;

namespace RestoreDrill.Aws.Drilling;

/// <summary>The one restore request, of drills and emergencies alike. What would reach the world, cost more or outlive a drill is explicit; storage, engine version, option group and master user are the copy's.</summary>
internal static class Restore
{
    /// <summary>
    /// Of the two values, the one that never changes the engine: with <c>...-disabled</c> RDS upgrades a major version past its end of
    /// standard support while restoring, and the drill would prove another server than the source's. The price is that Extended Support
    /// is charged for such a version for the hours a scratch instance lives, and for one that is kept until it is upgraded (RestoreDBInstanceFromDBSnapshot, EngineLifecycleSupport).
    /// </summary>
    private const string KeepEngine = "open-source-rds-extended-support";

    public static RestoreDBInstanceFromDBSnapshotRequest Request(RestoreOrder order) => new()
    {
        DBInstanceIdentifier = order.Name,
        DBSnapshotIdentifier = order.Copy,
        DBInstanceClass = order.InstanceClass,
        DBSubnetGroupName = order.SubnetGroup,
        VpcSecurityGroupIds = [.. order.SecurityGroups],
        DBParameterGroupName = order.ParameterGroup,
        PubliclyAccessible = false,
        MultiAZ = order.MultiAz,
        DeletionProtection = order.DeletionProtection,
        BackupRetentionPeriod = order.BackupRetentionDays,
        AutoMinorVersionUpgrade = false,
        CopyTagsToSnapshot = false,
        EnableIAMDatabaseAuthentication = order.IamAuthentication,
        EngineLifecycleSupport = KeepEngine,

        // Given here, or RDS would take over the tags of production; and the instance is ours from its first moment.
        Tags = Answers.Tags(order.Tags),
    };
}
