using System.Runtime.InteropServices;

namespace RestoreDrill.Sandbox.Clusters;

/// <summary>The signals that PostgreSQL and its copying need. A postmaster is never sent TERM: that shutdown waits for every client to leave.</summary>
internal static class Signals
{
    public const int Interrupt = 2;
    public const int Quit = 3;
    public const int Kill = 9;
    public const int Continue = 18;
    public const int Stop = 19;

    /// <summary>Sends a signal; false when there is no such process.</summary>
    public static bool Send(int process, int signal)
    {
        const int noSuchProcess = 3;
        if (SendSignal(process, signal) == 0)
        {
            return true;
        }
        var error = Marshal.GetLastPInvokeError();
        return error == noSuchProcess
            ? false
            : throw new InvalidOperationException($"Signal {signal} to process {process} was refused: {Marshal.GetPInvokeErrorMessage(error)}.");
    }

    [DllImport("libc", EntryPoint = "kill", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int SendSignal(int process, int signal);
}
