using RestoreDrill.Core.Runs;

namespace RestoreDrill.Core.Drilling;

/// <summary>The statuses of a DB instance (RDS User Guide, "Viewing Amazon RDS DB instance status"): one that is not known fails loudly.</summary>
internal static class InstanceStatus
{
    /// <summary>True: usable. False: on its way.</summary>
    /// <exception cref="StepFailedException">The instance can not become usable, or has a status this version does not know.</exception>
    public static bool IsUsable(CloudInstance instance) => instance.Status switch
    {
        "available" or "storage-optimization" or "storage-initialization" => true,
        "creating" or "backing-up" or "modifying" or "rebooting" or "starting" or "upgrading" or "maintenance" or "configuring-enhanced-monitoring"
            or "configuring-iam-database-auth" or "configuring-log-exports" or "resetting-master-credentials" or "renaming" or "moving-to-vpc"
            or "storage-config-upgrade" => false,
        "incompatible-restore" or "failed" => throw new StepFailedException(
            $"Instance {instance.Name} ended in '{instance.Status}': RDS could not restore the copy. The copy may be damaged; "
            + "drill another copy of this database now. Next: runbooks/drill-failed.md.",
            blamesTheCopy: true),
        "incompatible-parameters" => throw new StepFailedException(
            $"Instance {instance.Name} ended in 'incompatible-parameters': the server does not start with RestoreDrill's parameter group. "
            + "The copy was not judged. Compare the group with the source's (max_prepared_transactions, rds.logical_replication, extensions that must be preloaded). "
            + "Next: runbooks/drill-failed.md."),
        "storage-full" => throw new StepFailedException(
            $"Instance {instance.Name} is 'storage-full'. The copy was not judged. Next: runbooks/drill-failed.md."),
        "deleting" => throw new StepFailedException(
            $"Instance {instance.Name} is being deleted, and not by this run. Find out who did it; the copy was not judged."),
        _ => throw new StepFailedException(
            $"Instance {instance.Name} is '{instance.Status}', a status from which it does not become usable or that this version does not know. "
            + "The copy was not judged. Next: runbooks/drill-failed.md."),
    };
}
