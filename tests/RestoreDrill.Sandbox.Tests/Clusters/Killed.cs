using System.Diagnostics;
using System.Globalization;
using RestoreDrill.Sandbox.Clusters;

namespace RestoreDrill.Sandbox.Tests.Clusters;

/// <summary>
/// A real process to kill: this test program, told to do one of the things below instead of testing, which writes an answer and then waits to die.
/// </summary>
internal sealed class Killed : IAsyncDisposable
{
    /// <summary>The first argument by which the test program becomes a process to kill.</summary>
    public const string Verb = "be-killed";

    private const string AnswerVariable = "RESTOREDRILL_TEST_ANSWER";
    private const string ArgumentVariable = "RESTOREDRILL_TEST_ARGUMENT";
    private static CancellationToken Ct => TestContext.Current.CancellationToken;
    private Process? process;

    internal string[] Answer { get; private set; } = [];

    public static async Task Starts_a_server()
    {
        await using var postgres = await TemporaryPostgres.StartAsync(Ct);
        await AnswerAndWaitAsync(postgres.Cluster.PostmasterId.ToString()!, Path.GetDirectoryName(postgres.Cluster.Options.Directory)!);
    }

    public static async Task Freezes_a_server()
    {
        await using var frozen = await FrozenServer.FreezeAsync(int.Parse(Argument(), CultureInfo.InvariantCulture), TimeProvider.System, Ct);
        await AnswerAndWaitAsync("frozen");
    }

    public static async Task Starts_and_freezes_a_server()
    {
        await using var postgres = await TemporaryPostgres.StartAsync(Ct);
        await using var frozen = await FrozenServer.FreezeAsync(postgres.Cluster.PostmasterId!.Value, TimeProvider.System, Ct);
        await AnswerAndWaitAsync(postgres.Cluster.PostmasterId.ToString()!, Path.GetDirectoryName(postgres.Cluster.Options.Directory)!);
    }

    public static async Task Starts_a_store()
    {
        await using var store = await PlainPostgres.StartAsync(new ClusterOptions { Directory = Argument() }, "app", "secret", "app", Ct);
        await Query.RunAsync(store.ConnectionString, "CREATE TABLE committed AS SELECT 7 AS n");
        await AnswerAndWaitAsync("stored");
    }

    /// <summary>What the process to kill does.</summary>
    public static Task RunAsync(string what) => what switch
    {
        nameof(Starts_a_server) => Starts_a_server(),
        nameof(Freezes_a_server) => Freezes_a_server(),
        nameof(Starts_and_freezes_a_server) => Starts_and_freezes_a_server(),
        nameof(Starts_a_store) => Starts_a_store(),
        _ => throw new ArgumentOutOfRangeException(nameof(what), what, "There is nothing of this name to do."),
    };

    internal static async Task<Killed> StartAsync(string what, string argument = "")
    {
        var answer = Path.Combine(Path.GetTempPath(), "restoredrill-answer-" + Guid.NewGuid().ToString("n"));
        var start = new ProcessStartInfo(Environment.ProcessPath!)
        {
            RedirectStandardOutput = true, RedirectStandardError = true,
        };
        if (Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet")
        {
            start.ArgumentList.Add(typeof(Killed).Assembly.Location);
        }
        foreach (var word in (string[])[Verb, what])
        {
            start.ArgumentList.Add(word);
        }
        start.Environment[AnswerVariable] = answer;
        start.Environment[ArgumentVariable] = argument;
        var killed = new Killed { process = Process.Start(start) };
        try
        {
            await Eventually.HoldsAsync(
                async () => File.Exists(answer) || (killed.process!.HasExited
                    ? throw new InvalidOperationException("The process to kill ended early: " + await killed.process.StandardOutput.ReadToEndAsync(Ct))
                    : false),
                $"{what} answered");
            killed.Answer = await File.ReadAllLinesAsync(answer, Ct);
            return killed;
        }
        catch (Exception)
        {
            await killed.DisposeAsync();
            throw;
        }
        finally
        {
            File.Delete(answer);
        }
    }

    internal async Task KillAsync()
    {
        process!.Kill();
        await process.WaitForExitAsync(Ct);
    }

    public async ValueTask DisposeAsync()
    {
        if (process is { HasExited: false })
        {
            await KillAsync();
        }
        process?.Dispose();
    }

    private static string Argument() => Environment.GetEnvironmentVariable(ArgumentVariable)!;

    private static async Task AnswerAndWaitAsync(params string[] lines)
    {
        var answer = Environment.GetEnvironmentVariable(AnswerVariable);
        if (answer is null)
        {
            return;
        }
        await File.WriteAllLinesAsync(answer + ".partial", lines, Ct);
        File.Move(answer + ".partial", answer);
        await Task.Delay(TimeSpan.FromMinutes(5), TimeProvider.System, Ct);
    }
}
