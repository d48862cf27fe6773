using RestoreDrill.Core.Runs;

namespace RestoreDrill.Core.GuardRails;

/// <summary>Where answers are kept. Every member throws <see cref="StoreUnavailableException"/> when the store cannot be reached.</summary>
public interface IGuardRailLog
{
    /// <summary>Records what a look gave, as of one moment.</summary>
    /// <param name="answers">The answers.</param>
    /// <param name="run">The drill that asked; null: nobody's.</param>
    /// <param name="cancellationToken">Cancels the writing: then nothing is recorded.</param>
    Task RecordAsync(IReadOnlyList<GuardRailAnswer> answers, RunId? run, CancellationToken cancellationToken);

    /// <summary>The newest answer of each guard rail, for the accounts and for each database.</summary>
    Task<IReadOnlyList<RecordedAnswer>> LatestAnswersAsync(CancellationToken cancellationToken);
}
