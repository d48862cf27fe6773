using RestoreDrill.CorruptionMatrix.Clean;
using RestoreDrill.CorruptionMatrix.Faults;

namespace RestoreDrill.CorruptionMatrix;

/// <summary>What a run came to.</summary>
internal sealed record MatrixResult(MatrixOptions Options, IReadOnlyList<FaultResult> Faults, IReadOnlyList<CleanResult> Clean)
{
    /// <summary>How many faults there were; one that was done in several modes counts once.</summary>
    public int FaultCount => Faults.Select(static fault => fault.Case).Distinct().Count();

    /// <summary>How many of them were caught in every mode.</summary>
    public int CaughtCount => Faults.GroupBy(static fault => fault.Case).Count(static group => group.All(static fault => fault.Judgement is Judgement.Caught or Judgement.Prevented));

    public int FalseAlarms => Clean.Count(static drill => drill.IsFalseAlarm);

    public bool IsGood => FaultCount > 0 && CaughtCount == FaultCount && FalseAlarms == 0 && Clean.Count == Options.CleanDrills;

    public string LastLine => $"caught {CaughtCount} of {FaultCount}, false alarms {FalseAlarms} of {Clean.Count} clean drills under write load";
}
