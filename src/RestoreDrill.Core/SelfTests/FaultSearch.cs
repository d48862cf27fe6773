namespace RestoreDrill.Core.SelfTests;

/// <summary>Objects of one database that a fault can be done to.</summary>
/// <param name="Targets">They, the best first; each was tried and taken back, or looked at, so that the fault should succeed.</param>
/// <param name="Refusal">What kept it from being done to the last object on which it could not; null: nothing did.</param>
public sealed record FaultSearch(IReadOnlyList<FaultTarget> Targets, string? Refusal = null);
