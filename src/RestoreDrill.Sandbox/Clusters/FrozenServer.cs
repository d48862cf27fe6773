using System.Diagnostics;
using System.Globalization;

namespace RestoreDrill.Sandbox.Clusters;

/// <summary>
/// A server all of whose processes are stopped by signal, until this is disposed. A shell that reads the stopped ids from a pipe continues them when
/// the pipe ends: when we are done, and also when we are killed.
/// </summary>
internal sealed class FrozenServer : IAsyncDisposable
{
    // Continued in the reverse of the order in which they were stopped: the postmaster, stopped first, comes last.
    private const string Guard = """
        ids=
        while read -r id; do ids="$id $ids"; done
        for id in $ids; do kill -CONT "$id" 2>/dev/null; done
        exit 0
        """;

    private static readonly TimeSpan Deadline = TimeSpan.FromSeconds(15);
    private readonly Process guard;
    private readonly List<int> stopped = [];

    private FrozenServer(Process guard) => this.guard = guard;

    public static async Task<FrozenServer> FreezeAsync(int postmaster, TimeProvider time, CancellationToken ct)
    {
        // Its own session: an interrupt typed at the terminal must not end the guard before its work.
        var start = new ProcessStartInfo("setsid", ["sh", "-c", Guard]) { RedirectStandardInput = true, WorkingDirectory = "/" };
        var frozen = new FrozenServer(Process.Start(start) ?? throw new InvalidOperationException("The guard of a copy did not start."));
        try
        {
            // The postmaster first: from then on nobody makes new processes.
            await frozen.StopAsync(postmaster);
            var started = time.GetTimestamp();
            while (!await frozen.EverythingStandsStillAsync(postmaster))
            {
                if (time.GetElapsedTime(started) > Deadline)
                {
                    throw new TimeoutException($"The processes of server {postmaster} did not all stop within {Deadline.TotalSeconds:0} s; they run on.");
                }
                await Task.Delay(TimeSpan.FromMilliseconds(2), time, ct);
            }
            return frozen;
        }
        catch (Exception)
        {
            await frozen.DisposeAsync();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        guard.StandardInput.Close();
        await guard.WaitForExitAsync(CancellationToken.None);
        if (guard.ExitCode != 0)
        {
            // Somebody killed the guard.
            foreach (var id in Enumerable.Reverse(stopped))
            {
                Signals.Send(id, Signals.Continue);
            }
        }
        guard.Dispose();
        stopped.Clear();
    }

    private async Task<bool> EverythingStandsStillAsync(int postmaster)
    {
        if (!ServerProcesses.IsStopped(postmaster))
        {
            return false;
        }
        var children = ServerProcesses.ChildrenOf(postmaster);
        var news = children.Except(stopped).ToList();
        foreach (var id in news)
        {
            await StopAsync(id);
        }
        return news.Count == 0 && children.TrueForAll(ServerProcesses.IsStopped);
    }

    private async Task StopAsync(int id)
    {
        // The guard knows the id before the process is stopped.
        await guard.StandardInput.WriteLineAsync(id.ToString(CultureInfo.InvariantCulture));
        await guard.StandardInput.FlushAsync(CancellationToken.None);
        stopped.Add(id);
        Signals.Send(id, Signals.Stop);
    }
}
