namespace RestoreDrill.Core.Sweeping;

/// <summary>What the sweeper keeps, and what tells it whether the store can be believed.</summary>
public interface ISweepLog
{
    Task RecordSweepAsync(SweepReport report, CancellationToken cancellationToken);

    /// <summary>
    /// The stretch around a moment in which the store recorded nothing at all: no step, no sweep. A store that is empty, or was restored
    /// from a backup, has a hole there, and what it does not know of that time proves nothing.
    /// </summary>
    /// <param name="moment">The moment.</param>
    /// <param name="cancellationToken">Cancels the question.</param>
    /// <returns>From the last record before the moment to the first one after it, or to now where there is none yet; null: there is none before it.</returns>
    Task<TimeSpan?> SilenceAroundAsync(DateTimeOffset moment, CancellationToken cancellationToken);
}
