using Amazon.RDS.Model;
using RestoreDrill.Aws.Calls;
using RestoreDrill.Core.Drilling;

namespace RestoreDrill.Aws.Drilling;

/// <summary>The one restore request of a drill. What would reach the world, cost more or outlive the drill is explicit; storage, engine version, option group and master user are the copy's.</summary>
internal static class Restore
{
    /// <summary>
    /// Of the two values, the one that never changes the engine: with <c>...-disabled</c> RDS upgrades a major version past its end of
    /// standard support while restoring, and the drill would prove another server than the source's. The price is that Extended Support
    /// is charged for such a version for the hours the scratch instance lives (RestoreDBInstanceFromDBSnapshot, EngineLifecycleSupport).
    /// </summary>
    private const string KeepEngine = "open-source-rds-extended-support";

    public static RestoreDBInstanceFromDBSnapshotRequest Request(ScratchOrder order) => new()
    {
        DBInstanceIdentifier = order.Name,
        DBSnapshotIdentifier = order.Copy,
        DBInstanceClass = order.InstanceClass,
        DBSubnetGroupName = order.SubnetGroup,
        VpcSecurityGroupIds = [.. order.SecurityGroups],
        DBParameterGroupName = order.ParameterGroup,
        PubliclyAccessible = false,
        MultiAZ = false,
        DeletionProtection = false,
        BackupRetentionPeriod = 0,
        AutoMinorVersionUpgrade = false,
        CopyTagsToSnapshot = false,
        EnableIAMDatabaseAuthentication = false,
        EngineLifecycleSupport = KeepEngine,

        // Given here, or RDS would take over the tags of production; and the instance is ours from its first moment.
        Tags = Answers.Tags(order.Tags),
    };
}
