using RestoreDrill.Core.GuardRails;
using RestoreDrill.Core.Manifests;
using RestoreDrill.Core.Reading;
using RestoreDrill.Core.Runs;
using RestoreDrill.Core.Watching;

namespace RestoreDrill.Records.Runs;

/// <summary>The words the store writes for the domain's enumerations; the migrations' check constraints list the same ones.</summary>
internal static class StoredWords
{
    internal static WordMap<RunKind> RunKinds { get; } = new(
        (RunKind.Copy, "copy"),
        (RunKind.Drill, "drill"),
        (RunKind.Restore, "restore"));

    internal static WordMap<RunOutcome> RunOutcomes { get; } = new(
        (RunOutcome.Copied, "copied"),
        (RunOutcome.Failed, "failed"),
        (RunOutcome.Pass, "pass"),
        (RunOutcome.Fail, "fail"),
        (RunOutcome.Inconclusive, "inconclusive"));

    internal static WordMap<RunEventKind> RunEventKinds { get; } = new(
        (RunEventKind.Phase, "phase"),
        (RunEventKind.Call, "call"),
        (RunEventKind.Observed, "observed"),
        (RunEventKind.Warning, "warning"),
        (RunEventKind.Trouble, "trouble"),
        (RunEventKind.Failure, "failure"),
        (RunEventKind.Conclusion, "conclusion"));

    internal static WordMap<RelationKind> RelationKinds { get; } = new(
        (RelationKind.Table, "table"),
        (RelationKind.Partition, "partition"),
        (RelationKind.MaterializedView, "materialized view"),
        (RelationKind.LargeObjects, "large objects"),
        (RelationKind.UnloggedTable, "unlogged table"),
        (RelationKind.ForeignTable, "foreign table"));

    internal static WordMap<ReadingOutcome> ReadingOutcomes { get; } = new(
        (ReadingOutcome.Read, "read"),
        (ReadingOutcome.Damaged, "damaged"),
        (ReadingOutcome.NotJudged, "not judged"),
        (ReadingOutcome.NotProtected, "not protected"));

    internal static WordMap<ReadingMoment> ReadingMoments { get; } = new(
        (ReadingMoment.Before, "before"),
        (ReadingMoment.After, "after"),
        (ReadingMoment.Closing, "closing"),
        (ReadingMoment.Copy, "copy"),
        (ReadingMoment.Entitled, "entitled"));

    internal static WordMap<ManifestSubject> ManifestSubjects { get; } = new(
        (ManifestSubject.Catalog, "catalog"),
        (ManifestSubject.Relations, "relations"));

    internal static WordMap<IncidentKind> IncidentKinds { get; } = new(
        (IncidentKind.CopyMissed, "copy missed"),
        (IncidentKind.DrillMissed, "drill missed"),
        (IncidentKind.Refused, "refused"),
        (IncidentKind.RecurringRestored, "recurring restored"),
        (IncidentKind.RunTakenUp, "run taken up"),
        (IncidentKind.ScratchRemoved, "scratch removed"),
        (IncidentKind.ScratchLeft, "scratch left"),
        (IncidentKind.GuardRailBroken, "guard rail broken"));

    internal static WordMap<GuardRailState> GuardRailStates { get; } = new(
        (GuardRailState.Holds, "holds"),
        (GuardRailState.Broken, "broken"),
        (GuardRailState.NotCheckable, "not checkable"));
}
