using RestoreDrill.EndToEnd.Tests.Setting;
using RestoreDrill.Sandbox.Control;

namespace RestoreDrill.CorruptionMatrix.Sites;

/// <summary>
/// Everything that a mode's faults are done to: a sandbox with two protected instances, and one installation with an older and a newer copy of the first.
/// Stores are cloned, so that each fault meets a copy that was never drilled, or one that a drill has proven.
/// </summary>
internal sealed class Site : IAsyncDisposable
{
    public const string Database = "courses";
    public const string Instance = "courses-prod";

    private const string Other = "other";
    public const string Installation = "matrix";

    private readonly TemporaryPostgres _stores;
    private int _clones;

    private Site(MatrixMode mode, SandboxHost sandbox, TemporaryPostgres stores, Cloud cloud)
    {
        (Mode, Sandbox, _stores, Cloud) = (mode, sandbox, stores, cloud);
        Workbench = At("fresh");
    }

    public MatrixMode Mode { get; }

    public SandboxHost Sandbox { get; }

    public Cloud Cloud { get; }

    /// <summary>The installation whose copies nobody has drilled.</summary>
    public Workbench Workbench { get; }

    /// <summary>The copy that is damaged.</summary>
    public string Copy { get; private set; } = "";

    public static async Task<Site> PrepareAsync(MatrixMode mode, Action<string> say, CancellationToken ct)
    {
        say($"{mode.Name}: preparing two instances and their copies");
        var sandbox = await SandboxHost.StartAsync(Modes.OptionsOf(mode), ct);
        var stores = await TemporaryPostgres.StartAsync(new Dictionary<string, string> { ["max_connections"] = "200" }, ct);
        var site = new Site(mode, sandbox, stores, new Cloud(SandboxAccess.To(sandbox)));
        try
        {
            await stores.CreateDatabaseAsync("fresh", ct);
            await site.FillAsync(ct);
            return site;
        }
        catch (Exception)
        {
            await site.DisposeAsync();
            throw;
        }
    }

    /// <summary>An installation that knows what the store <paramref name="template"/> knows, and goes its own way from there.</summary>
    public async Task<Workbench> CloneAsync(string template)
    {
        var name = $"clone{Interlocked.Increment(ref _clones)}";
        await using var connection = new Npgsql.NpgsqlConnection(_stores.ConnectionString);
        await connection.OpenAsync();
        await using var command = new Npgsql.NpgsqlCommand($"CREATE DATABASE {name} TEMPLATE {template}", connection);
        await command.ExecuteNonQueryAsync();
        return At(name);
    }

    public Task<string> DamageAsync(SnapshotDamage damage, CancellationToken ct) => Sandbox.Control.DamageAsync(damage with { Snapshot = Copy }, ct);

    public Task RepairAsync(CancellationToken ct) => Sandbox.Control.RepairAsync(Copy, "vault", ct);

    /// <summary>Removes what a drill left that did not come to its end.</summary>
    public async Task RemoveScratchInstancesAsync()
    {
        foreach (var left in await Cloud.InstancesAsync(Workbench.ScratchPrefix))
        {
            await Cloud.RemoveInstanceAsync(left.DBInstanceIdentifier);
        }
    }

    /// <summary>Copies a database; the copy's name.</summary>
    public async Task<string> CopyAsync(string database)
    {
        var copied = (await CommandLine.RunAsync(Workbench, "copy", database, "--output", "json")).MustExit(0);
        return (string)copied.Json["copy"]!["name"]!;
    }

    public async ValueTask DisposeAsync()
    {
        await Workbench.DisposeAsync();
        Cloud.Dispose();
        await _stores.DisposeAsync();
        await Sandbox.DisposeAsync();
    }

    private async Task FillAsync(CancellationToken ct)
    {
        await Cloud.PrepareVaultAsync();
        await Cloud.CreateInstanceAsync(Instance, "alias/restoredrill", SampleSize.Small);
        await Cloud.CreateInstanceAsync("other-prod", "alias/restoredrill", SampleSize.Small);
        var source = new SourceDatabase(this);
        await source.PrepareAsync(ct);
        (await CommandLine.RunAsync(Workbench, "db", "migrate")).MustExit(0);
        await CopyAsync(Other);
        await CopyAsync(Database);
        await source.GoOnAsync(ct);
        Copy = await CopyAsync(Database);
    }

    private Workbench At(string store) => Modes.Configure(
        new Workbench(
            SandboxAccess.To(Sandbox),
            Cloud,
            Installation,
            _stores.ConnectionStringTo(store),
            new ProtectedInstance(Database, Instance, "OldRowsTwice"),
            new ProtectedInstance(Other, "other-prod", "OldRowsTwice")));
}
