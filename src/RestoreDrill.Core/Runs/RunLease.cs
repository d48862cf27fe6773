namespace RestoreDrill.Core.Runs;

/// <summary>
/// The right to carry out steps of a run. <paramref name="Fence"/> grows each time another owner takes the run over: a save with an older
/// fence is refused, so a process that was away too long can never write over its successor.
/// </summary>
/// <param name="Run">The run, as it was when the lease was taken.</param>
/// <param name="Owner">The owner, unique per process.</param>
/// <param name="Fence">The fence this owner holds.</param>
/// <param name="TakenAt">When the lease was taken (the store's clock).</param>
public sealed record RunLease(Run Run, string Owner, long Fence, DateTimeOffset TakenAt);
