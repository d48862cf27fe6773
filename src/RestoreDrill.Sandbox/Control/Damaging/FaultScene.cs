using Npgsql;
using RestoreDrill.Sandbox.Clusters;

namespace RestoreDrill.Sandbox.Control.Damaging;

/// <summary>What a fault has at hand: a copy of the snapshot's data directory and a server that runs on it when it is asked for.</summary>
internal sealed class FaultScene(PostgresCluster cluster, SnapshotDamage damage, Func<bool, string> donor)
{
    public SnapshotDamage Damage => damage;

    public string Snapshot => damage.Snapshot;

    public string Database => damage.Database ?? throw Missing("database");

    public string Table => damage.Table ?? throw Missing("table");

    public string ObjectName => damage.ObjectName ?? throw Missing("objectName");

    public string Column => damage.Column ?? throw Missing("column");

    /// <summary>The data directory of another snapshot: an earlier one of the same instance, or one of another instance.</summary>
    public string Donor(bool ofAnotherInstance) => donor(ofAnotherInstance);

    /// <summary>A session on the copy, as its superuser; neither triggers nor foreign keys notice what it does.</summary>
    public async Task<NpgsqlConnection> ConnectAsync(string database, CancellationToken ct)
    {
        await cluster.StartAsync(ct);
        var connection = await cluster.ConnectAsAdminAsync(database, ct);
        await Sql.ExecuteAsync(connection, "SET session_replication_role = replica; SET allow_system_table_mods = on", ct);
        return connection;
    }

    /// <summary>Lets a server recover what the snapshot holds, and stops it.</summary>
    public async Task RecoverAsync(CancellationToken ct)
    {
        await cluster.StartAsync(ct);
        await cluster.StopAsync(ct);
    }

    /// <summary>Looks something up, then stops the server cleanly, so that files can be changed.</summary>
    public async Task<T> LookAsync<T>(Func<NpgsqlConnection, Task<T>> look, CancellationToken ct)
    {
        T found;
        await using (var connection = await ConnectAsync(Database, ct))
        {
            found = await look(connection);
        }

        await cluster.StopAsync(ct);
        return found;
    }

    /// <summary>The table that the damage names, with the server stopped.</summary>
    public Task<DamageTarget> TargetAsync(CancellationToken ct) => LookAsync(connection => DamageTarget.FindAsync(connection, Table, ct), ct);

    /// <summary>Changes the pages of a file of the stopped server.</summary>
    public void Change(string file, Action<PageFile> change)
    {
        using var pages = PageFile.Open(PathOf(file));
        change(pages);
    }

    /// <summary>Changes files as something did that knew nothing of checksums, then gives every page the checksum of what it holds.</summary>
    public async Task ChangeSealedAsync(Action change, CancellationToken ct)
    {
        var sealedPages = await HasChecksumsAsync(ct);
        if (sealedPages)
        {
            await ChecksumsAsync("--disable", ct);
        }

        change();
        if (sealedPages)
        {
            await ChecksumsAsync("--enable", ct);
        }
    }

    /// <summary>Replaces everything by another data directory.</summary>
    public async Task ReplaceAsync(string data, CancellationToken ct)
    {
        await PostgresCluster.RemoveAsync(cluster.DataDirectory, ct);
        await CrashConsistentCopy.CopyAtRestAsync(data, cluster.DataDirectory, ct);
    }

    public string PathOf(string file) => Path.Combine(cluster.DataDirectory, file);

    private async Task<bool> HasChecksumsAsync(CancellationToken ct) =>
        (await cluster.RunProgramAsync("pg_controldata", ["-D", cluster.DataDirectory], ct)).Split('\n')
            .Any(static line => line.StartsWith("Data page checksum version:", StringComparison.Ordinal) && !line.EndsWith(" 0", StringComparison.Ordinal));

    private Task<string> ChecksumsAsync(string how, CancellationToken ct) =>
        cluster.RunProgramAsync("pg_checksums", [how, "--no-sync", "-D", cluster.DataDirectory], ct);

    private ArgumentException Missing(string member) => new($"{damage.Fault} needs \"{member}\", which is missing.");
}
