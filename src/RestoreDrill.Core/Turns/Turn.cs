using RestoreDrill.Core.Runs;

namespace RestoreDrill.Core.Turns;

/// <summary>The answer to a run that asks for its turn.</summary>
/// <param name="Granted">Whether it has its turn.</param>
/// <param name="Holders">The other open runs of the kind that have theirs.</param>
/// <param name="Ahead">The runs that wait and come first, in order.</param>
public sealed record Turn(bool Granted, IReadOnlyList<Run> Holders, IReadOnlyList<Run> Ahead);
