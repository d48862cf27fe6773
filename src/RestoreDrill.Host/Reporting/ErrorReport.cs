using System.Text.Json.Serialization;
using RestoreDrill.Host.Configuration;

namespace RestoreDrill.Host.Reporting;

/// <summary>An error as a tired person needs it: what happened, what is safe, what to do next.</summary>
internal sealed record ErrorReport
{
    /// <summary>Stable word for machines, for example <c>configuration</c>, <c>aws</c>, <c>store</c>.</summary>
    public required string Kind { get; init; }

    /// <summary>What was asked and what came back.</summary>
    public required string Message { get; init; }

    /// <summary>What is safe now; null where the message says it.</summary>
    public string? Safe { get; init; }

    /// <summary>What to do next.</summary>
    public required string Next { get; init; }

    /// <summary>The runbook that says more, a path below the installation; null: none applies.</summary>
    public string? Runbook { get; init; }

    public required int ExitCode { get; init; }

    /// <summary>Every problem of the configuration; empty otherwise.</summary>
    public IReadOnlyList<ConfigurationProblem> Problems { get; init; } = [];

    /// <summary>The stack trace, when it was asked for.</summary>
    [JsonIgnore]
    public string? Trace { get; init; }

    public Report ToReport()
    {
        var report = new Report().Line("error: " + Message, Tone.Bad);
        foreach (var problem in Problems)
        {
            report.Line($"  {problem.Key}: {problem.Message}{(problem.IsSafetyRule ? " [safety rule]" : "")}");
        }

        report.Facts(("safe", Safe is { } safe ? new Cell(safe) : (Cell?)null), ("next", Next), ("runbook", Runbook is { } runbook && !Names(runbook) ? new Cell(runbook) : (Cell?)null));
        return Trace is null ? report : report.Line(Trace, Tone.Faint);
    }

    private bool Names(string runbook) => Message.Contains(runbook, StringComparison.Ordinal) || Next.Contains(runbook, StringComparison.Ordinal);
}
