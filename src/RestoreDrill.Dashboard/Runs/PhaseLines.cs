using RestoreDrill.Core.Runs;

namespace RestoreDrill.Dashboard.Runs;

/// <summary>Finds in a run's history when it was in which phase.</summary>
internal static class PhaseLines
{
    /// <summary>All phases of the run's kind in order, and whichever others it went through, before the last one.</summary>
    public static IReadOnlyList<PhaseLine> Of(RunView view)
    {
        var visits = Visits(view);
        var order = Order(view.Run, visits);
        var current = order.IndexOf(view.Run.Phase);
        return [.. order.Select((phase, index) => Line(view, phase, index - current, visits))];
    }

    private static PhaseLine Line(RunView view, string phase, int place, IReadOnlyList<(string Phase, DateTimeOffset From, DateTimeOffset Until)> visits)
    {
        var own = visits.Where(visit => visit.Phase == phase).ToList();
        var spent = own.Aggregate(TimeSpan.Zero, static (sum, visit) => sum + (visit.Until - visit.From));
        var status = (view.IsOpen, place, own.Count) switch
        {
            (true, 0, _) => PhaseStatus.Current,
            (true, > 0, 0) => PhaseStatus.ToCome,
            (true, > 0, _) => PhaseStatus.Interrupted,
            (_, _, 0) => PhaseStatus.PassedOver,
            _ => PhaseStatus.Done,
        };
        return new PhaseLine(phase, status, own is [.., var latest] ? latest.From : null, spent, own.Count);
    }

    private static List<string> Order(Run run, IReadOnlyList<(string Phase, DateTimeOffset From, DateTimeOffset Until)> visits)
    {
        var order = RunPhases.Of(run).ToList();
        foreach (var phase in visits.Select(static visit => visit.Phase).Where(phase => !order.Contains(phase)).Distinct().ToList())
        {
            order.Insert(order.Count - 1, phase);
        }

        return order;
    }

    private static List<(string Phase, DateTimeOffset From, DateTimeOffset Until)> Visits(RunView view)
    {
        var (run, events, now) = view;
        var entries = new List<(string Phase, DateTimeOffset At)> { (First(run, events), run.CreatedAt) };
        foreach (var entry in events.Where(entry => entry.Phase != entries[^1].Phase))
        {
            entries.Add((entry.Phase, entry.At));
        }

        if (entries[^1].Phase != run.Phase)
        {
            entries.Add((run.Phase, run.PhaseSince));
        }

        var end = run.FinishedAt ?? now;
        return [.. entries.Select((entry, index) => (entry.Phase, entry.At, Later(entry.At, index + 1 < entries.Count ? entries[index + 1].At : end)))];
    }

    /// <summary>The phase that the run was opened in: an event in no other phase than it has begun says so, else the kind's first.</summary>
    private static string First(Run run, IReadOnlyList<RunEvent> events) => events switch
    {
        [] => run.Phase,
        [{ Kind: not RunEventKind.Phase } first, ..] => first.Phase,
        _ => RunPhases.Of(run)[0],
    };

    private static DateTimeOffset Later(DateTimeOffset one, DateTimeOffset other) => one > other ? one : other;
}
