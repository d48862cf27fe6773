using RestoreDrill.Core.Chain;
using RestoreDrill.Core.Runs;

namespace RestoreDrill.Host.Status;

/// <summary>Which drills prove something: those that passed, but for drills of a copy whose proof was revoked.</summary>
internal sealed class StandingProofs(IReadOnlyList<Revocation> revocations)
{
    private readonly HashSet<string> _revoked = [.. revocations.Select(static revocation => revocation.CopyName)];

    public bool IsProof(Run run) => run.Outcome == RunOutcome.Pass && !(DrilledCopy.NameOf(run) is { } copy && _revoked.Contains(copy));
}
