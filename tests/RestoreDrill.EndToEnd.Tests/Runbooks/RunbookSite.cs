using System.Diagnostics;
using System.Text.RegularExpressions;
using Amazon.RDS.Model;
using RestoreDrill.EndToEnd.Tests.Runbooks.States;
using RestoreDrill.EndToEnd.Tests.Setting;
using RestoreDrill.Sandbox.Control;

namespace RestoreDrill.EndToEnd.Tests.Runbooks;

/// <summary>Accounts, production and an installation that a runbook is followed in, and what its reader would fill in there.</summary>
internal sealed partial class RunbookSite : IAsyncDisposable
{
    public const string Instance = "courses-prod";

    private static readonly ProtectedInstance Protected = new(Setting.Workbench.Database, Instance);

    private readonly SandboxHost _sandbox;

    private RunbookSite(SharedSandbox shared, SandboxHost sandbox, Workbench workbench, Cloud cloud, string store) =>
        (Shared, _sandbox, Workbench, Cloud, Store) = (shared, sandbox, workbench, cloud, store);

    public SharedSandbox Shared { get; }

    public Workbench Workbench { get; }

    public Cloud Cloud { get; }

    /// <summary>The database of its first store.</summary>
    public string Store { get; }

    public SandboxControl Control => _sandbox.Control;

    /// <summary>What a placeholder stands for, found when a block needs it in all that the blocks before have shown.</summary>
    public Dictionary<string, Func<string, Task<string>>> Values { get; } = new()
    {
        ["database"] = static _ => Task.FromResult(Setting.Workbench.Database),
    };

    /// <summary>New accounts, before what a beginning is made of is done in them.</summary>
    public static async Task<RunbookSite> NewAsync(SharedSandbox shared, Beginning beginning)
    {
        var sandbox = await SandboxHost.StartAsync(Options(NewDirectory()) with { Bare = beginning.IsBare }, CancellationToken.None);
        var access = SandboxAccess.To(sandbox);
        var cloud = new Cloud(access);
        var workbench = await shared.NewWorkbenchAsync(access, cloud, Protected);
        await cloud.PrepareVaultAsync();
        return Of(shared, sandbox, workbench, cloud, workbench.Installation, beginning);
    }

    /// <summary>A copy of what was kept.</summary>
    public static async Task<RunbookSite> CopyAsync(SharedSandbox shared, KeptSite kept, Beginning beginning)
    {
        var directory = NewDirectory();
        await CopyAtRestAsync(kept.Directory, directory);
        var sandbox = await SandboxHost.StartAsync(Options(directory), CancellationToken.None);
        var access = SandboxAccess.To(sandbox);
        var cloud = new Cloud(access);
        var store = await shared.CopyStoreAsync(kept.Store);
        return Of(shared, sandbox, new Workbench(access, cloud, kept.Installation, shared.Stores.ConnectionStringTo(store), Protected), cloud, store, beginning);
    }

    /// <summary>Closes it, and leaves what it holds for <see cref="CopyAsync"/>.</summary>
    public async Task<KeptSite> KeepAsync()
    {
        await CloseAsync();
        return new KeptSite(_sandbox.StateDirectory, Workbench.Installation, Store);
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
        await CloseAsync();
        Directory.Delete(_sandbox.StateDirectory, recursive: true);
    }

    private async Task CloseAsync()
    {
        await Workbench.DisposeAsync();
        Cloud.Dispose();
        await _sandbox.DisposeAsync();
    }

    private static RunbookSite Of(SharedSandbox shared, SandboxHost sandbox, Workbench workbench, Cloud cloud, string store, Beginning beginning)
    {
        workbench.KeepFacts();
        beginning.ConfigureAll(workbench);
        return new RunbookSite(shared, sandbox, workbench, cloud, store);
    }

    private static SandboxOptions Options(string directory) => new() { Installations = [], StateDirectory = directory };

    /// <summary>Open to the servers' user.</summary>
    private static string NewDirectory() => Directory.CreateDirectory(Path.Combine(Path.GetTempPath(), $"restoredrill-site-{Guid.NewGuid():N}")).FullName;

    /// <summary>With owners, modes, times and links: servers run as a user of their own, and copies of snapshots share their files.</summary>
    private static async Task CopyAtRestAsync(string from, string to)
    {
        using var copying = Process.Start("cp", ["-a", $"{from}/.", to]);
        await copying.WaitForExitAsync();
        if (copying.ExitCode != 0)
        {
            throw new InvalidOperationException($"cp ended with {copying.ExitCode}: {from} to {to}.");
        }
    }

    [GeneratedRegex("<(?<name>[a-z][a-z ]*)>")]
    private static partial Regex Placeholder();
}
