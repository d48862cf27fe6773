using Npgsql;
using RestoreDrill.Sandbox.Clusters;
using RestoreDrill.Sandbox.Control;
using RestoreDrill.Sandbox.Control.Damaging;
using RestoreDrill.Sandbox.Tests.Clusters;

namespace RestoreDrill.Sandbox.Tests.Control.Damaging;

/// <summary>A server whose data directory had one fault of each kind done to it, each to an object of its own.</summary>
public sealed class DamagedCluster : IAsyncLifetime
{
    public const string Database = "courses";

    private ScratchDirectory scratch = null!;
    private PostgresCluster? damaged;
    private string older = "";

    public string Newer { get; private set; } = "";

    /// <summary>What was done, by fault and object.</summary>
    public IReadOnlyDictionary<(SnapshotFault Fault, string Struck), string> Done { get; private set; } = null!;

    private static CancellationToken Ct => CancellationToken.None;

    /// <summary>A server on an undamaged copy of the newer snapshot, not started yet.</summary>
    public Task<PostgresCluster> CopyAsync(string name) =>
        PostgresCluster.FromSnapshotAsync(Newer, new ClusterOptions { Directory = scratch.PathOf(name), Parameters = new Dictionary<string, string> { ["autovacuum"] = "off" } }, Ct);

    internal FaultScene SceneOn(PostgresCluster cluster, SnapshotDamage damage) => new(cluster, damage, _ => older);

    /// <summary>The answer of the damaged server, or the SQLSTATE of its error.</summary>
    public async Task<string> AskAsync(string sql, string database = Database)
    {
        await using var session = await damaged!.ConnectAsAdminAsync(database, Ct);
        return await AskAsync(session, sql);
    }

    public static async Task<string> AskAsync(NpgsqlConnection session, string sql)
    {
        try
        {
            await using var command = new NpgsqlCommand(sql, session);
            return Convert.ToString(await command.ExecuteScalarAsync(Ct), System.Globalization.CultureInfo.InvariantCulture)!;
        }
        catch (PostgresException e)
        {
            return e.SqlState;
        }
    }

    public async ValueTask InitializeAsync()
    {
        scratch = await ScratchDirectory.MakeAsync();
        await SnapshotsAsync();
        damaged = await CopyAsync("damaged");
        var done = new Dictionary<(SnapshotFault, string), string>();
        foreach (var damage in Damages.All)
        {
            done[(damage.Fault, damage.ObjectName ?? damage.Table ?? damage.Database!)] = await damage.Fault.StrikeAsync(SceneOn(damaged, damage), Ct);
        }

        Done = done;
        await damaged.StopAsync(Ct);
        await damaged.StartAsync(Ct);
    }

    public async ValueTask DisposeAsync()
    {
        if (damaged is not null)
        {
            await damaged.KillAsync(Ct);
        }

        await scratch.DisposeAsync();
    }

    private async Task SnapshotsAsync()
    {
        await using var source = await PostgresCluster.CreateAsync(new ClusterOptions { Directory = scratch.PathOf("source") }, Ct);
        await source.StartAsync(Ct);
        await using (var admin = await source.ConnectAsAdminAsync("postgres", Ct))
        {
            await Sql.ExecuteAsync(admin, "CREATE DATABASE courses", Ct);
            await Sql.ExecuteAsync(admin, "CREATE DATABASE billing", Ct);
        }

        await using var session = await source.ConnectAsAdminAsync(Database, Ct);
        await Sql.ExecuteAsync(session, await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "Source/first.sql"), Ct), Ct);
        await Sql.ExecuteAsync(session, "CREATE EVENT TRIGGER noticing ON ddl_command_end EXECUTE FUNCTION matrix.noticed()", Ct);
        await Sql.ExecuteAsync(session, "CHECKPOINT", Ct);
        older = (await CrashConsistentCopy.TakeAsync(source, scratch.PathOf("older"), Ct)).Directory;
        await Sql.ExecuteAsync(session, await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "Source/later.sql"), Ct), Ct);
        Newer = (await CrashConsistentCopy.TakeAsync(source, scratch.PathOf("newer"), Ct)).Directory;
    }
}
