using System.Text.Json.Nodes;
using RestoreDrill.EndToEnd.Tests.Setting;

namespace RestoreDrill.Soak;

/// <summary>Everything that a soak needs and that stays: two accounts with filled instances, a store, one installation with a copy of each database.</summary>
internal sealed class Site : IAsyncDisposable
{
    /// <summary>Drilled whenever somebody asks.</summary>
    public static readonly string[] Asked = ["courses", "library", "physics"];

    /// <summary>Drilled every minute by the schedule.</summary>
    public const string Scheduled = "archive";

    private const string Installation = "soak";

    private Site(SandboxHost sandbox, OwnStore store, Cloud cloud, Workbench workbench) =>
        (Sandbox, Store, Cloud, Workbench) = (sandbox, store, cloud, workbench);

    public SandboxHost Sandbox { get; }

    public OwnStore Store { get; }

    public Cloud Cloud { get; }

    public Workbench Workbench { get; }

    public static async Task<Site> PrepareAsync()
    {
        var sandbox = await SandboxHost.StartAsync(new SandboxOptions { Installations = [Installation] }, CancellationToken.None);
        var store = await OwnStore.StartAsync();
        var cloud = new Cloud(SandboxAccess.To(sandbox));
        await cloud.PrepareVaultAsync();
        var databases = Asked.Append(Scheduled).Select(static name => new ProtectedInstance(name, $"{name}-prod")).ToArray();
        foreach (var database in databases)
        {
            await cloud.CreateInstanceAsync(database.Instance, "alias/restoredrill", SampleSize.Small);
        }

        var workbench = Configure(new Workbench(SandboxAccess.To(sandbox), cloud, Installation, store.ConnectionString, databases).ForService());
        (await workbench.RunAsync("db", "migrate")).MustExit(0);
        foreach (var database in databases)
        {
            (await workbench.RunAsync("copy", database.Name)).MustExit(0);
        }

        return new Site(sandbox, store, cloud, workbench);
    }

    public async ValueTask DisposeAsync()
    {
        await Workbench.DisposeAsync();
        Cloud.Dispose();
        await Store.DisposeAsync();
        await Sandbox.DisposeAsync();
    }

    private static Workbench Configure(Workbench workbench)
    {
        workbench.Settings["Databases"]!.AsArray()[^1]!["Schedule"] = new JsonObject
        {
            ["Drill"] = new JsonObject { ["Cron"] = "* * * * *", ["Grace"] = "00:02:00" },
        };
        workbench.Settings["Budgets"] = new JsonObject { ["ScratchInstances"] = 3 };

        // Time passes in which no service runs: it is no run's fault.
        foreach (var limit in new[] { "Copy", "Restore", "PasswordReset", "Verify", "Remove", "Trouble" })
        {
            workbench.Set($"Timing:{limit}", "00:10:00");
        }

        return workbench;
    }
}
