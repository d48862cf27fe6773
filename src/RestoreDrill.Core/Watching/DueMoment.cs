namespace RestoreDrill.Core.Watching;

/// <summary>A scheduled moment of a job.</summary>
/// <param name="Occurrence">The scheduled moment.</param>
/// <param name="Due">When its run was to begin.</param>
/// <param name="Deadline">Begun later, it is missed.</param>
internal sealed record DueMoment(DateTimeOffset Occurrence, DateTimeOffset Due, DateTimeOffset Deadline);
