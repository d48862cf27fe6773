using System.Net;
using System.Net.Sockets;

namespace RestoreDrill.Verification.Tests.Sessions;

/// <summary>Hands the bytes of one connection through to a server on 127.0.0.1, under another loopback address.</summary>
internal sealed class Relay : IAsyncDisposable
{
    private readonly CancellationTokenSource end = new();
    private readonly TcpListener listener;
    private readonly Task running;

    public Relay(string address, int target)
    {
        listener = new TcpListener(IPAddress.Parse(address), 0);
        listener.Start();
        running = RunAsync(target);
    }

    public int Port => ((IPEndPoint)listener.LocalEndpoint).Port;

    public async ValueTask DisposeAsync()
    {
        await end.CancelAsync();
        await running.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        listener.Dispose();
        end.Dispose();
    }

    private async Task RunAsync(int target)
    {
        using var client = await listener.AcceptTcpClientAsync(end.Token);
        using var server = new TcpClient();
        await server.ConnectAsync(IPAddress.Loopback, target, end.Token);
        await Task.WhenAny(
            client.GetStream().CopyToAsync(server.GetStream(), end.Token), server.GetStream().CopyToAsync(client.GetStream(), end.Token));
    }
}
