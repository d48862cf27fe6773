using RestoreDrill.EndToEnd.Tests.Setting;
using RestoreDrill.Sandbox.Control;

[assembly: AssemblyFixture(typeof(SharedSandbox))]

// They wait more than they work: three use two cores well, and more make each other late.
[assembly: Xunit.v3.Parallelization(Mode = Xunit.Sdk.ParallelMode.Collections, MaxThreads = 3)]

namespace RestoreDrill.EndToEnd.Tests.Setting;

/// <summary>
/// What end-to-end tests share: one sandbox with filled source instances, and one PostgreSQL server for the stores. Classes run side by side, each in
/// installations of its own; those that disturb more than their own share another sandbox (<see cref="DisturbedSharedSandbox"/>) and run one after the other.
/// </summary>
public sealed class SharedSandbox : IAsyncLifetime
{
    /// <summary>Encrypted under a customer managed key.</summary>
    public const string Instance = "courses-prod";

    /// <summary>Encrypted under the account's default key, whose snapshots cannot be shared.</summary>
    public const string DefaultKeyInstance = "legacy-prod";

    private const string Template = "template";

    private int _installations;
    private readonly SemaphoreSlim _making = new(1, 1);
    private bool _templateMade;

    public SandboxHost Sandbox { get; private set; } = null!;

    public TemporaryPostgres Stores { get; private set; } = null!;

    public Cloud Cloud { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        Sandbox = await SandboxHost.StartAsync(new SandboxOptions(), CancellationToken.None);

        // Services that run side by side have a pool each.
        Stores = await TemporaryPostgres.StartAsync(new Dictionary<string, string> { ["max_connections"] = "400" }, CancellationToken.None);
        Cloud = new Cloud(SandboxAccess.To(Sandbox));
        await Cloud.PrepareVaultAsync();
        await Cloud.CreateInstanceAsync(Instance, "alias/restoredrill", SampleSize.Small);
        await Cloud.CreateInstanceAsync(DefaultKeyInstance, "alias/aws/rds", SampleSize.Small);
    }

    public async ValueTask DisposeAsync()
    {
        _making.Dispose();
        Cloud?.Dispose();
        if (Stores is not null)
        {
            await Stores.DisposeAsync();
        }

        if (Sandbox is not null)
        {
            await Sandbox.DisposeAsync();
        }
    }

    /// <summary>An installation of its own, with its own store and configuration.</summary>
    public Task<Workbench> NewWorkbenchAsync(string instance = Instance) => NewWorkbenchAsync(new ProtectedInstance(Workbench.Database, instance));

    /// <summary>An installation that protects these.</summary>
    public Task<Workbench> NewWorkbenchAsync(params ProtectedInstance[] databases) => NewWorkbenchAsync(SandboxAccess.To(Sandbox), Cloud, databases);

    /// <summary>An installation that protects these, in a sandbox of its own.</summary>
    public async Task<Workbench> NewWorkbenchAsync(SandboxAccess sandbox, Cloud cloud, params ProtectedInstance[] databases)
    {
        var installation = $"e2e{Interlocked.Increment(ref _installations)}";
        await CreateStoreAsync(installation);
        await sandbox.InstallAsync(installation);
        return new Workbench(sandbox, cloud, installation, Stores.ConnectionStringTo(installation), databases);
    }

    /// <summary>A store that holds what another one does, to which nobody is connected.</summary>
    public async Task<string> CopyStoreAsync(string from)
    {
        var name = $"{from}_{Interlocked.Increment(ref _installations)}";
        await Stores.CreateDatabaseAsync(name, CancellationToken.None, from);
        return name;
    }

    /// <summary>The calls that were carried out on what is an installation's own, oldest first.</summary>
    public IReadOnlyList<LoggedCall> CallsOf(Workbench workbench) =>
        [.. Sandbox.Control.Calls.Where(call => call.CarriedOut && call.Resource.Contains($"-{workbench.Installation}-", StringComparison.Ordinal))];

    /// <summary>A store as <c>restoredrill db migrate</c> makes it; made once, then copied.</summary>
    private async Task CreateStoreAsync(string name)
    {
        await _making.WaitAsync();
        try
        {
            await MakeTemplateAsync();
            await Stores.CreateDatabaseAsync(name, CancellationToken.None, Template);
        }
        finally
        {
            _making.Release();
        }
    }

    private async Task MakeTemplateAsync()
    {
        if (!_templateMade)
        {
            await Stores.CreateDatabaseAsync(Template, CancellationToken.None);
            await using var first = new Workbench(
                SandboxAccess.To(Sandbox), Cloud, Template, Stores.ConnectionStringTo(Template), new ProtectedInstance(Workbench.Database, Instance));
            (await first.RunAsync("db", "migrate")).MustExit(0);
            _templateMade = true;
        }
    }
}
