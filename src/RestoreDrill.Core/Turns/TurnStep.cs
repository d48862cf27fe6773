using RestoreDrill.Core.Protection;
using RestoreDrill.Core.Runs;
using RestoreDrill.Core.Scheduling;

namespace RestoreDrill.Core.Turns;

/// <summary>The first step of every run: it waits until it fits into the budget and, if the schedule asked for it, until no blackout window is open.</summary>
internal sealed class TurnStep(InstallationOptions options, IRunStore store, TimeProvider time)
{
    internal const string Phase = "waiting-for-turn";

    /// <summary>Who waits and has not asked for so long is passed over; longer than any scheduler takes from one step to the next.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    /// <param name="step">The step.</param>
    /// <param name="next">The phase in which the run begins.</param>
    /// <param name="countPlaces">Says how many runs of this kind may be under way at once; not asked while a blackout window is open.</param>
    /// <param name="what">What there are so many of, for people.</param>
    /// <param name="cancellationToken">Cancels the question.</param>
    public async Task<StepResult> WaitAsync<TState>(
        Step<TState> step, string next, Func<CancellationToken, Task<int>> countPlaces, string what, CancellationToken cancellationToken)
        where TState : class
    {
        var poll = options.Timing.Poll;
        if (!step.Run.Asked && BlackoutEnd(step.Run.Database) is { } end)
        {
            var left = end - time.GetUtcNow();
            return step.Again(left < poll ? left : poll, $"a blackout window is open until {end:yyyy-MM-dd HH:mm} UTC; the run begins after it");
        }

        var places = await countPlaces(cancellationToken).ConfigureAwait(false);
        var patience = poll * 4 > Patience ? poll * 4 : Patience;
        var turn = await store.TakeTurnAsync(step.Id, places, patience, cancellationToken).ConfigureAwait(false);
        return turn.Granted
            ? Step<TState>.Next(next, step.State, "the run has its turn")
            : step.Again(poll, TurnSentence.Of(turn, places, what));
    }

    private DateTimeOffset? BlackoutEnd(string database) => options.Find(database)?.Schedule is { } schedule
        ? new ScheduleClock(schedule).BlackoutEnd(time.GetUtcNow())
        : null;
}
