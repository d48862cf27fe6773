using RestoreDrill.CorruptionMatrix.Sites;

namespace RestoreDrill.CorruptionMatrix.Faults;

/// <summary>What came of a fault.</summary>
/// <param name="Case">The fault.</param>
/// <param name="Mode">Where it was done.</param>
/// <param name="Done">What was done, in a sentence.</param>
/// <param name="First">The first drill of a copy that was damaged before any drill.</param>
/// <param name="Later">The drill of a copy that was damaged after a drill had proven it; null where that was left out.</param>
internal sealed record FaultResult(FaultCase Case, MatrixMode Mode, string Done, DrillVerdict First, DrillVerdict? Later)
{
    public Judgement Judgement => Case.Judge(First, Mode);

    public Judgement? LaterJudgement => Later is null ? null : Case.Judge(Later, Mode);

    /// <summary>The checks that said so.</summary>
    public IReadOnlyList<string> CaughtBy => [.. First.Checks.Where(static check => check.Alarms).Select(static check => check.Kind).Distinct()];

    /// <summary>The checks that noticed nothing.</summary>
    public IReadOnlyList<string> MissedBy => [.. First.Checks.Where(static check => check.Passed).Select(static check => check.Kind).Distinct().Except(CaughtBy)];
}
