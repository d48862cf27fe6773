using RestoreDrill.Core.SelfTests;

namespace RestoreDrill.Host.Runs;

/// <summary>What came of damage that a drill did on purpose, for machines.</summary>
/// <param name="Fault">The damage.</param>
/// <param name="Outcome">What came of it.</param>
/// <param name="Target">What it was done to; null: there was nothing.</param>
/// <param name="SeenBy">The checks that named it.</param>
/// <param name="Reason">Why it was not caught.</param>
internal sealed record SelfTestFaultDocument(Fault Fault, FaultOutcome Outcome, string? Target, IReadOnlyList<string> SeenBy, string? Reason);
