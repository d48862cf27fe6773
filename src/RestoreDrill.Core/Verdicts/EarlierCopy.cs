using RestoreDrill.Core.Runs;

namespace RestoreDrill.Core.Verdicts;

/// <summary>The copy of earlier data that a drill compares its own with: of those that passed, the one whose data is the latest before this copy's.</summary>
/// <param name="Name">The copy.</param>
/// <param name="Drill">The newest passing drill of it.</param>
/// <param name="DataTime">The moment of its data.</param>
public sealed record EarlierCopy(string Name, RunId Drill, DateTimeOffset DataTime);
