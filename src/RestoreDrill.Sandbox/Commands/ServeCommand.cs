using System.CommandLine;
using RestoreDrill.Sandbox.Accounts;
using RestoreDrill.Sandbox.Clusters;
using RestoreDrill.Sandbox.Rds;
using Command = System.CommandLine.Command;

namespace RestoreDrill.Sandbox.Commands;

/// <summary><c>serve</c>: runs the sandbox until it is told to stop.</summary>
internal static class ServeCommand
{
    public static Command Create()
    {
        var state = StateOption.Create();
        var port = new Option<int>("--port") { Description = "The port on 127.0.0.1; 0 for any.", DefaultValueFactory = _ => SandboxOptions.DefaultPort };
        var pace = new Option<string>("--pace") { Description = "How long AWS takes over things: fast or slow.", DefaultValueFactory = _ => "fast" };
        pace.AcceptOnlyFromAmong("fast", "slow");
        var extensions = new Option<string>("--extensions")
        {
            Description = "The extensions that master users may create, as rds.extensions has them, separated by commas.",
            DefaultValueFactory = _ => string.Join(',', ExtensionList.LikeRds.Names),
        };
        var withheld = new Option<bool>("--extensions-withheld")
        {
            Description = "Master users may not call what an extension keeps from the public, amcheck's functions for example.",
        };
        var installations = new Option<string[]>("--installation")
        {
            Description = "The installation that the roles work for; can be given more than once.",
            DefaultValueFactory = _ => [.. new SandboxOptions().Installations],
        };
        var bare = new Option<bool>("--bare") { Description = "A new state directory has no roles but AWS's own: a set-up makes them." };
        var restoreInto = RestoreIntoOption.Create();
        var command = new Command("serve", "Runs the sandbox until it is told to stop (SIGINT, SIGTERM).") { state, port, pace, extensions, withheld, installations, bare, restoreInto };
        command.SetAction((parsed, ct) => RunAsync(
            new SandboxOptions
            {
                StateDirectory = parsed.GetValue(state),
                Port = parsed.GetValue(port),
                Installations = parsed.GetValue(installations)!,
                Bare = parsed.GetValue(bare),
                RestoreInto = RestoreIntoOption.Read(parsed.GetValue(restoreInto)),
                Pace = Pace.Named(parsed.GetValue(pace)!),
                Extensions = new ExtensionList(
                    parsed.GetValue(extensions)!.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries), !parsed.GetValue(withheld)),
            },
            parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error, ct));
        return command;
    }

    private static async Task<int> RunAsync(SandboxOptions options, TextWriter output, TextWriter error, CancellationToken ct)
    {
        try
        {
            using var held = ProcessFile.Take(new StateDirectory(options.StateDirectory!).ProcessFile);
            await using var sandbox = await SandboxHost.StartAsync(options, ct);
            await output.WriteLineAsync($"The sandbox listens on {sandbox.BaseAddress.ToString().TrimEnd('/')}");
            await output.WriteLineAsync($"Credentials (profiles source, vault, management): {sandbox.CredentialsFile}");
            await output.WriteLineAsync($"Certificate authority of the databases: {sandbox.CertificateAuthorityFile}");
            await output.WriteLineAsync($"External id of the source role: {sandbox.ExternalId}");
            await output.WriteLineAsync($"The roles work for: {string.Join(", ", options.Installations)}");
            if (!ExtensionList.IsEnforceable)
            {
                await output.WriteLineAsync(
                    "Extensions: the library pgextwlist is not installed (Debian, Ubuntu: postgresql-NN-pgextwlist), so master users may create trusted ones only");
            }
            await output.FlushAsync(CancellationToken.None);
            await Stopped(ct);
            return 0;
        }
        catch (OperationCanceledException) when (ct.IsCancellationRequested)
        {
            return 0;
        }
        catch (Exception failure) when (failure is PostgresMissingException or InvalidOperationException or IOException)
        {
            await error.WriteLineAsync(failure.Message);
            return 1;
        }
    }

    private static async Task Stopped(CancellationToken ct)
    {
        var stopped = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var registration = ct.Register(stopped.SetResult);
        await stopped.Task;
    }
}
