using System.Diagnostics;

namespace RestoreDrill.Sandbox.Clusters;

/// <summary>Short commands of the operating system, run to their end.</summary>
internal static class Command
{
    /// <summary>Runs a program that ends at once and returns what it printed.</summary>
    public static string Run(string program, params string[] arguments)
    {
        using var process = Process.Start(Prepare(program, arguments)) ?? throw new InvalidOperationException($"{program} did not start.");
        var output = process.StandardOutput.ReadToEnd();
        var error = process.StandardError.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0 ? output : throw Failed(program, process.ExitCode, output + error);
    }

    public static Task<string> RunAsync(string program, IEnumerable<string> arguments, CancellationToken ct) =>
        RunAsync(Prepare(program, arguments), ct);

    public static async Task<string> RunAsync(ProcessStartInfo start, CancellationToken ct)
    {
        var (code, output) = await TryRunAsync(start, ct);
        return code == 0 ? output : throw Failed(start.ArgumentList.Count == 0 ? start.FileName : string.Join(' ', start.ArgumentList.Prepend(start.FileName)), code, output);
    }

    /// <summary>Runs a command; its exit code and everything it printed. Cancelling kills it.</summary>
    public static async Task<(int Code, string Output)> TryRunAsync(ProcessStartInfo start, CancellationToken ct)
    {
        using var process = Process.Start(start) ?? throw new InvalidOperationException($"{start.FileName} did not start.");
        try
        {
            var output = process.StandardOutput.ReadToEndAsync(ct);
            var error = process.StandardError.ReadToEndAsync(ct);
            await process.WaitForExitAsync(ct);
            return (process.ExitCode, await output + await error);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync(CancellationToken.None);
            throw;
        }
    }

    public static ProcessStartInfo Prepare(string program, IEnumerable<string> arguments) => new(program, arguments)
    {
        RedirectStandardOutput = true,
        RedirectStandardError = true,
        // A working directory that the server's user may not enter stops initdb and postgres.
        WorkingDirectory = "/",
    };

    private static InvalidOperationException Failed(string command, int code, string output) =>
        new($"{command} ended with exit code {code}: {output.Trim()}");
}
