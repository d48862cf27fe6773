using RestoreDrill.Core.Drilling;

namespace RestoreDrill.Core.Restoring;

/// <summary>The phases of an emergency restore, in order. Those that a drill has, too, are the drill's own, and do the same.</summary>
public static class RestorePhases
{
    /// <summary>Copy, key, parameter groups and networks are looked at once more.</summary>
    public const string CheckingPlan = "checking-plan";

    /// <summary>A copy job into another account is asked for; only where the plan is for one.</summary>
    public const string CopyingBack = "copying-back";

    /// <summary>What the copy job makes is waited for.</summary>
    public const string WaitingForCopyBack = "waiting-for-copy-back";

    /// <summary>The instance is given its real parameter group, and started under it; only after a pass.</summary>
    public const string HandingOver = DrillPhases.HandingOver;

    /// <summary>The master password goes where the configuration says.</summary>
    public const string DeliveringPassword = "delivering-password";

    /// <summary>All phases, in order.</summary>
    public static IReadOnlyList<string> All { get; } =
    [
        CheckingPlan, CopyingBack, WaitingForCopyBack, DrillPhases.Restoring, DrillPhases.WaitingForAvailable, DrillPhases.TakingControl, DrillPhases.ReadingCatalog, DrillPhases.Listing, DrillPhases.Reading,
        DrillPhases.AskingChecks, DrillPhases.CheckingStructure, DrillPhases.Concluding, HandingOver, DeliveringPassword, DrillPhases.Finished,
    ];

    /// <summary>Where an emergency restore goes on when a drill would go on in <paramref name="drillPhase"/>: it does not compare with what only our records hold, damages nothing, and removes nothing.</summary>
    public static string After(string drillPhase) => drillPhase switch
    {
        DrillPhases.ComparingRows => DrillPhases.CheckingStructure,
        DrillPhases.SelfTesting => DrillPhases.Concluding,
        _ => drillPhase,
    };
}
