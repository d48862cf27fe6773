namespace RestoreDrill.EndToEnd.Tests.Setting;

/// <summary>A running <c>restoredrill serve</c> of a workbench, the real program in a process of its own.</summary>
public sealed class ServiceProcess : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);

    private readonly LoggedProcess _process;

    private ServiceProcess(LoggedProcess process, Uri address) =>
        (_process, Address, Dashboard) = (process, address, new HangfireDashboard(address));

    public Uri Address { get; }

    /// <summary>Its dashboard, used as a browser would.</summary>
    public HangfireDashboard Dashboard { get; }

    /// <summary>What it has logged so far.</summary>
    public string Log => _process.Log;

    public bool HasExited => _process.HasExited;

    /// <summary>Starts a service and waits until it is ready.</summary>
    public static async Task<ServiceProcess> StartAsync(Workbench workbench, IReadOnlyDictionary<string, string>? environment = null)
    {
        var service = Launch(workbench, environment);
        try
        {
            await service.WaitUntilReadyAsync();
            return service;
        }
        catch
        {
            await service.DisposeAsync();
            throw;
        }
    }

    /// <summary>Starts a service and does not wait.</summary>
    public static ServiceProcess Launch(Workbench workbench, IReadOnlyDictionary<string, string>? environment = null)
    {
        var address = new Uri($"http://127.0.0.1:{FreePort.Next()}");
        var variables = new Dictionary<string, string>(environment ?? new Dictionary<string, string>())
        {
            ["RestoreDrill__Service__Listen"] = address.ToString().TrimEnd('/'),
        };
        var process = LoggedProcess.Start(
            Programs.RestoreDrill, workbench.WorkingDirectory, variables, "serve", "--config", workbench.ConfigurationFile);
        return new ServiceProcess(process, address);
    }

    public async Task WaitUntilReadyAsync()
    {
        var last = "no answer";
        using var patience = new CancellationTokenSource(Patience);
        while (!_process.HasExited && !patience.IsCancellationRequested)
        {
            last = await ReadinessAsync();
            if (last.StartsWith("200", StringComparison.Ordinal))
            {
                return;
            }

            await Task.Delay(TimeSpan.FromMilliseconds(100), TimeProvider.System, CancellationToken.None);
        }

        throw new TimeoutException($"The service at {Address} did not become ready ({last}).\n{Log}");
    }

    /// <summary>Status and text of the answer to <c>/healthz/ready</c>, or that there was none.</summary>
    public async Task<string> ReadinessAsync()
    {
        try
        {
            var (status, text) = await Dashboard.GetAsync("/healthz/ready");
            return $"{(int)status} {text}";
        }
        catch (HttpRequestException e)
        {
            return $"no answer: {e.Message}";
        }
    }

    /// <summary><c>kill -9</c>.</summary>
    public Task KillAsync() => _process.KillAsync();

    /// <summary>SIGTERM; the exit code.</summary>
    public Task<int> StopAsync() => _process.StopAsync();

    public ValueTask DisposeAsync()
    {
        Dashboard.Dispose();
        return _process.DisposeAsync();
    }
}
