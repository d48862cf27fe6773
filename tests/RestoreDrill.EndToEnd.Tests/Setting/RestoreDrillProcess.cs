using System.Diagnostics;

namespace RestoreDrill.EndToEnd.Tests.Setting;

/// <summary>A running <c>restoredrill</c>, the real program in a process of its own.</summary>
public sealed class RestoreDrillProcess : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly Process _process;
    private readonly Task<string> _output;
    private readonly Task<string> _errors;

    private RestoreDrillProcess(Process process)
    {
        _process = process;
        _output = process.StandardOutput.ReadToEndAsync();
        _errors = process.StandardError.ReadToEndAsync();
    }

    /// <param name="directory">Where it is started.</param>
    /// <param name="arguments">Its arguments.</param>
    /// <param name="typed">What stands on its standard input.</param>
    public static RestoreDrillProcess Start(string directory, IEnumerable<string> arguments, string typed = "")
    {
        var start = new ProcessStartInfo("dotnet")
        {
            WorkingDirectory = directory,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
        };
        start.ArgumentList.Add(Programs.RestoreDrill);
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        return Start(start, typed);
    }

    /// <summary>On a terminal, wide, so that no line is broken; what is typed is not seen.</summary>
    /// <param name="directory">Where it is started.</param>
    /// <param name="arguments">Its arguments.</param>
    /// <param name="typed">What is typed, line by line.</param>
    /// <param name="errors">The file that standard error goes into; null: the terminal, as standard output.</param>
    public static RestoreDrillProcess StartAtTerminal(string directory, IEnumerable<string> arguments, IEnumerable<string> typed, string? errors = null)
    {
        var start = new ProcessStartInfo("script") { WorkingDirectory = directory, RedirectStandardOutput = true, RedirectStandardError = true, RedirectStandardInput = true };
        start.ArgumentList.Add("-qec");
        start.ArgumentList.Add($"stty cols 2000 -echo; exec dotnet '{Programs.RestoreDrill}' {string.Join(' ', arguments.Select(static argument => $"'{argument}'"))}{(errors is null ? string.Empty : $" 2>'{errors}'")}");
        start.ArgumentList.Add("/dev/null");
        start.Environment["NO_COLOR"] = "1";
        return Start(start, string.Concat(typed.Select(static line => line + "\n")));
    }

    private static RestoreDrillProcess Start(ProcessStartInfo start, string typed)
    {
        var process = Process.Start(start)!;
        process.StandardInput.Write(typed);
        process.StandardInput.Close();
        return new RestoreDrillProcess(process);
    }

    public bool HasEnded => _process.HasExited;

    /// <summary><c>kill -9</c>.</summary>
    public async Task KillAsync()
    {
        _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
    }

    public async Task<CommandResult> WaitAsync()
    {
        using var patience = new CancellationTokenSource(Patience);
        try
        {
            await _process.WaitForExitAsync(patience.Token);
        }
        catch (OperationCanceledException)
        {
            _process.Kill(entireProcessTree: true);
            throw new TimeoutException($"restoredrill did not end in {Patience.TotalSeconds} s.\n{await _output}\n{await _errors}");
        }

        return new CommandResult(_process.ExitCode, await _output, await _errors);
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            await KillAsync();
        }

        _process.Dispose();
    }
}
