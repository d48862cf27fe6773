using System.CommandLine;
using RestoreDrill.Host.Checking;
using RestoreDrill.Host.Running;

namespace RestoreDrill.Host.Commands;

/// <summary><c>restoredrill config check</c>: every problem of the configuration at once, then the accounts and the store themselves.</summary>
internal static class ConfigCheckCommand
{
    public static Command Create(Runner runner)
    {
        var offline = new Option<bool>("--offline") { Description = "Only read the file and the environment; ask neither AWS nor the store." };
        var check = new Command("check", "Checks the configuration, the three roles, the store, the groups, the key and the snapshot quota; tells every problem at once.")
        {
            offline,
        };
        return new Command("config", "The configuration.") { runner.Does(check, (invocation, parsed, token) => RunAsync(invocation, parsed.GetValue(offline), token)) };
    }

    private static async Task<int> RunAsync(Invocation invocation, bool offline, CancellationToken cancellationToken)
    {
        var configured = invocation.Configured;
        var results = offline ? [] : await LiveChecks.RunAsync(configured, invocation.Ports, invocation.Now, cancellationToken);
        var check = new ConfigurationCheck(configured.File, offline, results);
        invocation.Presenter.Show(ConfigurationCheckReport.Of(configured, check), check);
        return check.ExitCode;
    }
}
