using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace RestoreDrill.EndToEnd.Tests.Setting;

/// <summary>A sandbox in a process of its own, which can be killed and started again: its state outlives it.</summary>
public sealed class SandboxProcess : IAsyncDisposable
{
    private readonly string _directory = Directory.CreateTempSubdirectory("restoredrill-sandbox-").FullName;
    private readonly HttpClient _http;
    private readonly int _port = FreePort.Next();
    private LoggedProcess? _process;

    private SandboxProcess()
    {
        Access = SandboxAccess.In(_directory, _port);
        _http = new HttpClient { BaseAddress = Access.Address };
    }

    public SandboxAccess Access { get; }

    public static async Task<SandboxProcess> StartAsync()
    {
        var sandbox = new SandboxProcess();
        await sandbox.StartAgainAsync();
        return sandbox;
    }

    /// <summary>Starts it, as after a kill, and waits until it listens.</summary>
    public async Task StartAgainAsync()
    {
        _process = LoggedProcess.Start(
            Programs.Sandbox, _directory, new Dictionary<string, string>(), "serve", "--state", _directory, "--port", $"{_port}");
        for (var i = 0; i < 600 && !_process.HasExited; i++)
        {
            if (_process.Log.Contains("listens on", StringComparison.Ordinal))
            {
                return;
            }

            await Task.Delay(TimeSpan.FromMilliseconds(100), TimeProvider.System, CancellationToken.None);
        }

        throw new TimeoutException($"The sandbox did not start.\n{_process.Log}");
    }

    /// <summary><c>kill -9</c>; the servers of its instances end with it.</summary>
    public async Task KillAsync()
    {
        if (_process is { } process)
        {
            await process.DisposeAsync();
            _process = null;
        }
    }

    /// <summary>The calls it received since it was last started, oldest first.</summary>
    public async Task<IReadOnlyList<JsonNode>> CallsAsync() => [.. (await _http.GetFromJsonAsync<JsonArray>("/control/calls"))!.Select(static call => call!)];

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        if (_process is { } process)
        {
            await process.StopAsync();
            await process.DisposeAsync();
        }

        Directory.Delete(_directory, recursive: true);
    }
}
