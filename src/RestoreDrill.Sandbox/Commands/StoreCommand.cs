using System.Security.Cryptography;
using Npgsql;
using RestoreDrill.Sandbox.Accounts;
using RestoreDrill.Sandbox.Clusters;
using Command = System.CommandLine.Command;

namespace RestoreDrill.Sandbox.Commands;

/// <summary><c>store</c>: a plain PostgreSQL for RestoreDrill's own records.</summary>
internal static class StoreCommand
{
    private const string Login = "restoredrill";

    public static Command Create()
    {
        var state = StateOption.Create();
        var command = new Command("store", "Runs a PostgreSQL for RestoreDrill's own records until it is told to stop.") { state };
        command.SetAction((parsed, ct) => RunAsync(
            Path.GetFullPath(parsed.GetValue(state)!), parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error, ct));
        return command;
    }

    private static async Task<int> RunAsync(string state, TextWriter output, TextWriter error, CancellationToken ct)
    {
        try
        {
            using var held = ProcessFile.Take(Path.Combine(state, "store.pid"));
            var connectionFile = Path.Combine(state, "store.connection");
            var options = new ClusterOptions { Directory = Path.Combine(state, "store"), Durable = true };
            await using var store = await PlainPostgres.StartAsync(options, Login, Password(connectionFile), Login, ct);
            PrivateFile.Write(connectionFile, store.ConnectionString + "\n");
            await output.WriteLineAsync($"The store listens on 127.0.0.1:{store.Cluster.Port}");
            await output.WriteLineAsync($"Connection string: {connectionFile}");
            await output.FlushAsync(CancellationToken.None);
            var stopped = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            await using var registration = ct.Register(stopped.SetResult);
            await stopped.Task;
            return 0;
        }
        catch (OperationCanceledException) when (ct.IsCancellationRequested)
        {
            return 0;
        }
        catch (Exception failure) when (failure is PostgresMissingException or PostgresStartException or InvalidOperationException or IOException)
        {
            await error.WriteLineAsync(failure.Message);
            return 1;
        }
    }

    // Kept from one start to the next, so that a connection string somebody read stays good.
    private static string Password(string connectionFile) =>
        File.Exists(connectionFile) && new NpgsqlConnectionStringBuilder(File.ReadAllText(connectionFile)).Password is { Length: > 0 } kept
            ? kept
            : RandomNumberGenerator.GetHexString(32, lowercase: true);
}
