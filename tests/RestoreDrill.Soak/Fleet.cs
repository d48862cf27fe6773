using RestoreDrill.EndToEnd.Tests.Setting;

namespace RestoreDrill.Soak;

/// <summary>Two services on one store, of which one is killed now and then and started again at once.</summary>
internal sealed class Fleet(Workbench workbench, Random random) : IAsyncDisposable
{
    private readonly ServiceProcess[] _services = [ServiceProcess.Launch(workbench), ServiceProcess.Launch(workbench)];
    private readonly Lock _gate = new();

    public int Kills { get; private set; }

    /// <summary>The logs of services that ended without having been killed.</summary>
    public List<string> Crashes { get; } = [];

    public Task ReadyAsync() => Task.WhenAll(_services.Select(static service => service.WaitUntilReadyAsync()));

    /// <summary>Any of the services; it may be starting, or be killed in the next moment.</summary>
    public ServiceProcess Any(Random chance)
    {
        lock (_gate)
        {
            return _services[chance.Next(_services.Length)];
        }
    }

    /// <summary>kill -9 of one every 4 to 12 s, until told to stop.</summary>
    public async Task KillAsync(CancellationToken ct)
    {
        while (await Pause.UnlessCancelledAsync(TimeSpan.FromSeconds(4 + (random.NextDouble() * 8)), ct))
        {
            await ReplaceAsync(random.Next(_services.Length));
            Kills++;
        }
    }

    /// <summary>SIGTERM to all.</summary>
    public Task<int[]> StopAsync() => Task.WhenAll(_services.Select(static service => service.StopAsync()));

    /// <summary>Starts those again that have been stopped.</summary>
    public async Task StartAgainAsync()
    {
        for (var i = 0; i < _services.Length; i++)
        {
            await _services[i].DisposeAsync();
            _services[i] = ServiceProcess.Launch(workbench);
        }

        await ReadyAsync();
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var service in _services)
        {
            await service.DisposeAsync();
        }
    }

    private async Task ReplaceAsync(int place)
    {
        var killed = _services[place];
        if (killed.HasExited)
        {
            Crashes.Add(killed.Log);
        }
        else
        {
            await killed.KillAsync();
        }

        var next = ServiceProcess.Launch(workbench);
        lock (_gate)
        {
            _services[place] = next;
        }

        await killed.DisposeAsync();
    }
}
