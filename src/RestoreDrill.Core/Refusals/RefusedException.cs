namespace RestoreDrill.Core.Refusals;

/// <summary>Refused before anything was begun: nothing was changed and there is no verdict.</summary>
/// <param name="problems">Each problem: what is wrong and what to do.</param>
/// <param name="safetyRule">Whether a safety rule refused (exit code 4), rather than bad input (exit code 2).</param>
/// <param name="next">What to do next, as a phrase; null: the problems say it.</param>
public sealed class RefusedException(IReadOnlyList<string> problems, bool safetyRule = false, string? next = null) : Exception(string.Join(Environment.NewLine, problems))
{
    public IReadOnlyList<string> Problems { get; } = problems;

    public bool SafetyRule { get; } = safetyRule;

    public string? Next { get; } = next;
}
