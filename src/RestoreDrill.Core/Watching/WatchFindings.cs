namespace RestoreDrill.Core.Watching;

/// <summary>What somebody finds who only looks.</summary>
/// <param name="Unrecorded">Misses that no service has recorded.</param>
/// <param name="Unwatched">Schedules that no service follows.</param>
public sealed record WatchFindings(IReadOnlyList<Incident> Unrecorded, IReadOnlyList<UnwatchedSchedule> Unwatched);
