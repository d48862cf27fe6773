namespace RestoreDrill.Host.Configuration;

/// <summary>Collects problems while the configuration is read, so that all of them can be told at once.</summary>
internal sealed class Findings
{
    private readonly List<ConfigurationProblem> _problems = [];

    public IReadOnlyList<ConfigurationProblem> Problems => _problems;

    public void Add(string key, string message) => _problems.Add(new ConfigurationProblem(key, message));

    public void Refuse(string key, string message) => _problems.Add(new ConfigurationProblem(key, message, IsSafetyRule: true));
}
