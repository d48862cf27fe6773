using RestoreDrill.Core.Chain;
using RestoreDrill.Core.Runs;

namespace RestoreDrill.Dashboard.Runs;

/// <summary>A run as it is shown.</summary>
/// <param name="Run">The run.</param>
/// <param name="Events">Its whole history, oldest first.</param>
/// <param name="Now">The store's clock when it was read.</param>
internal sealed record RunView(Run Run, IReadOnlyList<RunEvent> Events, DateTimeOffset Now)
{
    /// <summary>The revocation of the proof of the run's copy; null: there is none.</summary>
    public Revocation? Revocation { get; init; }

    /// <summary>Whether the run passed and counts no more.</summary>
    public bool IsRevokedPass => Run.Outcome == RunOutcome.Pass && Revocation is not null;

    public bool IsOpen => Run.FinishedAt is null;

    /// <summary>The place of the last event that is shown; 0: there is none.</summary>
    public long Last => Events is [.., var last] ? last.Sequence : 0;
}
