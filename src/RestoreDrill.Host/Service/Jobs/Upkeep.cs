using Microsoft.Extensions.Logging;
using RestoreDrill.Core.GuardRails;
using RestoreDrill.Core.Protection;
using RestoreDrill.Core.Scheduling;
using RestoreDrill.Core.Sweeping;
using RestoreDrill.Core.Watching;

namespace RestoreDrill.Host.Service.Jobs;

/// <summary>What recurs and is no run: the sweep, the watch, and the look at the guard rails.</summary>
internal sealed class Upkeep(InstallationOptions options, Sweeper sweeper, Watch watch, GuardRailWatch rails, TimeProvider time, ILogger<Upkeep> log)
{
    public async Task<JobOutcome> DoAsync(string name, CurrentJob job, CancellationToken cancellationToken)
    {
        switch (name)
        {
            case JobNames.Sweep:
                var report = await sweeper.SweepAsync(cancellationToken);
                log.Swept(report.Found, report.Removed, report.Left);
                return new JobOutcome($"{report.Found} scratch instances found, {report.Removed} removed, {report.Left} left and reported");
            case JobNames.Watch:
                var found = await watch.LookAsync(cancellationToken);
                if (found > 0)
                {
                    log.WatchFound(found);
                }

                return new JobOutcome($"{found} new incidents");
            case JobNames.GuardRails:
                var findings = await rails.LookAsync([.. options.Databases.Select(static database => database.Name)], cancellationToken);
                log.LookedAtGuardRails(GuardRailWords.Of(findings));
                return new JobOutcome(GuardRailWords.Of(findings));
            default:
                // A newer release's job: one of its hosts gets it sooner or later.
                return time.GetUtcNow() - job.CreatedAt < Rollout.Patience
                    ? JobOutcome.Later(Rollout.Pause, $"this release knows no '{name}'; a host of the one that does will do it")
                    : throw new JobRefusedException($"No host knows what '{name}' is. Nothing was done. If it belongs to a release that is no longer used, remove the recurring job.");
        }
    }
}
