using Hangfire;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using RestoreDrill.Host.Service.Health;

namespace RestoreDrill.Host.Service;

/// <summary>Hangfire's dashboard under <c>/hangfire</c>, from the moment Hangfire runs; before that, a page that says why it does not.</summary>
internal static class DashboardBranch
{
    private const string Path = "/hangfire";

    public static void MapDashboard(this WebApplication app, HangfireRuntime hangfire, StoreOutages outages)
    {
        var dashboard = new Lazy<RequestDelegate>(() => Build(app));
        app.Use(async (http, next) =>
        {
            if (!http.Request.Path.StartsWithSegments(Path, StringComparison.OrdinalIgnoreCase))
            {
                await next(http);
            }
            else if ((hangfire.NotStarted ?? outages.Reason) is { } reason)
            {
                http.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
                http.Response.ContentType = "text/plain; charset=utf-8";
                await http.Response.WriteAsync($"RestoreDrill is not ready: {reason}\n", http.RequestAborted);
            }
            else
            {
                await dashboard.Value(http);
            }
        });
    }

    private static RequestDelegate Build(WebApplication app)
    {
        var branch = ((IApplicationBuilder)app).New();
        branch.UseHangfireDashboard(Path, new DashboardOptions
        {
            AppPath = null,
            DashboardTitle = "RestoreDrill",
            DisplayStorageConnectionString = false,
            StatsPollingInterval = 5000,
        });
        return branch.Build();
    }
}
