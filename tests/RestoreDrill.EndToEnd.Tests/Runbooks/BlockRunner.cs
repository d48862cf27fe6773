using System.Diagnostics;
using RestoreDrill.EndToEnd.Tests.Setting;

namespace RestoreDrill.EndToEnd.Tests.Runbooks;

/// <summary>Gives a block of commands to bash, as a reader would to a shell in the directory of the configuration.</summary>
internal static class BlockRunner
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    /// <param name="directory">Where it is run.</param>
    /// <param name="commands">The commands, with nothing left to fill in.</param>
    /// <param name="typed">What is typed; with any line, the block runs on a terminal.</param>
    public static async Task<(int ExitCode, string Output)> RunAsync(string directory, string commands, IReadOnlyList<string> typed)
    {
        var script = Path.Combine(directory, "block.sh");
        await File.WriteAllTextAsync(script, $"exec 2>&1\nset -eu\nrestoredrill() {{ dotnet '{Programs.RestoreDrill}' \"$@\"; }}\n{commands}\n");
        var start = new ProcessStartInfo("bash") { WorkingDirectory = directory, RedirectStandardOutput = true, RedirectStandardInput = true };
        if (typed.Count > 0)
        {
            // Wide, so that no line is broken; what is typed is not what is seen.
            start.FileName = "script";
            start.ArgumentList.Add("-qec");
            start.ArgumentList.Add($"stty cols 2000 -echo; exec bash {script}");
            start.ArgumentList.Add("/dev/null");
        }
        else
        {
            start.ArgumentList.Add(script);
        }

        start.Environment["NO_COLOR"] = "1";
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        foreach (var line in typed)
        {
            await process.StandardInput.WriteLineAsync(line);
        }

        process.StandardInput.Close();
        using var patience = new CancellationTokenSource(Patience);
        try
        {
            await process.WaitForExitAsync(patience.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw new TimeoutException($"The block did not end in {Patience.TotalSeconds} s.\n{commands}\n{await output}");
        }

        return (process.ExitCode, await output);
    }
}
