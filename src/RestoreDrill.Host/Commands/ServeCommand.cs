using System.CommandLine;
using System.Reflection;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using RestoreDrill.Host.Running;
using RestoreDrill.Host.Service;

namespace RestoreDrill.Host.Commands;

/// <summary><c>restoredrill serve</c>: the service that copies and drills by the schedule.</summary>
internal static class ServeCommand
{
    public const string Name = "serve";

    public static Command Create(Runner runner) => runner.Does(
        new Command(Name, "Copies and drills by the configured schedules, until it is stopped; shows them at /hangfire."),
        static (invocation, _, token) => RunAsync(invocation, token));

    private static async Task<int> RunAsync(Invocation invocation, CancellationToken cancellationToken)
    {
        var configured = invocation.Configured;
        var address = configured.Service.Listen.GetLeftPart(UriPartial.Authority);
        await using var app = ServiceApplication.Create(invocation);
        try
        {
            await app.StartAsync(cancellationToken);
        }
        catch (IOException e) when (e.InnerException is not null || e.Message.Contains("address already in use", StringComparison.OrdinalIgnoreCase))
        {
            throw new UsageException($"The service cannot listen on {address}: {e.Message}", "End what listens there, or set RestoreDrill:Service:Listen.");
        }

        var log = app.Services.GetRequiredService<ILoggerFactory>().CreateLogger("RestoreDrill.Service");
        var version = typeof(ServeCommand).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0] ?? "";
        log.Serving(version, configured.Installation.Installation.Value, address);

        using var stopping = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, app.Lifetime.ApplicationStopping);
        await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, stopping.Token).ContinueWith(static _ => { }, CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
        await app.StopAsync(CancellationToken.None);
        return cancellationToken.IsCancellationRequested ? ExitCodes.Ok : ExitCodes.Failed;
    }
}
