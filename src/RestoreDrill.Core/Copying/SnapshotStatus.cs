using RestoreDrill.Core.Runs;

namespace RestoreDrill.Core.Copying;

/// <summary>The statuses of a DB snapshot (RDS User Guide, "Viewing DB snapshot status"): a status that is not known fails loudly.</summary>
internal static class SnapshotStatus
{
    /// <summary>True: available. False: on its way.</summary>
    /// <exception cref="StepFailedException">The snapshot failed, or has a status this version does not know.</exception>
    public static bool IsAvailable(CloudSnapshot snapshot) => snapshot.Status switch
    {
        "available" => true,
        "creating" or "copying" or "pending" or "backing-up" => false,
        _ => throw new StepFailedException(
            $"Snapshot {snapshot.Name} is '{snapshot.Status}', which is neither available nor on its way. Look at it in the RDS console; "
            + "start a new copy run when the cause is known."),
    };
}
