using System.Globalization;
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

    /// <summary>Does it; says in a sentence what was done.</summary>
    public async Task<string> DamageAsync(string snapshotData, SnapshotDamage damage, CancellationToken ct)
    {
        if (damage.Fault == SnapshotFault.RemoveControlFile)
        {
            File.Delete(Path.Combine(snapshotData, "global", "pg_control"));
            return $"The control file of {damage.Snapshot} was removed: no server starts on it.";
        }

        var database = damage.Database ?? throw new ArgumentException("Say which database: \"database\" is missing.");
        var table = damage.Table ?? throw new ArgumentException("Say which table: \"table\" is missing.");
        var options = new ClusterOptions { Directory = Path.Combine(workDirectory, Guid.NewGuid().ToString("N")), Parameters = Parameters };
        var cluster = await PostgresCluster.FromSnapshotAsync(snapshotData, options, ct);
        try
        {
            await cluster.StartAsync(ct);
            var (file, done) = await ChangeAsync(cluster, database, table, damage, ct);
            await cluster.StopAsync(ct);
            ChangeFile(Path.Combine(cluster.DataDirectory, file), damage.Fault);
            var aside = snapshotData + ".partial";
            await PostgresCluster.RemoveAsync(aside, ct);
            Directory.Move(snapshotData, aside);
            Directory.Move(cluster.DataDirectory, snapshotData);
            await PostgresCluster.RemoveAsync(aside, ct);
            return done;
        }
        finally
        {
            await cluster.DeleteAsync(CancellationToken.None);
        }
    }

    /// <summary>Makes the change, if it is one of content; returns the table's file, and what was or will be done to it.</summary>
    private static async Task<(string File, string Done)> ChangeAsync(PostgresCluster cluster, string database, string table, SnapshotDamage damage, CancellationToken ct)
    {
        await using var connection = await cluster.ConnectAsAdminAsync(database, ct);
        // Neither triggers nor foreign keys notice.
        await Sql.ExecuteAsync(connection, "SET session_replication_role = replica", ct);
        var target = await DamageTarget.FindAsync(connection, table, ct);
        var struck = $"{database}.{target.Name}";
        string done;
        switch (damage.Fault)
        {
            case SnapshotFault.DeleteRow:
                await ExecuteAsync(connection, $"DELETE FROM ONLY {target.Name} WHERE ctid = (SELECT ctid FROM ONLY {target.Name} ORDER BY ctid LIMIT 1)", 1, ct);
                done = $"One row of {struck} was deleted in {damage.Snapshot}.";
                break;
            case SnapshotFault.TruncateTable:
                var rows = await ExecuteAsync(connection, $"DELETE FROM ONLY {target.Name}", null, ct);
                done = string.Create(CultureInfo.InvariantCulture, $"All {rows} rows of {struck} were deleted in {damage.Snapshot}.");
                break;
            case SnapshotFault.SwapValues:
                var column = await SwapAsync(connection, target, damage.Column, ct);
                done = $"Two rows of {struck} exchanged their {column} in {damage.Snapshot}.";
                break;
            case SnapshotFault.HeapBitFlip:
                done = $"One bit of the file of {struck} was flipped in {damage.Snapshot}.";
                break;
            case SnapshotFault.RemoveFile:
                done = $"The file of {struck} was removed from {damage.Snapshot}.";
                break;
            default:
                throw new ArgumentException($"There is no fault {damage.Fault}.");
        }

        // Without this the flush of a change made just now would undo a change to the file.
        await Sql.ExecuteAsync(connection, "CHECKPOINT", ct);
        return (target.File, done);
    }

    /// <summary>Exchanges two values; returns the column's name.</summary>
    private static async Task<string> SwapAsync(NpgsqlConnection connection, DamageTarget target, string? wanted, CancellationToken ct)
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
                return column;
            }
        }

        throw new InvalidOperationException($"No column of {target.Name} has two different values that could be exchanged.");
    }

    private static async Task<int> ExecuteAsync(NpgsqlConnection connection, string statement, int? rows, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(statement, connection);
        var changed = await command.ExecuteNonQueryAsync(ct);
        if (changed == 0 || (rows is not null && changed != rows))
        {
            throw new InvalidOperationException($"The damage struck {changed} rows: {statement}");
        }

        return changed;
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
