using RestoreDrill.CorruptionMatrix.Sites;
using RestoreDrill.Sandbox.Control;

namespace RestoreDrill.CorruptionMatrix.Faults;

/// <summary>A fault of the matrix: what is done, and what a drill has to name.</summary>
/// <param name="Title">In words, for the table.</param>
/// <param name="Damage">What is done; the snapshot is the site's copy.</param>
/// <param name="Names">One of these has to be in the text of a check that failed; none where the copy as a whole is wrong.</param>
/// <param name="IsIndex">Whether only an index is damaged: its rows are all right.</param>
internal sealed record FaultCase(string Title, SnapshotDamage Damage, IReadOnlyList<string> Names, bool IsIndex = false)
{
    /// <summary>Its name: the fault, and what is struck.</summary>
    public string Name => $"{Damage.Fault} {Damage.ObjectName ?? Damage.Table ?? Damage.Database}".TrimEnd();

    public Judgement Judge(DrillVerdict verdict, MatrixMode mode)
    {
        if (verdict.Outcome == "fail" && (Names.Count == 0 || verdict.Checks.Any(check => check.Alarms && IsNamedIn(check))))
        {
            return Judgement.Caught;
        }

        if (verdict.Outcome == "pass")
        {
            return Judgement.Missed;
        }

        return IsIndex && !mode.Amcheck && verdict.Outcome == "inconclusive" && verdict.Checks.Any(check => !check.Passed && IsNamedIn(check)) ? Judgement.Prevented : Judgement.Unnamed;
    }

    private bool IsNamedIn(CheckAnswer check) => Names.Any(name => check.Text.Contains(name, StringComparison.Ordinal));
}
