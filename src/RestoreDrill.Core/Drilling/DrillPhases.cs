using RestoreDrill.Core.Facts;
using RestoreDrill.Core.Turns;

namespace RestoreDrill.Core.Drilling;

/// <summary>The phases of a drill, in order.</summary>
public static class DrillPhases
{
    /// <summary>The run waits for its turn within the budget, and for the end of a blackout window.</summary>
    public const string WaitingForTurn = TurnStep.Phase;

    /// <summary>The guard rails are looked at.</summary>
    public const string LookingAtGuardRails = "looking-at-guard-rails";

    /// <summary>The copy is chosen and its facts are read.</summary>
    public const string Choosing = "choosing";

    /// <summary>Key, parameter group and networks are looked at, before anything is restored.</summary>
    public const string CheckingTarget = "checking-target";

    /// <summary>The restore is asked for.</summary>
    public const string Restoring = "restoring";

    public const string WaitingForAvailable = "waiting-for-available";

    /// <summary>A fresh master password is set and a first correct answer is waited for.</summary>
    public const string TakingControl = "taking-control";

    /// <summary>The catalogs are read, before the drill grants itself anything.</summary>
    public const string ReadingCatalog = "reading-catalog";

    /// <summary>Databases, relations and hazards are listed; the right to read is earned.</summary>
    public const string Listing = "listing";

    /// <summary>Every relation is read.</summary>
    public const string Reading = "reading";

    /// <summary>Old rows are compared with those that the copy run found in the source; only where it did.</summary>
    public const string ComparingRows = "comparing-rows";

    /// <summary>The copy is read once more, group by group, and compared with earlier copies; only where the chain is configured.</summary>
    public const string ReadingChain = "reading-chain";

    /// <summary>Indexes, keys, constraints and sequences are checked. May change the scratch instance, so it comes after all that is read.</summary>
    public const string CheckingStructure = "checking-structure";

    /// <summary>
    /// Where it is due, the drill damages its own scratch instance and looks whether it finds that. All results are final: from here on nothing is read for one.
    /// </summary>
    public const string SelfTesting = "self-testing";

    /// <summary>The user's own checks are put.</summary>
    public const string AskingChecks = "asking-checks";

    /// <summary>The verdict is reached; a birth certificate is pinned.</summary>
    public const string Concluding = "concluding";

    /// <summary>Only in a drill of an emergency, after a pass: the instance is given its real parameter group and started under it.</summary>
    public const string HandingOver = "handing-over";

    /// <summary>The scratch instance is deleted.</summary>
    public const string Removing = "removing";

    /// <summary>The scratch instance is looked for until it is gone.</summary>
    public const string ConfirmingRemoval = "confirming-removal";

    /// <summary>Only with a store of facts: verdict, birth certificate and revocations are put into it.</summary>
    public const string DepositingFacts = DepositingWorkflow.Phase;

    public const string Finished = "finished";

    /// <summary>All phases of a drill, in order.</summary>
    public static IReadOnlyList<string> All { get; } =
    [
        WaitingForTurn, LookingAtGuardRails, Choosing, CheckingTarget, Restoring, WaitingForAvailable, TakingControl, ReadingCatalog, Listing, Reading,
        AskingChecks, ComparingRows, ReadingChain, CheckingStructure, SelfTesting, Concluding, Removing, ConfirmingRemoval, DepositingFacts, Finished,
    ];

    /// <summary>All phases of a drill of an emergency, in order.</summary>
    public static IReadOnlyList<string> OfEmergency { get; } = [.. All.TakeWhile(static phase => phase != Removing), HandingOver, .. All.SkipWhile(static phase => phase != Removing)];
}
