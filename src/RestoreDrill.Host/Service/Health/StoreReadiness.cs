using Microsoft.Extensions.Diagnostics.HealthChecks;
using RestoreDrill.Core.Runs;
using RestoreDrill.Core.Watching;

namespace RestoreDrill.Host.Service.Health;

/// <summary>Ready is a service whose Hangfire runs and whose store answers. How old the last proof is, is an alarm, not readiness.</summary>
internal sealed class StoreReadiness(HangfireRuntime hangfire, IScheduleLog store) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        if (hangfire.NotStarted is { } reason)
        {
            return HealthCheckResult.Unhealthy(reason);
        }

        try
        {
            await store.ClockAsync(cancellationToken);
            return HealthCheckResult.Healthy("The store answers and Hangfire runs.");
        }
        catch (StoreUnavailableException e)
        {
            return HealthCheckResult.Unhealthy(e.Message);
        }
    }
}
