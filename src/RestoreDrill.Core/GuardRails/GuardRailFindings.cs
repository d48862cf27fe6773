namespace RestoreDrill.Core.GuardRails;

/// <summary>What one look at the guard rails gave; part of a drill's evidence.</summary>
/// <param name="LookedAt">When, by the host's clock.</param>
/// <param name="Answers">One for each question that was put, in the order of the catalog.</param>
public sealed record GuardRailFindings(DateTimeOffset LookedAt, IReadOnlyList<GuardRailAnswer> Answers);
