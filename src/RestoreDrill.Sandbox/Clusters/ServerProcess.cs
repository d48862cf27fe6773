using System.Diagnostics;

namespace RestoreDrill.Sandbox.Clusters;

/// <summary>
/// One run of a server, which ends with this process however that ends. A shell beside the server reads a pipe that only we hold open: when we die,
/// by <c>kill -9</c> too, the pipe ends and the shell stops the server. (The kernel's parent-death signal would not do: it fires when the starting
/// thread ends.)
/// </summary>
internal sealed class ServerProcess : IDisposable
{
    // $1 log, $2 directory to remove when we die, or nothing; the rest is the server's command line.
    private const string Script = """
        exec >>"$1" 2>&1; remove=$2; shift 2
        exec 3<&0
        "$@" 3<&- </dev/null &
        server=$!
        (
            read -r _ <&3
            trap '' TERM
            kill -QUIT "$server"
            if [ -n "$remove" ]; then
                while kill -0 "$server"; do sleep 0.1; done 2>/dev/null
                rm -rf -- "$remove"
            fi
        ) &
        guard=$!
        exec 3<&-
        trap 'kill -INT "$server"' INT TERM
        wait "$server"; code=$?
        while kill -0 "$server" 2>/dev/null; do wait "$server"; code=$?; done
        kill "$guard" 2>/dev/null
        exit "$code"
        """;

    private readonly Process process;

    private ServerProcess(Process process) => this.process = process;

    public bool HasExited => process.HasExited;

    public static ServerProcess Start(ServerAccount account, string log, string? removedWithUs, string program, IEnumerable<string> arguments)
    {
        // Its own session: an interrupt typed at the terminal is ours to handle, not the server's.
        var start = account.Prepare("setsid", ["sh", "-c", Script, "sh", log, removedWithUs ?? "", program, .. arguments]);
        start.RedirectStandardInput = true;
        start.RedirectStandardOutput = false;
        start.RedirectStandardError = false;
        return new ServerProcess(Process.Start(start) ?? throw new InvalidOperationException($"{program} did not start."));
    }

    public Task WaitAsync(CancellationToken ct) => process.WaitForExitAsync(ct);

    /// <summary>Lets go of the server, which then stops at once without a checkpoint.</summary>
    public void LetGo() => process.StandardInput.Close();

    public void Dispose()
    {
        LetGo();
        process.Dispose();
    }
}
