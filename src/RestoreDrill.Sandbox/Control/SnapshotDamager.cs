using Npgsql;
using RestoreDrill.Sandbox.Clusters;

namespace RestoreDrill.Sandbox.Control;

/// <summary>
/// Spoils the data directory of a snapshot. Its content is changed by a server that runs on a copy of it and is stopped cleanly; the files are changed
/// while none runs. The copy takes the snapshot's place only at the end.
/// </summary>
internal sealed class SnapshotDamager(string workDirectory)
{
    private static readonly Dictionary<string, string> Parameters = new()
    {
        // Enough for whatever the snapshot holds; and nothing may change it but the damage.
        ["wal_level"] = "logical",
        ["max_prepared_transactions"] = "100",
        ["max_replication_slots"] = "50",
        ["max_logical_replication_workers"] = "0",
        ["autovacuum"] = "off",
    };

    public async Task DamageAsync(string snapshotData, SnapshotDamage damage, CancellationToken ct)
    {
        if (damage.Fault == SnapshotFault.RemoveControlFile)
        {
            File.Delete(Path.Combine(snapshotData, "global", "pg_control"));
            return;
        }

        var database = damage.Database ?? throw new ArgumentException("Say which database: \"database\" is missing.");
        var table = damage.Table ?? throw new ArgumentException("Say which table: \"table\" is missing.");
        var options = new ClusterOptions { Directory = Path.Combine(workDirectory, Guid.NewGuid().ToString("N")), Parameters = Parameters };
        var cluster = await PostgresCluster.FromSnapshotAsync(snapshotData, options, ct);
        try
        {
            await cluster.StartAsync(ct);
            var file = await ChangeAsync(cluster, database, table, damage, ct);
            await cluster.StopAsync(ct);
            ChangeFile(Path.Combine(cluster.DataDirectory, file), damage.Fault);
            var aside = snapshotData + ".partial";
            await PostgresCluster.RemoveAsync(aside, ct);
            Directory.Move(snapshotData, aside);
            Directory.Move(cluster.DataDirectory, snapshotData);
            await PostgresCluster.RemoveAsync(aside, ct);
        }
        finally
        {
            await cluster.DeleteAsync(CancellationToken.None);
        }
    }

    /// <summary>Makes the change, if it is one of content; returns the table's file.</summary>
    private static async Task<string> ChangeAsync(PostgresCluster cluster, string database, string table, SnapshotDamage damage, CancellationToken ct)
    {
        await using var connection = await cluster.ConnectAsAdminAsync(database, ct);
        // Neither triggers nor foreign keys notice.
        await Sql.ExecuteAsync(connection, "SET session_replication_role = replica", ct);
        var target = await DamageTarget.FindAsync(connection, table, ct);
        switch (damage.Fault)
        {
            case SnapshotFault.DeleteRow:
                await ExecuteAsync(connection, $"DELETE FROM ONLY {target.Name} WHERE ctid = (SELECT ctid FROM ONLY {target.Name} ORDER BY ctid LIMIT 1)", 1, ct);
                break;
            case SnapshotFault.TruncateTable:
                await ExecuteAsync(connection, $"DELETE FROM ONLY {target.Name}", null, ct);
                break;
            case SnapshotFault.SwapValues:
                await SwapAsync(connection, target, damage.Column, ct);
                break;
            default:
                break;
        }

        // Without this the flush of a change made just now would undo a change to the file.
        await Sql.ExecuteAsync(connection, "CHECKPOINT", ct);
        return target.File;
    }

    private static async Task SwapAsync(NpgsqlConnection connection, DamageTarget target, string? wanted, CancellationToken ct)
    {
        foreach (var column in wanted is null ? await target.FreeColumnsAsync(connection, ct) : [wanted])
        {
            var name = Sql.Name(column);
            await using var command = new NpgsqlCommand(
                $"""
                 WITH one AS (SELECT ctid, {name} AS v FROM ONLY {target.Name} WHERE {name} IS NOT NULL ORDER BY ctid LIMIT 1),
                      other AS (SELECT t.ctid, t.{name} AS v FROM ONLY {target.Name} t, one
                                WHERE t.{name} IS NOT NULL AND t.{name}::text <> one.v::text ORDER BY t.ctid LIMIT 1)
                 UPDATE ONLY {target.Name} t SET {name} = CASE WHEN t.ctid = one.ctid THEN other.v ELSE one.v END
                 FROM one, other WHERE t.ctid IN (one.ctid, other.ctid)
                 """, connection);
            if (await command.ExecuteNonQueryAsync(ct) == 2)
            {
                return;
            }
        }

        throw new InvalidOperationException($"No column of {target.Name} has two different values that could be exchanged.");
    }

    private static async Task ExecuteAsync(NpgsqlConnection connection, string statement, int? rows, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(statement, connection);
        var changed = await command.ExecuteNonQueryAsync(ct);
        if (changed == 0 || (rows is not null && changed != rows))
        {
            throw new InvalidOperationException($"The damage struck {changed} rows: {statement}");
        }
    }

    private static void ChangeFile(string file, SnapshotFault fault)
    {
        if (fault == SnapshotFault.RemoveFile)
        {
            File.Delete(file);
        }
        else if (fault == SnapshotFault.HeapBitFlip)
        {
            using var stream = new FileStream(file, FileMode.Open, FileAccess.ReadWrite);
            // The end of a page is the data of its first row.
            const int Page = 8192;
            stream.Position = Math.Min(stream.Length, Page) - 4;
            var value = stream.ReadByte();
            stream.Position--;
            stream.WriteByte((byte)(value ^ 0x10));
        }
    }
}
