using Microsoft.Extensions.Hosting;

namespace RestoreDrill.Host.Service;

/// <summary>The command line listens for signals already; two listeners would race.</summary>
internal sealed class CommandLifetime : IHostLifetime
{
    public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
