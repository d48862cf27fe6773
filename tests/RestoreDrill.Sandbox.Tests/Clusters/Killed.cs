using System.Diagnostics;
using System.Globalization;
using RestoreDrill.Sandbox.Clusters;

namespace RestoreDrill.Sandbox.Tests.Clusters;

/// <summary>
/// A real process to kill: this test program, told to run one of the explicit tests below, which does its work, writes an answer and then waits to die.
/// </summary>
public sealed class Killed : IAsyncDisposable
{
    private const string AnswerVariable = "RESTOREDRILL_TEST_ANSWER";
    private const string ArgumentVariable = "RESTOREDRILL_TEST_ARGUMENT";
    private static CancellationToken Ct => TestContext.Current.CancellationToken;
    private Process? process;

    internal string[] Answer { get; private set; } = [];

    [Fact(Explicit = true)]
    public async Task Starts_a_server()
    {
        await using var postgres = await TemporaryPostgres.StartAsync(Ct);
        await AnswerAndWaitAsync(postgres.Cluster.PostmasterId.ToString()!, Path.GetDirectoryName(postgres.Cluster.Options.Directory)!);
    }

    [Fact(Explicit = true)]
    public async Task Freezes_a_server()
    {
        await using var frozen = await FrozenServer.FreezeAsync(int.Parse(Argument(), CultureInfo.InvariantCulture), TimeProvider.System, Ct);
        await AnswerAndWaitAsync("frozen");
    }

    [Fact(Explicit = true)]
    public async Task Starts_and_freezes_a_server()
    {
        await using var postgres = await TemporaryPostgres.StartAsync(Ct);
        await using var frozen = await FrozenServer.FreezeAsync(postgres.Cluster.PostmasterId!.Value, TimeProvider.System, Ct);
        await AnswerAndWaitAsync(postgres.Cluster.PostmasterId.ToString()!, Path.GetDirectoryName(postgres.Cluster.Options.Directory)!);
    }

    [Fact(Explicit = true)]
    public async Task Starts_a_store()
    {
        await using var store = await PlainPostgres.StartAsync(new ClusterOptions { Directory = Argument() }, "app", "secret", "app", Ct);
        await Query.RunAsync(store.ConnectionString, "CREATE TABLE committed AS SELECT 7 AS n");
        await AnswerAndWaitAsync("stored");
    }

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
        foreach (var word in (string[])["-method", $"{typeof(Killed).FullName}.{what}", "-explicit", "only"])
        {
            start.ArgumentList.Add(word);
        }
        start.Environment[AnswerVariable] = answer;
        start.Environment[ArgumentVariable] = argument;
        foreach (var name in start.Environment.Keys.Where(k => k.StartsWith("TESTINGPLATFORM_", StringComparison.Ordinal)).ToList())
        {
            start.Environment.Remove(name);
        }
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
