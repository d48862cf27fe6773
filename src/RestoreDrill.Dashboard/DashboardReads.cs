using RestoreDrill.Core.Runs;
using RestoreDrill.Core.Watching;

namespace RestoreDrill.Dashboard;

/// <summary>What the pages are read from.</summary>
/// <param name="Runs">The runs and their history; only its reading members are called.</param>
/// <param name="OpenRuns">Which run a job carries.</param>
/// <param name="Schedules">The store's clock: time spent is counted by the clock that the times were taken from.</param>
public sealed record DashboardReads(IRunStore Runs, IOpenRuns OpenRuns, IScheduleLog Schedules)
{
    /// <summary>What a page's wait for the store is measured by.</summary>
    internal TimeProvider Time { get; init; } = TimeProvider.System;
}
