using System.Text.Encodings.Web;
using System.Text.Json;
using Hangfire;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using RestoreDrill.Core.Chain;
using RestoreDrill.Core.Copying;
using RestoreDrill.Core.Drilling;
using RestoreDrill.Core.GuardRails;
using RestoreDrill.Core.Sweeping;
using RestoreDrill.Core.Watching;
using RestoreDrill.Host.Composition;
using RestoreDrill.Host.Running;
using RestoreDrill.Host.Service.Health;
using RestoreDrill.Host.Service.Jobs;
using RestoreDrill.Host.Service.Recurring;

namespace RestoreDrill.Host.Service;

/// <summary>The service's composition: what <c>restoredrill serve</c> consists of.</summary>
internal static class ServiceApplication
{
    public static WebApplication Create(Invocation invocation)
    {
        ArgumentNullException.ThrowIfNull(invocation);
        var (configured, ports, surroundings) = (invocation.Configured, invocation.Ports, invocation.Surroundings);
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseUrls(configured.Service.Listen.GetLeftPart(UriPartial.Authority));
        AddLogging(builder.Logging, surroundings);
        var services = builder.Services;
        services.AddRoutingCore();
        services.AddSingleton<IHostLifetime, CommandLifetime>();
        services.Configure<HostOptions>(static host => host.ShutdownTimeout = TimeSpan.FromSeconds(30));
        services.AddHostFiltering(static filter => filter.AllowedHosts = ["localhost", "127.0.0.1", "[::1]"]);

        // The dashboard checks posted forms only where antiforgery is there (Hangfire 1.8.25). Keys live as long as the process.
        services.AddAntiforgery();
        services.AddDataProtection().UseEphemeralDataProtectionProvider();

        AddPorts(services, configured, ports, surroundings);
        services.AddHangfire((_, hangfire) => HangfireConfiguration.Apply(hangfire, configured, ports));
        services.AddSingleton<HangfireRuntime>();
        services.AddHostedService(static provider => provider.GetRequiredService<HangfireRuntime>());
        services.AddSingleton<StoreOutages>();
        services.AddHostedService(static provider => provider.GetRequiredService<StoreOutages>());
        services.AddSingleton<StuckRunRescue>();
        services.AddHostedService<Guard>();
        services.AddHealthChecks().AddCheck<StoreReadiness>("ready");

        var app = builder.Build();
        app.UseHostFiltering();
        app.MapDashboard(app.Services.GetRequiredService<HangfireRuntime>(), app.Services.GetRequiredService<StoreOutages>());
        app.MapHealthChecks("/healthz/live", new HealthCheckOptions { Predicate = static _ => false, ResponseWriter = HealthAnswer.WriteAsync });
        app.MapHealthChecks("/healthz/ready", new HealthCheckOptions { ResponseWriter = HealthAnswer.WriteAsync });
        return app;
    }

    private static void AddLogging(ILoggingBuilder logging, Surroundings surroundings)
    {
        logging.SetMinimumLevel(LogLevel.Warning)
            .AddFilter("RestoreDrill", LogLevel.Information)

            // A start that fails is told by the command, in words; what stops a running service is critical.
            .AddFilter("Microsoft.Extensions.Hosting.Internal.Host", LogLevel.Critical)

            // Says that keys are not encrypted on disk; ours are never there.
            .AddFilter("Microsoft.AspNetCore.DataProtection", LogLevel.Error)

            // Writes an error for each probe while the service is not ready; why it is not, is written once, and is the probe's answer.
            .AddFilter("Microsoft.Extensions.Diagnostics.HealthChecks", LogLevel.None);
        if (surroundings.OutIsTerminal)
        {
            logging.AddSimpleConsole(static console => (console.SingleLine, console.TimestampFormat, console.UseUtcTimestamp) = (true, "HH:mm:ss'Z' ", true));
        }
        else
        {
            logging.AddJsonConsole(static console =>
            {
                (console.IncludeScopes, console.TimestampFormat, console.UseUtcTimestamp) = (true, "yyyy-MM-ddTHH:mm:ss.fff'Z'", true);
                console.JsonWriterOptions = new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
            });
        }
    }

    private static void AddPorts(IServiceCollection services, Configuration.Configured configured, Ports ports, Surroundings surroundings)
    {
        services.AddSingleton(configured.Installation);
        services.AddSingleton(configured.Service);
        services.AddSingleton(surroundings.Time);
        services.AddSingleton(surroundings.Random);
        services.AddSingleton(ports);
        services.AddSingleton(ports.Runs);
        services.AddSingleton<IChainStore>(ports.Runs);
        services.AddSingleton(ports.OpenRuns);
        services.AddSingleton(ports.Incidents);
        services.AddSingleton(ports.Schedules);
        services.AddSingleton(ports.Sweeps);
        services.AddSingleton(ports.Source);
        services.AddSingleton(ports.Vault);
        services.AddSingleton(ports.Scratch);
        services.AddSingleton(ports.GuardRails);
        services.AddSingleton(ports.GuardRailLog);
        services.AddSingleton(RunEngines.Of(configured.Installation, ports, surroundings));
        services.AddSingleton<CopyRuns>();
        services.AddSingleton<Drills>();
        services.AddSingleton<Sweeper>();
        services.AddSingleton<Watch>();
        services.AddSingleton<GuardRailWatch>();
        services.AddSingleton<RunCarrier>();
        services.AddSingleton<Upkeep>();
        services.AddSingleton<ServiceJobs>();
    }
}
