using System.Text.RegularExpressions;
using Amazon.RDS.Model;
using RestoreDrill.EndToEnd.Tests.Setting;
using RestoreDrill.Sandbox.Control;

namespace RestoreDrill.EndToEnd.Tests.Runbooks;

/// <summary>Accounts, production and an installation that a runbook is followed in, and what its reader would fill in there.</summary>
internal sealed partial class RunbookSite : IAsyncDisposable
{
    public const string Instance = "courses-prod";

    private readonly SandboxHost _sandbox;
    private readonly List<IAsyncDisposable> _running = [];

    private RunbookSite(SharedSandbox shared, SandboxHost sandbox, Workbench workbench, Cloud cloud) =>
        (Shared, _sandbox, Workbench, Cloud) = (shared, sandbox, workbench, cloud);

    public SharedSandbox Shared { get; }

    public Workbench Workbench { get; }

    public Cloud Cloud { get; }

    public SandboxControl Control => _sandbox.Control;

    /// <summary>What a placeholder stands for, found when a block needs it in all that the blocks before have shown.</summary>
    public Dictionary<string, Func<string, Task<string>>> Values { get; } = new()
    {
        ["database"] = static _ => Task.FromResult(Setting.Workbench.Database),
    };

    public static async Task<RunbookSite> PrepareAsync(SharedSandbox shared, SandboxOptions options)
    {
        var sandbox = await SandboxHost.StartAsync(options, CancellationToken.None);
        var access = SandboxAccess.To(sandbox);
        var cloud = new Cloud(access);
        var workbench = await shared.NewWorkbenchAsync(access, cloud, new ProtectedInstance(Setting.Workbench.Database, Instance));
        var site = new RunbookSite(shared, sandbox, workbench, cloud);
        await cloud.PrepareVaultAsync();
        if (!options.Bare)
        {
            await site.MakeProductionAsync();
        }

        workbench.KeepFacts();
        return site;
    }

    /// <summary>The protected instance, with the sample.</summary>
    public async Task MakeProductionAsync()
    {
        await Cloud.CreateInstanceAsync(Instance, "alias/restoredrill", SampleSize.Small);
        await Cloud.Source.ModifyDBInstanceAsync(new ModifyDBInstanceRequest { DBInstanceIdentifier = Instance, DeletionProtection = true, ApplyImmediately = true });
    }

    /// <summary>Gives a command as somebody did before the reader came.</summary>
    public async Task<CommandResult> GiveAsync(int exitCode, params string[] arguments) => (await Workbench.RunAsync(arguments)).MustExit(exitCode);

    /// <summary>What a placeholder stands for in this state.</summary>
    public void Set(string placeholder, string value) => Values[placeholder] = _ => Task.FromResult(value);

    /// <summary>Keeps something at work until the site goes.</summary>
    public void Keep(IAsyncDisposable running) => _running.Add(running);

    /// <summary>The text with every placeholder filled in.</summary>
    /// <exception cref="InvalidOperationException">The state has no value for one.</exception>
    public async Task<string> FillInAsync(string text, string shown)
    {
        foreach (var name in Placeholder().Matches(text).Select(static match => match.Groups["name"].Value).Distinct().ToList())
        {
            if (!Values.TryGetValue(name, out var value))
            {
                throw new InvalidOperationException($"The state has no value for <{name}>.");
            }

            text = text.Replace($"<{name}>", await value(shown), StringComparison.Ordinal);
        }

        return text;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var running in _running)
        {
            await running.DisposeAsync();
        }

        await Workbench.DisposeAsync();
        Cloud.Dispose();
        await _sandbox.DisposeAsync();
    }

    [GeneratedRegex("<(?<name>[a-z][a-z ]*)>")]
    private static partial Regex Placeholder();
}
