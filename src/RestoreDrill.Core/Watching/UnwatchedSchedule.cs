using RestoreDrill.Core.Runs;

namespace RestoreDrill.Core.Watching;

/// <summary>A schedule that no service follows, so that nobody would find a run missing.</summary>
/// <param name="Kind">What is scheduled.</param>
/// <param name="Database">Of which protected database.</param>
/// <param name="FollowedOtherwise">Whether services follow another schedule for it; false: none at all.</param>
public sealed record UnwatchedSchedule(RunKind Kind, string Database, bool FollowedOtherwise);
