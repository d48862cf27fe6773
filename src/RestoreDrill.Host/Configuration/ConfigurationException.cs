namespace RestoreDrill.Host.Configuration;

/// <summary>The configuration cannot be used. Holds every problem there is, not only the first.</summary>
internal sealed class ConfigurationException(string file, IReadOnlyList<ConfigurationProblem> problems)
    : Exception($"{file}: {problems.Count} {(problems.Count == 1 ? "problem" : "problems")}")
{
    public string File { get; } = file;

    public IReadOnlyList<ConfigurationProblem> Problems { get; } = problems;

    /// <summary>Whether one of the problems is a safety rule's refusal.</summary>
    public bool RefusedBySafetyRule => Problems.Any(static problem => problem.IsSafetyRule);
}
