namespace RestoreDrill.Dashboard.Runs;

/// <summary>One phase of a run.</summary>
/// <param name="Phase">The phase.</param>
/// <param name="Status">How the run stands to it.</param>
/// <param name="EnteredAt">When it was entered, the last time; null: never.</param>
/// <param name="Spent">The time spent in it, all visits together.</param>
/// <param name="Visits">How often it was entered.</param>
internal sealed record PhaseLine(string Phase, PhaseStatus Status, DateTimeOffset? EnteredAt, TimeSpan Spent, int Visits);
