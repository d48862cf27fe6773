using Hangfire.Dashboard;

namespace RestoreDrill.Dashboard.Tests.Hosting;

/// <summary>An authorization filter that refuses everybody.</summary>
internal sealed class NobodyMayLook : IDashboardAuthorizationFilter
{
    public bool Authorize(DashboardContext context) => false;
}
