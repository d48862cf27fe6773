using RestoreDrill.Core.Chain;
using RestoreDrill.Core.Evidence;
using RestoreDrill.Core.Installation;
using RestoreDrill.Core.Manifests;
using RestoreDrill.Core.Reading;
using RestoreDrill.Core.Turns;
using RestoreDrill.Core.Verdicts;

namespace RestoreDrill.Core.Runs;

/// <summary>
/// Where runs are kept. All times are the store's own clock. Every member throws <see cref="StoreUnavailableException"/> when the store
/// cannot be reached; nothing is half saved then.
/// </summary>
public interface IRunStore : IManifestStore, IChainStore
{
    /// <summary>
    /// Makes the store this installation's, if it is nobody's yet. A store belongs to one installation for good: what its runs made carries
    /// that installation's id, and another one could neither find nor remove it.
    /// </summary>
    /// <returns>The installation that the store belongs to.</returns>
    Task<InstallationId> ClaimAsync(InstallationId installation, CancellationToken cancellationToken);

    /// <summary>
    /// Opens a run, or returns the one that answers the request already: the open run of the same kind and database (there is never more
    /// than one), the run of the same <see cref="RunRequest.Occurrence"/>, or one that was opened since <see cref="RunRequest.AskedAt"/>.
    /// </summary>
    /// <remarks>A person's request makes an open run that still waits for its turn a person's.</remarks>
    /// <returns>The run, which may have finished if it was not opened by this call; and whether it was.</returns>
    Task<(Run Run, bool Opened)> OpenAsync(NewRun run, CancellationToken cancellationToken);

    /// <summary>
    /// The run that answers a request already (see <see cref="OpenAsync"/>), or null. A person's request makes it a person's if it still waits
    /// for its turn.
    /// </summary>
    Task<Run?> FindAnswerAsync(RunKind kind, string database, RunRequest request, CancellationToken cancellationToken);

    Task<Run?> FindAsync(RunId id, CancellationToken cancellationToken);

    Task<Run?> FindOpenAsync(RunKind kind, string database, CancellationToken cancellationToken);

    /// <summary>Runs, newest first.</summary>
    /// <param name="database">Only this database; null: all.</param>
    /// <param name="kind">Only this kind; null: all.</param>
    /// <param name="limit">At most so many, 1 to 10,000.</param>
    /// <param name="cancellationToken">Cancels the query.</param>
    Task<IReadOnlyList<Run>> ListAsync(string? database, RunKind? kind, int limit, CancellationToken cancellationToken);

    /// <summary>
    /// Asks for a run's turn. Granted while fewer than <paramref name="places"/> other open runs of its kind have theirs and nobody who waits
    /// comes first: runs that a person asked for, then the database whose last proof (a good run of this kind, not of a copy whose proof is revoked) is the oldest. Asking again is harmless.
    /// </summary>
    /// <param name="id">The run.</param>
    /// <param name="places">How many runs of the kind may have their turn at once.</param>
    /// <param name="patience">A run that waits but has not asked for longer than this is passed over: nobody drives it.</param>
    /// <param name="cancellationToken">Cancels the question; the turn may have been granted all the same.</param>
    Task<Turn> TakeTurnAsync(RunId id, int places, TimeSpan patience, CancellationToken cancellationToken);

    /// <summary>Takes the run's lease if it is free, expired, or already this owner's; null if another owner holds it or the run has finished.</summary>
    Task<RunLease?> TryAcquireAsync(RunId id, string owner, TimeSpan duration, CancellationToken cancellationToken);

    /// <summary>Extends the lease; false if another owner has taken the run.</summary>
    Task<bool> TryRenewAsync(RunLease lease, TimeSpan duration, CancellationToken cancellationToken);

    /// <summary>Gives the lease back; nothing happens if it is no longer held.</summary>
    Task ReleaseAsync(RunLease lease, CancellationToken cancellationToken);

    /// <summary>
    /// Saves a step in one transaction. An expired lease that nobody else has taken is still good.
    /// </summary>
    /// <exception cref="LeaseLostException">Another owner has taken the run, or it has finished.</exception>
    Task<Run> SaveAsync(RunLease lease, RunChange change, CancellationToken cancellationToken);

    /// <summary>The run's history, oldest first.</summary>
    Task<IReadOnlyList<RunEvent>> EventsAsync(RunId id, long afterSequence, CancellationToken cancellationToken);

    Task<IReadOnlyList<RelationReading>> ReadingsAsync(RunId id, CancellationToken cancellationToken);

    /// <summary>The ranges that a run has read of relations that were not read in one statement, in no order.</summary>
    Task<IReadOnlyList<RangeReading>> RangesAsync(RunId id, CancellationToken cancellationToken);

    /// <summary>The birth certificate of a copy (by its ARN), or null.</summary>
    Task<BirthCertificate?> FindBirthCertificateAsync(string copyArn, CancellationToken cancellationToken);

    /// <summary>Names of the databases inside the instance that held rows in the latest passing drill of the protected database; one of a copy whose proof is revoked does not count.</summary>
    Task<IReadOnlyList<string>> DatabasesKnownToHoldRowsAsync(string database, CancellationToken cancellationToken);

    Task<EvidenceRecord?> FindEvidenceAsync(RunId id, CancellationToken cancellationToken);
}
