using RestoreDrill.Core.Drilling;
using RestoreDrill.Core.Runs;

namespace RestoreDrill.Host.Runs;

/// <summary>A stay of a run in a phase.</summary>
/// <param name="Phase">The phase.</param>
/// <param name="EnteredAt">When it was entered.</param>
/// <param name="Seconds">How long the run stayed; up to now for the phase an open run is in.</param>
internal sealed record PhaseSpan(string Phase, DateTimeOffset EnteredAt, double Seconds)
{
    /// <summary>The way of a run through its phases, as its history tells it.</summary>
    public static IReadOnlyList<PhaseSpan> Of(Run run, IReadOnlyList<RunEvent> events, DateTimeOffset now)
    {
        // A run begins in its first phase; its history begins with what the first step came to. Releases before 0.2 knew no turns.
        var phases = RunPhases.Of(run);
        var firstWithoutTurn = run.Kind switch
        {
            RunKind.Copy => phases[1],
            RunKind.Drill => DrillPhases.Choosing,
            _ => phases[0],
        };
        var first = run.TurnAt is null && run.Phase != phases[0] ? firstWithoutTurn : phases[0];
        var entered = new List<(string Phase, DateTimeOffset At)> { (first, run.CreatedAt) };
        foreach (var line in events.Where(line => line.Phase != entered[^1].Phase))
        {
            entered.Add((line.Phase, line.At));
        }

        var end = run.FinishedAt ?? now;
        return
        [
            .. entered
                .Select((stay, i) => new PhaseSpan(stay.Phase, stay.At, ((i + 1 < entered.Count ? entered[i + 1].At : end) - stay.At).TotalSeconds))
                .Where(stay => run.FinishedAt is null || stay.Phase != run.Phase),
        ];
    }
}
