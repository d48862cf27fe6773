using RestoreDrill.Core.Drilling;

namespace RestoreDrill.Core.Restoring;

/// <summary>What planning came to.</summary>
/// <param name="Choice">The choice among the copies.</param>
/// <param name="Plan">The plan; null where no copy may be taken without being named.</param>
/// <param name="Missing">What the account lacks for it; the plan stays good once that is made.</param>
public sealed record RestoreProposal(RestoreChoice Choice, RestorePlan? Plan, IReadOnlyList<TargetProblem> Missing);
