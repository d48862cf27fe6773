namespace RestoreDrill.Core.Refusals;

/// <summary>Refused before anything was begun: nothing was changed and there is no verdict.</summary>
/// <param name="problems">Each problem: what is wrong and what to do.</param>
/// <param name="safetyRule">Whether a safety rule refused (exit code 4), rather than bad input (exit code 2).</param>
public sealed class RefusedException(IReadOnlyList<string> problems, bool safetyRule = false) : Exception(string.Join(Environment.NewLine, problems))
{
    public IReadOnlyList<string> Problems { get; } = problems;

    public bool SafetyRule { get; } = safetyRule;
}
