using RestoreDrill.Core.Facts;
using RestoreDrill.Core.Protection;
using RestoreDrill.Core.Runs;
using RestoreDrill.Core.Turns;

namespace RestoreDrill.Core.Copying;

/// <summary>The phases of a copy run, in order.</summary>
public static class CopyPhases
{
    /// <summary>The run waits for its turn within the budget, and for the end of a blackout window.</summary>
    public const string WaitingForTurn = TurnStep.Phase;

    /// <summary>The source instance, the accounts and the keys are looked at.</summary>
    public const string Checking = "checking";

    /// <summary>Only with a login to the source: its catalogs are read before the snapshot, and the limit of old rows is taken.</summary>
    public const string NotingSource = "noting-source";

    /// <summary>Route <c>aws-backup</c>: the backup job is asked for in the source account.</summary>
    public const string BackingUp = "backing-up";

    public const string WaitingForBackup = "waiting-for-backup";

    /// <summary>Route <c>rds-snapshot</c>: the snapshot is asked for in the source account.</summary>
    public const string Snapshotting = "snapshotting";

    public const string WaitingForSnapshot = "waiting-for-snapshot";

    /// <summary>Only for instances under <c>aws/rds</c>: the snapshot is copied under a customer managed key, so that it can be shared.</summary>
    public const string Reencrypting = "reencrypting";

    public const string WaitingForReencryption = "waiting-for-reencryption";

    /// <summary>The snapshot is shared with the vault account, and with no other.</summary>
    public const string Sharing = "sharing";

    /// <summary>The copy is asked for: under the vault's key, with its facts as tags; or as a copy job into the locked vault.</summary>
    public const string Copying = "copying";

    /// <summary>Only with a login to the source: while AWS copies, its catalogs are read again, and its old rows.</summary>
    public const string ReadingSource = "reading-source";

    public const string WaitingForCopy = "waiting-for-copy";

    /// <summary>The copy's tags are read back and compared with what is known.</summary>
    public const string ConfirmingFacts = "confirming-facts";

    public const string Unsharing = "unsharing";

    /// <summary>The staging snapshots are removed; only ever once the copy is available.</summary>
    public const string RemovingStaging = "removing-staging";

    /// <summary>Only with a store of facts: the copy's facts and the source's manifest are put into it.</summary>
    public const string DepositingFacts = DepositingWorkflow.Phase;

    /// <summary>The copy did not come about; the share is withdrawn, the staging snapshot stays.</summary>
    public const string Withdrawing = "withdrawing";

    public const string Finished = "finished";

    /// <summary>All phases of a run that goes well, in order.</summary>
    public static IReadOnlyList<string> Of(CopyRoute route) => route == CopyRoute.AwsBackup ? OfBackups : OfSnapshots;

    /// <summary>All phases of a copy run that goes well, in order.</summary>
    public static IReadOnlyList<string> Of(Run run) => Of(Step<CopyState>.Of(run).State.Route);

    /// <summary>The phase in which the source's data is taken.</summary>
    public static string TakingOf(CopyRoute route) => route == CopyRoute.AwsBackup ? BackingUp : Snapshotting;

    private static IReadOnlyList<string> OfBackups { get; } =
        [WaitingForTurn, Checking, NotingSource, BackingUp, WaitingForBackup, Copying, ReadingSource, WaitingForCopy, ConfirmingFacts, DepositingFacts, Finished];

    private static IReadOnlyList<string> OfSnapshots { get; } =
    [
        WaitingForTurn, Checking, NotingSource, Snapshotting, WaitingForSnapshot, Reencrypting, WaitingForReencryption, Sharing, Copying, ReadingSource,
        WaitingForCopy, ConfirmingFacts, Unsharing, RemovingStaging, DepositingFacts, Finished,
    ];
}
