using RestoreDrill.Core.Drilling;
using RestoreDrill.Core.Runs;

namespace RestoreDrill.Core.Sweeping;

/// <summary>What is recorded of a scratch instance: what it is, what is done, what is safe, what to do next.</summary>
internal static class ScratchSentence
{
    private const string ByHand = "It costs money and may hold production data until it is gone. Next: runbooks/scratch-left-behind.md.";

    public static string OverAge(CloudInstance instance, Run drill, TimeSpan limit) =>
        $"{Name(instance)} of drill {drill.Id} of '{drill.Database}' is older than {limit:c} (RestoreDrill:Budgets:ScratchAge) and is removed, though the drill is "
        + $"open, in phase {drill.Phase}. The drill will find it vanished and end without a pass; no copy is touched. Next: restoredrill explain {drill.Id} shows "
        + $"what took so long; restoredrill drill {drill.Database} drills again once it has ended.";

    public static string Finished(CloudInstance instance, Run drill) =>
        $"{Name(instance)} was still there though its drill {drill.Id} of '{drill.Database}' finished at {At(drill.FinishedAt!.Value)}; it is removed. The drill's "
        + $"verdict stands. Next: restoredrill explain {drill.Id} shows why the drill did not remove it.";

    public static string Unknown(CloudInstance instance, RunId drill) =>
        $"{Name(instance)} carries the tags of drill {drill}, which the store does not know, though it recorded what else happened then; it is removed. No copy is "
        + "touched. Next: see who made it (CloudTrail, RestoreDBInstanceFromDBSnapshot); another store with this installation's id would do that.";

    public static string Doubtful(CloudInstance instance, RunId drill, DateTimeOffset moment, TimeSpan? silence) =>
        $"{Name(instance)} carries the tags of drill {drill}, which the store does not know. "
        + (silence is { } hole
            ? $"But the store recorded nothing at all for {hole:c} around {At(moment)}: it was away, or was restored from a backup. "
            : $"But the store has no record from before {At(moment)}: it is new, was emptied, or was restored from a backup. ")
        + $"Such a store does not know every drill, so the instance was not removed. Make sure that no drill {drill} is under way anywhere, then delete it by hand. "
        + ByHand;

    public static string NotOurs(CloudInstance instance, string why) =>
        $"{why} Its name begins as those of this installation's scratch instances do, so it was looked at (status {instance.Status}). Next: find out who made it; "
        + "RestoreDrill never removes it. runbooks/scratch-left-behind.md.";

    public static string Refused(CloudInstance instance, ScratchFate fate, string answer) =>
        $"{Name(instance)} of drill {fate.Drill} should be gone and could not be removed: {answer} The next sweep tries again. {ByHand}";

    private static string Name(CloudInstance instance) => instance.CreatedAt is { } created
        ? $"Scratch instance {instance.Name} ({instance.Status}, created {At(created)})"
        : $"Scratch instance {instance.Name} ({instance.Status})";

    private static string At(DateTimeOffset moment) => $"{moment.ToUniversalTime():yyyy-MM-dd HH:mm:ss} UTC";
}
