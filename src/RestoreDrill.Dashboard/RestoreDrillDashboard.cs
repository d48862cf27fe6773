using Hangfire;
using Hangfire.Dashboard;
using RestoreDrill.Dashboard.Runs;

namespace RestoreDrill.Dashboard;

/// <summary>Puts RestoreDrill's part into Hangfire's dashboard.</summary>
public static class RestoreDrillDashboard
{
    /// <summary>Hangfire's own sections of a job page stand before it.</summary>
    private const int Order = 100;

    private static readonly Lock Registration = new();
    private static bool _registered;

    /// <summary>
    /// Shows on a job's page the run that it carries. To be called after the job storage is set: the reads belong to that storage, and
    /// calling again replaces them.
    /// </summary>
    /// <remarks>Hangfire keeps pages and assets once per process; they are registered once, whatever number of storages there are.</remarks>
    /// <param name="config">Hangfire's configuration.</param>
    /// <param name="reads">Where the runs are read.</param>
    /// <exception cref="InvalidOperationException">No job storage is set yet.</exception>
    public static IGlobalConfiguration UseRestoreDrillDashboard(this IGlobalConfiguration config, DashboardReads reads)
    {
        ArgumentNullException.ThrowIfNull(config);
        ArgumentNullException.ThrowIfNull(reads);
        StorageReads.Set(config is IGlobalConfiguration<JobStorage> { Entry: { } storage } ? storage : JobStorage.Current, reads);
        lock (Registration)
        {
            if (!_registered)
            {
                Register(config);
                _registered = true;
            }
        }

        return config;
    }

    private static void Register(IGlobalConfiguration config)
    {
        var assembly = typeof(RestoreDrillDashboard).Assembly;
        config.UseDashboardStylesheet(assembly, "RestoreDrill.Dashboard.run.css");
        config.UseDashboardStylesheetDarkMode(assembly, "RestoreDrill.Dashboard.run-dark.css");
        config.UseDashboardJavaScript(assembly, "RestoreDrill.Dashboard.run.js");
        config.UseJobDetailsRenderer(Order, JobRunRenderer.Render);
        DashboardRoutes.Routes.Add(RunSectionDispatcher.Route, new RunSectionDispatcher());
    }
}
