using RestoreDrill.Core.Runs;
using RestoreDrill.Host.Reporting;

namespace RestoreDrill.Host.Runs;

/// <summary>What a run warned of, each message once: things to know that did not decide its outcome.</summary>
/// <param name="Shown">The first of them, at most <see cref="Most"/>.</param>
/// <param name="LeftOut">How many more there are.</param>
internal sealed record RunWarnings(IReadOnlyList<RunWarning> Shown, int LeftOut)
{
    public const int Most = 20;

    public static async Task<RunWarnings> LoadAsync(IRunStore store, RunId run, CancellationToken cancellationToken)
    {
        var events = await store.EventsAsync(run, afterSequence: 0, cancellationToken);
        var warnings = events
            .Where(static line => line.Kind == RunEventKind.Warning)
            .DistinctBy(static line => line.Message)
            .Select(static line => new RunWarning(line.At, line.Phase, line.Message))
            .ToList();
        return new RunWarnings([.. warnings.Take(Most)], Math.Max(0, warnings.Count - Most));
    }

    public Report AddTo(Report report, RunId run)
    {
        if (Shown.Count == 0)
        {
            return report;
        }

        report.Heading("Warnings");
        foreach (var warning in Shown)
        {
            report.Line(warning.Message, Tone.Warning);
        }

        return LeftOut == 0 ? report : report.Line($"and {LeftOut} more: `restoredrill explain {run}`", Tone.Faint);
    }
}
