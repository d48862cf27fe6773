using Npgsql;
using RestoreDrill.EndToEnd.Tests.Setting;

[assembly: AssemblyFixture(typeof(SharedSandbox))]
[assembly: Xunit.v3.Parallelization(Mode = Xunit.Sdk.ParallelMode.None)]

namespace RestoreDrill.EndToEnd.Tests.Setting;

/// <summary>What all end-to-end tests share: one sandbox with filled source instances, and one PostgreSQL server for the stores.</summary>
public sealed class SharedSandbox : IAsyncLifetime
{
    /// <summary>Encrypted under a customer managed key.</summary>
    public const string Instance = "courses-prod";

    /// <summary>Encrypted under the account's default key, whose snapshots cannot be shared.</summary>
    public const string DefaultKeyInstance = "legacy-prod";

    private const string Template = "template";

    private int _installations;
    private bool _templateMade;

    public SandboxHost Sandbox { get; private set; } = null!;

    public TemporaryPostgres Stores { get; private set; } = null!;

    public Cloud Cloud { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        Sandbox = await SandboxHost.StartAsync(new SandboxOptions(), CancellationToken.None);
        Stores = await TemporaryPostgres.StartAsync(CancellationToken.None);
        Cloud = new Cloud(Sandbox);
        await Cloud.PrepareVaultAsync();
        await Cloud.CreateInstanceAsync(Instance, "alias/restoredrill", SampleSize.Small);
        await Cloud.CreateInstanceAsync(DefaultKeyInstance, "alias/aws/rds", SampleSize.Small);
    }

    public async ValueTask DisposeAsync()
    {
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
    public async Task<Workbench> NewWorkbenchAsync(string instance = Instance)
    {
        var installation = $"e2e{Interlocked.Increment(ref _installations)}";
        await CreateStoreAsync(installation);
        return new Workbench(this, installation, Stores.ConnectionStringTo(installation), instance);
    }

    /// <summary>A store as <c>restoredrill db migrate</c> makes it; made once, then copied.</summary>
    private async Task CreateStoreAsync(string name)
    {
        if (!_templateMade)
        {
            await Stores.CreateDatabaseAsync(Template, CancellationToken.None);
            await using var first = new Workbench(this, Template, Stores.ConnectionStringTo(Template), Instance);
            (await first.RunAsync("db", "migrate")).MustExit(0);
            _templateMade = true;
        }

        await using var connection = new NpgsqlConnection(Stores.ConnectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand($"CREATE DATABASE {name} TEMPLATE {Template}", connection);
        await command.ExecuteNonQueryAsync();
    }
}
